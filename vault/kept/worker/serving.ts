/**
 * The server that brings an open workspace together with others: found on the disk, followed by one tab at
 * a time, and gone on from where the chain says that the workspace is elsewhere.
 */
import { sameBytes } from '../../envelope/bytes.ts';
import { readServer, type ServerRecord } from '../../local/rest/server-record.ts';
import { StreamAway } from '../../log/stream-errors.ts';
import type { Replica } from '../../log/types.ts';
import { type Alarms, openAlarms } from '../../sync/alarms.ts';
import { createFollower, type Follower, type Round } from '../../sync/follow.ts';
import type { TogetherRefusal } from '../people-types.ts';
import type { TabMessage } from '../tabs.ts';
import { followMove } from './moves/follow-move.ts';
import type { Others } from './others.ts';
import type { Outbox } from './outbox.ts';
import type { Served, Writes } from './served.ts';
import type { SessionContext } from './session-types.ts';
import type { ForPage } from './to-page.ts';
import type { Look } from './waiting-writes.ts';

export interface Serving {
  /** Undefined while no server is known. */
  readonly served: Served | undefined;
  /** What a person has not settled yet; undefined before they were opened. */
  readonly alarms: Alarms | undefined;
  openAlarms(): Promise<void>;
  /** Whether the place has a server by now. */
  find(): Promise<boolean>;
  /** True where the workspace goes on in another stream, and this device there. */
  goOn(): Promise<boolean>;
  /** A compaction was just read. */
  compacted(): void;
  /** Begins to be served. With nothing waiting, and the place this tab's. */
  begin(server: string, voucher: string): Promise<TogetherRefusal | undefined>;
  /** Follows the server from now on, as soon as there is one. */
  start(): void;
  stop(): void;
  /** There is something to send. */
  poke(): void;
  tryNow(): void;
  /** Tells other tabs how the server is. */
  sayServer(): void;
  /** Another tab, which follows it, says how the server is. */
  heard(message: Extract<TabMessage, { type: 'server' }>): void;
}

export interface ServingParts {
  readonly context: SessionContext;
  readonly replica: Replica;
  readonly page: ForPage;
  readonly outbox: Outbox;
  readonly others: () => Others;
  /** This tab's turn, while no other tab works on the place. */
  readonly inPlace: <T>(work: () => Promise<T>) => Promise<T>;
  readonly catchUp: () => Promise<boolean>;
  readonly compare: (look: Look) => void;
  readonly handOn: () => Promise<void>;
  readonly snapshotIfDue: () => Promise<void>;
  readonly sayIfNewer: () => void;
  /** What a move left behind is deleted, where nobody needs it any more. */
  readonly settleLeft: () => Promise<unknown>;
}

/** Moves that are followed in one round. */
const MOST_MOVES = 8;

export function createServing(parts: ServingParts): Serving {
  const { context, replica, page, outbox } = parts;
  const { resting, keyring, clock, tabs, network } = context;
  const { storage, random } = resting;
  const { place } = resting.keys;
  let served: Served | undefined;
  let follower: Follower | undefined;
  let alarms: Alarms | undefined;
  let stopFollowing: (() => void) | undefined;
  let isStarted = false;
  /** Where on the server the batch began that said that the workspace goes on elsewhere. */
  let readFrom: string | null = null;

  /** Whether the place has a server by now: another tab may have found one. */
  async function find(): Promise<boolean> {
    if (served) return true;
    const stored = await readServer(resting);
    if (!stored) return false;
    // What was stored alone is settled before; what could not be is held from now on.
    if (outbox.waiting() > 0) await parts.catchUp();
    const from = { resting, replica, stream: null, readFrom: null };
    await beServed((await followMove(from, stored)) ?? stored);
    outbox.putBack(outbox.drain());
    replica.adopt([], []);
    follower = createFollower({
      round,
      async news(signal) {
        const at = served;
        return at ? at.relay.wait(await at.stream.reached(), signal) : false;
      },
      wait: network.wait,
      dueIn,
      random,
      now: clock,
    });
    if (isStarted) follow();
    return true;
  }

  async function beServed(record: ServerRecord, writes?: Writes): Promise<void> {
    const { createServed } = await import('./served.ts');
    alarms ??= await openAlarms(resting);
    const stuck = page.sayRefused;
    const told = () => {
      page.tell();
      sayServer();
    };
    served = createServed({ context, replica, network, record, alarms, writes, stuck, told });
  }

  /** To the other tabs. */
  function sayServer() {
    if (served) context.say({ type: 'server', server: served.server, because: served.because });
  }

  /** Where the chain has gone on, this device goes on there too. True where that is another stream. */
  async function goOn(): Promise<boolean> {
    const at = served;
    if (!at) return false;
    const { id } = at.stream;
    const record = await followMove({ resting, replica, stream: id, readFrom }, at.record);
    if (!record) return false;
    readFrom = null;
    at.record = record;
    if (sameBytes(id, replica.state.stream)) return false;
    await beServed(record, at.writes);
    parts.others().moved();
    return true;
  }

  /** In how many milliseconds this device has something to do though nobody writes; or null. */
  function dueIn(): number | null {
    const times = [served?.dueIn() ?? null, parts.others().dueIn()].filter((time) => time !== null);
    return times.length === 0 ? null : Math.min(...times);
  }

  /** Waits to be the tab that follows the server, and is it until this tab ends. */
  function follow() {
    const following = follower;
    if (!following || stopFollowing) return;
    const stop = tabs.lead(place, (signal) => following.run(signal));
    const forget = network.onBack(() => following.tryNow());
    stopFollowing = () => {
      stop();
      forget();
    };
  }

  /** One round with the server: reads, sends, and says how it went to the page and to other tabs. */
  async function round(): Promise<Round> {
    const at = served;
    if (!at) return { type: 'Over' };
    const ended = await parts.inPlace(async (): Promise<Round> => {
      await goOn();
      let now = await reachOut(served ?? at);
      for (let moves = 0; moves < MOST_MOVES && (await goOn()) && served; moves += 1) {
        now = await reachOut(served);
      }
      if (now.type === 'Done') await parts.settleLeft().catch(ignoreAway);
      parts.compare(await (served ?? at).look());
      if (alarms?.isNew) await storage.write([await alarms.toRest()]);
      parts.sayIfNewer();
      if (now.type === 'Done') page.sayStored();
      await parts.handOn();
      await parts.snapshotIfDue();
      return now;
    });
    context.say({ type: 'written' });
    const { server, because } = served ?? at;
    context.say({ type: 'server', server, because });
    return ended;
  }

  function reachOut(at: Served): Promise<Round> {
    return at.reaching(async () => {
      const read = await at.readAndSend();
      if (read.type === 'Done') await parts.others().afterReading(at).catch(ignoreAway);
      return read;
    });
  }

  async function begin(server: string, voucher: string): Promise<TogetherRefusal | undefined> {
    if (outbox.waiting() > 0) return { type: 'NotNow' };
    const { beginOnServer } = await import('./begin-on-server.ts');
    const before = (await find()) ? served : undefined;
    // Again on its own server only where that has lost the stream.
    if (before && before.because !== 'lost-data') return { type: 'NotNow' };
    if (!before && !(await parts.catchUp())) return { type: 'NotNow' };
    const from = before ? before.record.since : Number(replica.offset);
    const left = before?.record.left ?? [];
    const asked = { resting, keyring, replica, network, since: from, again: !!before, left };
    const refusal = await beginOnServer(asked, server, voucher);
    if (refusal) return refusal;
    if (before) follower?.tryNow();
    await find();
    page.tell();
    return undefined;
  }

  return {
    get served() {
      return served;
    },
    get alarms() {
      return alarms;
    },
    async openAlarms() {
      alarms = await openAlarms(resting);
    },
    find,
    goOn,
    compacted() {
      readFrom = served?.stream.readingFrom ?? null;
    },
    begin,
    start() {
      isStarted = true;
      follow();
    },
    stop: () => stopFollowing?.(),
    poke: () => follower?.poke(),
    tryNow: () => follower?.tryNow(),
    sayServer,
    heard(message) {
      if (!served) return;
      served.server = message.server;
      served.because = message.because;
      page.tell();
    },
  };
}

/** The server may go away at any moment: what was left undone is done in the next round. */
function ignoreAway(error: unknown): void {
  if (!(error instanceof StreamAway)) throw error;
}
