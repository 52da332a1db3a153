/** What an open workspace that a server brings together with others does about them. */
import type { Carried } from '../../checkpoint/carried.ts';
import { sameBytes } from '../../envelope/bytes.ts';
import { StorageGone } from '../../local/storage.ts';
import { type Children, isRefused } from '../../log/children.ts';
import { StreamAway } from '../../log/stream-errors.ts';
import type { Replica } from '../../log/types.ts';
import { createRelayChildren } from '../../sync/relay-children.ts';
import { createAttesting } from './attesting.ts';
import type { Given } from './given.ts';
import type { PeopleParts } from './people/parts.ts';
import type { People } from './people/people.ts';
import type { Served } from './served.ts';
import type { Session, SessionContext } from './session-types.ts';
import type { ForPage } from './to-page.ts';

export interface Others {
  /** What can be done about them; undefined where there is no server. */
  people(): Promise<People | undefined>;
  /** The same, where it was asked for already. */
  readonly known: People | undefined;
  /** What a round leaves to be done: one's own circle, and circles that one was taken into. */
  afterReading(here: Served): Promise<void>;
  /** In how many milliseconds something is due though nothing happens; or null. */
  dueIn(): number | null;
  /** Looks for who asks to be let in, for as long as it is on. */
  watch(on: boolean): void;
  /** The workspace goes on in another stream: what belonged to the one before is made anew. */
  moved(): void;
}

export interface OthersParts {
  readonly context: SessionContext;
  readonly replica: Replica;
  readonly carried: Carried;
  readonly onlyMe: string;
  readonly page: ForPage;
  readonly served: () => Served | undefined;
  readonly given: () => Given | undefined;
  readonly changeChain: Session['changeChain'];
  /** The page was given tables that the log does not hold. */
  readonly moved: () => void;
}

const HOUR = 3_600_000;
/** Until a welcome that could not be left is tried again. */
const SOON = 60_000;
/** Until a welcome that is owed is tried again for the first time; then twice as long each time. */
const FIRST_WAIT = 2_000;
/** Until it is looked again whether there is a server. */
const LOOKS = 3_000;

export function createOthers(parts: OthersParts): Others {
  const { context, replica, carried, onlyMe, page } = parts;
  let people: People | undefined;
  const attesting = createAttesting({ context, replica, carried, blocks: blocksOf(false) });
  let watching: AbortController | undefined;
  /** When to look next whether a recovery device waits for a welcome. */
  let lookNext = 0;
  /** When to try again to leave a welcome that is owed, and how long was waited for it last. */
  let owedAgain: number | null = null;
  let owedWait = 0;
  /** Since which compaction that was looked at last. */
  let lookedIn: Uint8Array | undefined;

  /** Streams beside this workspace's own. */
  function childrenOf({ record, relay }: Served): Children {
    const at = { ...context.network, server: record.server };
    return createRelayChildren(at, {
      id: replica.state.stream,
      withAppendToken: (use) => relay.withAppendToken(use),
    });
  }

  function partsOf(here: Served): PeopleParts {
    const children = childrenOf(here);
    const { random } = context.resting;
    return {
      context,
      server: here.record.server,
      children,
      publisher: { replica, carried, blocks: blocksOf(false), children, random },
      erasedBlocks: blocksOf(true),
      reached: () => here.stream.reached(),
      soonTurns: here.relay.soonTurns,
      async giveUpChunks(place) {
        if (isRefused(place)) return;
        await here.relay.removeChild(place.at.stream).catch(ignoreAway);
      },
      changeChain: parts.changeChain,
      enclose: here.enclose,
      tell: page.tell,
    };
  }

  function blocksOf(erased: boolean) {
    return async () => {
      page.handOn();
      return context.blocks(erased);
    };
  }

  /** At first, once in a while, after each compaction, and soon again where it could not be done. */
  async function welcomeRecovery(here: Served): Promise<void> {
    const { resting, clock } = context;
    const { incarnation } = replica.state;
    const isNew = lookedIn === undefined || !sameBytes(lookedIn, incarnation);
    // A clock that was set back meanwhile puts nothing off for years.
    if (!isNew && clock() < lookNext && clock() >= lookNext - HOUR) return;
    lookNext = clock() + HOUR;
    lookedIn = incarnation;
    if (!(await resting.storage.get(resting.keys.recoveryLobbies))) return;
    const { leaveDueWelcomes } = await import('./people/recovery-welcomes.ts');
    if (!(await leaveDueWelcomes(partsOf(here)))) lookNext = clock() + SOON;
  }

  /** Who was let in and could not be told waits for it: no person has to do anything. */
  async function leaveOwed(here: Served): Promise<void> {
    const { resting, clock } = context;
    // A clock that was set back meanwhile puts nothing off for years.
    if (owedAgain !== null && clock() < owedAgain && clock() >= owedAgain - HOUR) return;
    owedAgain = null;
    if (!(await resting.storage.get(resting.keys.invitations))) return;
    const { leaveOwedWelcomes } = await import('./people/owed-welcomes.ts');
    // Each try makes a checkpoint: whoever makes them fail does not have the quota spent on them.
    owedWait = Math.min(HOUR, Math.max(FIRST_WAIT, owedWait * 2));
    owedAgain = clock() + owedWait;
    if (!(await leaveOwedWelcomes(partsOf(here)))) return;
    owedAgain = null;
    owedWait = 0;
  }

  function dueIn(): number | null {
    const again = owedAgain === null ? null : Math.max(0, owedAgain - context.clock());
    const attest = attesting.dueIn();
    return again === null || attest === null ? (again ?? attest) : Math.min(again, attest);
  }

  async function peopleNow(): Promise<People | undefined> {
    const here = parts.served();
    if (people || !here) return people;
    const { createPeople } = await import('./people/people.ts');
    people ??= createPeople(partsOf(here));
    return people;
  }

  function watch(on: boolean): void {
    if (on === (watching !== undefined)) return;
    watching?.abort();
    watching = on ? new AbortController() : undefined;
    if (watching) void keepWatching(watching.signal);
  }

  /** A workspace that has no server yet may get one; a storage that went away is told elsewhere. */
  async function keepWatching(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const now = await peopleNow();
      if (now) await now.watch(signal).catch(ignoreGone);
      if (!signal.aborted) await context.network.wait(LOOKS, signal);
    }
  }

  return {
    get known() {
      return people;
    },
    people: peopleNow,
    watch,
    moved() {
      people = undefined;
      if (!watching) return;
      watch(false);
      watch(true);
    },
    dueIn,
    async afterReading(here) {
      const me = replica.state.membership.members.get(replica.member);
      if (me?.active && isOnlyMeMissing(replica, onlyMe)) {
        await replica.formCircle(onlyMe, [replica.member]);
      }
      if (me?.active) await welcomeRecovery(here);
      if (me?.role === 'steward') await leaveOwed(here);
      // Whoever may let people in will want to: what that takes is here when they do.
      if (me?.role === 'steward') void peopleNow().catch(() => {});
      if (carried.waiting.size === 0 && carried.checkpoints.length === 0) return;
      const { takeInCircles } = await import('./people/circle-parts.ts');
      const children = childrenOf(here);
      for (const taken of await takeInCircles(replica, carried, children)) {
        page.handOn();
        context.post({ type: 'merge', ...taken });
        parts.moved();
      }
      await parts.given()?.keepUp();
      await attesting.lookIfDue(children);
    },
  };
}

/** It is not there yet; or nobody holds it any more, since its person came back with a new device. */
function isOnlyMeMissing({ state: { membership } }: Replica, onlyMe: string): boolean {
  const circle = membership.circles.get(onlyMe);
  return !circle?.holders.some((number) => membership.devices[number]?.active);
}

/** The server may have gone away: nothing hangs on this. */
function ignoreAway(error: unknown): void {
  if (!(error instanceof StreamAway)) throw error;
}

function ignoreGone(error: unknown): void {
  if (!(error instanceof StorageGone)) throw error;
}
