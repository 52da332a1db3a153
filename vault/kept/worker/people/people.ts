/**
 * What a device that is in does about the others: invites, looks who asks, lets in, changes roles and
 * circles, ends what somebody reads, adds a device of the same person. Loaded when first asked for.
 * Every change of the chain goes through the session, while no other tab works on the place.
 */
import { openChunks } from '../../../checkpoint/chunks.ts';
import {
  announceCheckpoint,
  publishCheckpoint,
  storeCheckpoint,
} from '../../../checkpoint/publish.ts';
import { coreTeamCircle } from '../../../circles/well-known.ts';
import { bytesToText } from '../../../envelope/bytes.ts';
import {
  type Approval,
  admitAll,
  decline,
  invite,
  leaveWelcome,
} from '../../../joining/invitation.ts';
import { linkToFragment } from '../../../joining/link.ts';
import { isRefused } from '../../../log/children.ts';
import { StreamAway } from '../../../log/stream-errors.ts';
import type { Replica } from '../../../log/types.ts';
import type { ChainWish } from '../../../log/wishes.ts';
import type { CircleId, MemberId } from '../../../types.ts';
import type { Intakes } from '../../intake-types.ts';
import type { JoinRequest, Role, TogetherRefusal } from '../../people-types.ts';
import { createIntakes } from './intakes.ts';
import { keepInvitations, readInvitations } from './kept-invitations.ts';
import { createLobbies, requestId } from './lobbies.ts';
import { createMoving, type Moving } from './moving.ts';
import { forgetInvitations } from './owed-welcomes.ts';
import { createPairings, type Pairings } from './pairings.ts';
import type { PeopleParts } from './parts.ts';
import { leaveDueWelcomes } from './recovery-welcomes.ts';
import { notPublished, refusalOf } from './refusals.ts';
import { createReturns, type Returns } from './returns.ts';
import { createTrust, type Trust } from './trust.ts';
import { needsSixWords } from './words-first.ts';

export interface People extends Moving {
  /** Who asked to be let in, as far as this device has looked. */
  readonly requests: readonly JoinRequest[];
  /** Until when the invitations of this device last, by id. */
  readonly lasts: ReadonlyMap<string, number>;
  readonly pairings: Pairings;
  readonly intakes: Intakes;
  readonly trust: Trust;
  readonly returns: Returns;
  /** Looks into the lobbies of open invitations. */
  look(): Promise<void>;
  /** Looks again and again, until the signal fires: who asks is told at once. */
  watch(signal: AbortSignal): Promise<void>;
  invite(role: Role): Promise<{ type: 'Invited'; id: string; fragment: string } | TogetherRefusal>;
  approve(requests: readonly string[], core: readonly string[]): Promise<TogetherRefusal | null>;
  decline(request: string): Promise<TogetherRefusal | null>;
  change(wish: ChainWish): Promise<TogetherRefusal | null>;
  /** Leaves welcomes for this person's recovery devices, where they are due. */
  welcomeRecovery(): Promise<void>;
  setCircle(
    circle: CircleId | 'new',
    members: readonly MemberId[],
  ): Promise<{ type: 'CircleMade'; circle: CircleId } | TogetherRefusal>;
}

export function createPeople(parts: PeopleParts): People {
  const { context, server, children, publisher, changeChain, tell } = parts;
  const { resting, clock } = context;
  const { random } = resting;
  const { state } = publisher.replica;
  const lobbies = createLobbies(parts);

  /** Whatever the server does meanwhile ends in a refusal, never in a crash. */
  async function reaching<T>(work: (replica: Replica) => Promise<T>): Promise<T | TogetherRefusal> {
    try {
      const done = await changeChain(work);
      return done === undefined ? { type: 'AlarmFirst' } : done;
    } catch (error) {
      if (error instanceof StreamAway) return { type: 'ServerAway' };
      throw error;
    }
  }

  const people: People = {
    ...createMoving(parts, reaching),
    get requests() {
      return lobbies.asking.map(({ shown }) => shown);
    },
    get lasts() {
      return lobbies.lasts;
    },
    pairings: createPairings(parts, reaching),
    intakes: createIntakes(parts),
    trust: createTrust(parts, reaching),
    returns: createReturns(parts, reaching),
    look: lobbies.look,
    watch: lobbies.watch,
    async invite(role) {
      const made = await reaching(async (replica) => {
        const about = { role, relay: server };
        const one = await invite(replica, about, children, clock, random);
        if ('type' in one) return refusalOf(one);
        const kept = (await readInvitations(resting)).filter(({ until }) => until > clock());
        const invitations = [...kept, one.invitation];
        return (await keepInvitations(resting, invitations))
          ? { ...one, invitations }
          : ({ type: 'NotNow' } as const);
      });
      if ('type' in made) return made;
      lobbies.invited(made.invitations);
      return { type: 'Invited', id: made.invitation.id, fragment: linkToFragment(made.link) };
    },
    async approve(requests, core) {
      const chosen = lobbies.asking.filter(({ shown }) => requests.includes(shown.id));
      if (chosen.length === 0) return { type: 'InvitationSpent' };
      const approvals = chosen.map(({ approval }) => approval);
      const refusal = await reaching((replica) => letIn(replica, approvals, core));
      tell();
      return refusal;
    },
    async decline(id) {
      const found = lobbies.asking.find(({ shown }) => shown.id === id);
      if (!found) return null;
      lobbies.decline(id);
      const refused = await reaching(
        async () => (await decline(found.approval, children, random)) ?? null,
      );
      tell();
      return isRefusedSomehow(refused) ? refusalOf(refused) : null;
    },
    change: (wish) =>
      reaching(async (replica) => {
        await replica.catchUp();
        if (await needsSixWords(wish, replica, resting)) return { type: 'SixWordsFirst' } as const;
        const outcome = await replica.change(wish);
        if (outcome.type !== 'Done') return refusalOf(outcome);
        // Whoever writes next would make the new key: it is made at once, while the server is there.
        if (replica.state.membership.rotationOwed && wish.type !== 'leave') {
          await replica.change({ type: 'rotate' });
        }
        return null;
      }),
    async welcomeRecovery() {
      await reaching(() => leaveDueWelcomes(parts));
    },
    setCircle: (which, members) =>
      reaching(async (replica) => {
        const circle = which === 'new' ? bytesToText(random(16)) : which;
        const { members: before = [], owed = false } = state.membership.circles.get(circle) ?? {};
        const outcome = await replica.formCircle(circle, members);
        if (outcome.type !== 'Done') return refusalOf(outcome);
        const adds = before.length > 0 && members.some((member) => !before.includes(member));
        // Owed ones are made for devices that came back too: what was said before is there for them.
        if (adds || owed) await publishCheckpoint(publisher, circle);
        return { type: 'CircleMade', circle } as const;
      }),
  };

  /**
   * One entry for all of them, a checkpoint in which they are, and a welcome for each. They wait beside us:
   * what the entry needs and where the checkpoint goes is asked for beside it, and the log is told of the
   * checkpoint while the welcomes are left.
   */
  async function letIn(
    replica: Replica,
    approvals: readonly Approval[],
    core: readonly string[],
  ): Promise<TogetherRefusal | null> {
    const offset = await parts.reached();
    parts.soonTurns();
    const place = openChunks(children, null, random);
    const admitted = await admitAll(replica, approvals, clock, random);
    if (admitted.type !== 'Admitted') {
      await parts.giveUpChunks(await place);
      return admitted.type === 'InvitationExpired' ? admitted : refusalOf(admitted);
    }
    // It may have been asked for with the token that this very entry has turned: then it is asked for again.
    const isThere = !isRefused(await place);
    const checkpoint = await storeCheckpoint(publisher, null, isThere ? place : null);
    if ('type' in checkpoint) return { type: 'WelcomeLater' };
    const about = { checkpoint, offset, relay: server };
    const leaving = approvals.map((one) => leaveWelcome(replica, one, about, children, random));
    const announced = await announceCheckpoint(publisher, checkpoint);
    const refused = await Promise.all(leaving);
    if (refused.some((one) => one !== undefined)) return { type: 'WelcomeLater' };
    await forgetInvitations(
      parts,
      approvals.map(({ invitation }) => invitation),
    );
    if (announced) return notPublished(announced);
    const devices = state.membership.devices;
    const members = approvals
      .filter(({ request }) => core.includes(requestId(request)))
      .map(({ request }) => devices.find(({ sign }) => isSame(sign, request.card.sign))?.member)
      .filter((member) => member !== undefined);
    return members.length > 0 ? intoCoreTeam(replica, members) : null;
  }

  async function intoCoreTeam(
    replica: Replica,
    added: readonly MemberId[],
  ): Promise<TogetherRefusal | null> {
    const id = coreTeamCircle(state.workspace);
    const before = state.membership.circles.get(id)?.members ?? [];
    const here = before.filter((member) => state.membership.members.get(member)?.active);
    const outcome = await replica.formCircle(id, [...here, ...added]);
    if (outcome.type !== 'Done') return refusalOf(outcome);
    const published = await publishCheckpoint(publisher, id);
    return 'type' in published ? notPublished(published) : null;
  }

  return people;
}

function isRefusedSomehow<T>(found: T): found is T & Parameters<typeof refusalOf>[0] {
  return typeof found === 'object' && found !== null && isRefused(found as object);
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return bytesToText(one) === bytesToText(other);
}
