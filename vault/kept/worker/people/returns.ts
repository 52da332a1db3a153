/**
 * Somebody here lost every device and comes back with a new one: by two of the trustees they named, each
 * on their own device, or by a steward. The way is opened once, and its link goes to the other trustees
 * in capsules; each compares the four words, hands over a share and agrees. Whoever finds that two
 * agree brings the person in.
 */
import { publishCheckpoint } from '../../../checkpoint/publish.ts';
import { onlyMeCircle } from '../../../circles/well-known.ts';
import { bytesToText, sameBytes } from '../../../envelope/bytes.ts';
import type { DeviceCard } from '../../../identity/types.ts';
import { agreementOn, leaveAgreement } from '../../../joining/agreement.ts';
import {
  handOverShare,
  openReturn,
  type Return,
  readmitMember,
  welcomeBack,
  whoReturns,
} from '../../../joining/come-back.ts';
import { fragmentToLink, linkToFragment } from '../../../joining/link.ts';
import { bytesToShare } from '../../../joining/shares.ts';
import { StreamAway } from '../../../log/stream-errors.ts';
import type { Replica } from '../../../log/types.ts';
import { recoveryDevicesOf } from '../../../membership/questions/recovery-devices.ts';
import { membersStillHere } from '../../../membership/questions/what-is-owed.ts';
import type { Device } from '../../../membership/state.ts';
import type { MemberId } from '../../../types.ts';
import type { FourWords, TogetherRefusal } from '../../people-types.ts';
import { RETURNS_TABLE } from '../../recovery-tables.ts';
import type { Returning } from '../../together-types.ts';
import type { PeopleParts } from './parts.ts';
import { notPublished, refusalOf } from './refusals.ts';

export interface Returns {
  /** Opens the way, and tells the person's trustees. */
  open(
    member: MemberId,
  ): Promise<{ readonly type: 'ReturnOpened'; readonly fragment: string } | TogetherRefusal>;
  /** Who asks, and how far it is; takes the steps that are this device's. */
  look(way: WayBack): Promise<readonly Returning[] | TogetherRefusal>;
  /** The words were the same. `shares` are those that this person keeps. */
  agree(agreed: Agreed): Promise<TogetherRefusal | null>;
}

/** A way back, as its link names it, and whose it is as the trustee says. */
export interface WayBack {
  readonly fragment: string;
  readonly member: MemberId;
}

export interface Agreed extends WayBack {
  /** Names the device that asks. */
  readonly id: string;
  readonly shares: readonly Uint8Array[];
  /** A steward's word alone, without shares of anything private. */
  readonly alone: boolean;
}

interface Known {
  readonly card: DeviceCard;
  readonly words: FourWords;
}

export function createReturns(
  parts: PeopleParts,
  reaching: <T>(work: (replica: Replica) => Promise<T>) => Promise<T | TogetherRefusal>,
): Returns {
  const { context, server, children, publisher, enclose } = parts;
  const { clock, resting } = context;
  const { random } = resting;
  const { state, member: me } = publisher.replica;
  const words = new Map<string, FourWords>();
  /** Devices whose words this person has compared, since the worker began. */
  const agreedTo = new Map<string, { readonly alone: boolean }>();

  const idOf = (card: DeviceCard) => bytesToText(card.sign);
  const trusteesOf = (member: MemberId) => [
    ...new Set(
      recoveryDevicesOf(state.membership, member, 'trustees').flatMap(({ trustees }) => trustees),
    ),
  ];
  const isSteward = () => state.membership.members.get(me)?.role === 'steward';
  const listed = (card: DeviceCard, member: MemberId): Device | undefined =>
    state.membership.devices.find(
      (one) => one.active && one.member === member && sameBytes(one.sign, card.sign),
    );

  function wayOf({ fragment, member }: WayBack): Return | null {
    const link = fragmentToLink(fragment);
    if ('type' in link || link.kind !== 'return') return null;
    return { secret: Uint8Array.from(link.secret), member, until: 0 };
  }

  async function asking(way: Return): Promise<readonly Known[]> {
    const found = await whoReturns(way, state.workspace, children, words);
    if ('type' in found) return [];
    for (const one of found) words.set(idOf(one.card), one.words);
    return found;
  }

  /** Where two agree, or a steward says so: brings the person in. Null once they are, or others must first. */
  async function advance(
    replica: Replica,
    way: Return,
    card: DeviceCard,
  ): Promise<TogetherRefusal | null> {
    await replica.catchUp();
    const trustees = trusteesOf(way.member);
    const now = await agreementOn(replica, way, card, trustees, children);
    if ('type' in now) return refusalOf(now);
    if (listed(card, way.member)) {
      if (now.welcomed) return includeBack(replica, way.member, 'and tell them');
      return welcome(replica, way, card);
    }
    const alone = agreedTo.get(idOf(card))?.alone === true;
    if (!alone && !now.mine) {
      const refused = await leaveAgreement(replica, way, card, children, random);
      if (refused) return refusalOf(refused);
    }
    if (!alone && now.second === null) return null;
    const outcome = await readmitMember(replica, way.member, card, alone ? null : now.second);
    if (outcome.type !== 'Done') return refusalOf(outcome);
    return welcome(replica, way, card);
  }

  async function welcome(
    replica: Replica,
    way: Return,
    card: DeviceCard,
  ): Promise<TogetherRefusal | null> {
    const offset = await parts.reached();
    const included = await includeBack(replica, way.member, 'the checkpoint does');
    if (included) return included;
    const checkpoint = await publishCheckpoint(publisher);
    if ('type' in checkpoint) return notPublished(checkpoint);
    const about = { checkpoint, offset, relay: server };
    const refused = await welcomeBack(replica, way, card, about, children, random);
    return refused ? refusalOf(refused) : null;
  }

  /** Circles that this device holds and the person is in: their new device reads them, since words were compared. */
  async function includeBack(
    replica: Replica,
    member: MemberId,
    told: 'and tell them' | 'the checkpoint does',
  ): Promise<TogetherRefusal | null> {
    for (const circle of [...state.membership.circles.values()]) {
      const { id, owed, members, holders } = circle;
      if (!owed || !members.includes(member) || !holders.includes(replica.device)) continue;
      const here = membersStillHere(state.membership, circle);
      const outcome = await replica.formCircle(id, here);
      if (outcome.type !== 'Done') continue;
      if (told === 'the checkpoint does') continue;
      const published = await publishCheckpoint(publisher, id);
      if ('type' in published) return notPublished(published);
    }
    return null;
  }

  return {
    open: (member) =>
      reaching(async (replica) => {
        const trustees = trusteesOf(member);
        if (!isSteward() && !trustees.includes(me)) return { type: 'NotASteward' } as const;
        const opened = await openReturn(replica, member, server, children, clock, random);
        if ('type' in opened) return refusalOf(opened);
        const fragment = linkToFragment(opened.link);
        const fields = { member, link: fragment, until: opened.way.until, by: me };
        const record = bytesToText(random(16));
        const ops = Object.entries(fields).map(([field, value]) => ({
          table: RETURNS_TABLE,
          record,
          field,
          value,
        }));
        const circles = [...new Set([me, ...trustees])]
          .map((one) => onlyMeCircle(state.workspace, one))
          .filter((id) => state.membership.circles.get(id)?.owed === false);
        const isTold = await enclose(circles.map((to) => ({ to, ops })));
        return isTold
          ? ({ type: 'ReturnOpened', fragment } as const)
          : ({ type: 'ServerAway' } as const);
      }),
    async look(at) {
      const way = wayOf(at);
      if (!way) return { type: 'NotNow' };
      try {
        const found = await asking(way);
        for (const { card } of found) {
          if (agreedTo.has(idOf(card))) await reaching((replica) => advance(replica, way, card));
        }
        return found.map(({ card, words: four }) => ({
          id: idOf(card),
          words: four,
          agreed: agreedTo.has(idOf(card)),
          back: listed(card, way.member) !== undefined,
        }));
      } catch (error) {
        if (error instanceof StreamAway) return { type: 'ServerAway' };
        throw error;
      }
    },
    agree: (at) =>
      reaching(async (replica) => {
        const way = wayOf(at);
        const card = way && (await asking(way)).find((one) => idOf(one.card) === at.id)?.card;
        if (!way || !card) return { type: 'InvitationExpired' } as const;
        if (at.alone && !isSteward()) return { type: 'NotASteward' } as const;
        const held = recoveryDevicesOf(state.membership, way.member, 'trustees');
        for (const bytes of at.shares) {
          const share = bytesToShare(bytes);
          if (!share || !held.some(({ sign }) => sameBytes(sign, share.of))) continue;
          const refused = await handOverShare(way, share, card, children, random);
          if (refused) return refusalOf(refused);
        }
        agreedTo.set(at.id, { alone: at.alone });
        return advance(replica, way, card);
      }),
  };
}
