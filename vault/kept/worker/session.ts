/**
 * One open workspace in the worker: holds its keys, takes writes from the page, has them saved, and
 * hands back what was read. Alone, a write is sealed and stored one tab at a time and counts as saved
 * once its message is on the disk (strict) and was read back at its position. Served, it counts as
 * saved here once it is held (`served.ts`), and on the server once it was read back from there.
 */
import { type Carried, carry, keepsSealed } from '../../checkpoint/carried.ts';
import { coreTeamCircle, onlyMeCircle } from '../../circles/well-known.ts';
import type { Block } from '../../fold/columns/snapshot.ts';
import type { Clock } from '../../identity/types.ts';
import { activeDevice } from '../../local/rest/active-device.ts';
import type { KeyringAtRest, Resting } from '../../local/rest/keys-at-rest.ts';
import { readServer } from '../../local/rest/server-record.ts';
import { snapshotPlace, writeSnapshot } from '../../local/rest/snapshot.ts';
import {
  createStoredStream,
  LeftBehind,
  type StoredStream,
} from '../../local/rest/stored-stream.ts';
import { StorageGone, type Write, type WriteRefusal } from '../../local/storage.ts';
import type { Children } from '../../log/children.ts';
import { createReplica } from '../../log/replica.ts';
import { StreamAway } from '../../log/stream-errors.ts';
import { createTurns } from '../../log/turns.ts';
import type { Delivered, Replica, SendOutcome, Stream } from '../../log/types.ts';
import type { State } from '../../membership/state.ts';
import type { Alarms } from '../../sync/alarms.ts';
import { openAlarms } from '../../sync/alarms.ts';
import { createFollower, type Follower, type Round } from '../../sync/follow.ts';
import type { Network } from '../../sync/network.ts';
import { type ChildrenParent, createRelayChildren } from '../../sync/relay-children.ts';
import type { Accepted } from '../../types.ts';
import type { SafetyState, WaitingBecause } from '../../workspace.ts';
import type { PassingContent, ToPage, WrittenBefore } from '../messages.ts';
import type { TabMessage, Tabs } from '../tabs.ts';
import type { TogetherAlarm, TogetherRefusal, TogetherState } from '../together-types.ts';
import { type Batch, createOutbox } from './outbox.ts';
import type { People } from './people/people.ts';
import type { Served } from './served.ts';
import { togetherState } from './together-state.ts';

/** A snapshot is taken when this many messages follow the one before. */
const TAIL = 200;
/** Messages kept for a server that loses them, beyond those since the last snapshot. */
const FOR_HEALING = 4_000;

export interface SessionContext {
  readonly resting: Resting;
  readonly keyring: KeyringAtRest;
  readonly clock: Clock;
  readonly tabs: Tabs;
  readonly network: Network;
  readonly post: (message: ToPage) => void;
  /** Asks the page for its folded state. */
  readonly blocks: () => Promise<readonly Block[]>;
  /** This tab lags behind what is still stored: it must open anew. */
  readonly leftBehind: () => void;
  /** Tells other tabs. */
  readonly say: (message: TabMessage) => void;
}

export interface Session {
  readonly place: string;
  readonly resting: Resting;
  readonly keyring: KeyringAtRest;
  readonly replica: Replica;
  readonly onlyMe: string;
  readonly coreTeam: string;
  /** How this device's workspace stands with others. */
  together(): TogetherState;
  /** Looks for a server, and gives what waits for it from before. Nothing is followed yet. */
  prepare(): Promise<readonly WrittenBefore[]>;
  /** What waits for the server and could not be read. */
  readonly heldDamaged: number;
  /** Begins to follow the server, once the page has its tables. */
  start(): void;
  /** Ends what goes on by itself. */
  stop(): void;
  write(batch: Batch): void;
  /** Saves until nothing waits to be saved, or nothing more can be stored. */
  flush(): Promise<SafetyState>;
  /** Another tab says something. */
  heard(message: TabMessage): void;
  tryNow(): void;
  serve(server: string, voucher: string): Promise<TogetherRefusal | undefined>;
  settleAlarm(alarm: TogetherAlarm): Promise<void>;
  /** What can be done about the others; undefined where no server brings them together. */
  people(): Promise<People | undefined>;
  /**
   * Runs work on the chain while no other tab writes, and takes a snapshot after it. Gives undefined
   * where a fork waits for a person: until it is settled nobody changes who is here.
   */
  changeChain<T>(work: (replica: Replica) => Promise<T>): Promise<T | undefined>;
  /** Writes everything a passing workspace held, in order, each with its audience; all, or refused. */
  replay(passing: PassingContent): Promise<WriteRefusal | undefined>;
  snapshot(also?: readonly Write[]): Promise<WriteRefusal | undefined>;
  /** Runs work on the page's folded state while it stands at the same position as the chain. */
  withBlocks<T>(work: (blocks: readonly Block[]) => Promise<T>): Promise<T>;
}

export interface SessionStart {
  readonly state: State;
  readonly offset: number;
  readonly carried: Carried;
}

/** A session that goes on from a state that was read up to `offset`. Nothing is delivered yet. */
export function createSession(context: SessionContext, start: SessionStart): Session {
  const { resting, keyring, clock, tabs, post } = context;
  const { storage, keys, random } = resting;
  const { place } = keys;
  const here: StoredStream = createStoredStream(storage, keys, start.state.stream);
  const { carried } = start;
  const outbox = createOutbox();
  const inTurn = createTurns();
  let served: Served | undefined;
  let follower: Follower | undefined;
  let stopFollowing = () => {};
  let isFollowing = false;
  let alarms: Alarms | undefined;
  let entries: Accepted[] = [];
  let settled: number[] = [];
  let waiting: WrittenBefore[] = [];
  let chainMoved = false;
  let stuck: Extract<SafetyState, { type: 'ReadOnly' }> | null = null;

  const stream: Stream = {
    id: start.state.stream,
    append: (wires, turn) => (served?.stream ?? here).append(wires, turn),
    read: (from) => (served?.stream ?? here).read(from),
  };
  const replica = createReplica({
    state: start.state,
    keys: keyring,
    stream,
    device: activeDevice(start.state, keyring.device.card),
    offset: String(start.offset),
    random,
    clock,
    deliver,
    beforeAppend: async (sent) => served?.sending(sent),
    keepSealed: keepsSealed(carried),
  });

  const onlyMe = onlyMeCircle(start.state.workspace, replica.member);
  const coreTeam = coreTeamCircle(start.state.workspace);

  function deliver(delivered: Delivered) {
    served?.delivered(delivered);
    carry(carried, delivered, replica.state, replica.device);
    if (delivered.type === 'Content') entries.push(delivered.accepted);
    else if (delivered.type === 'Chain' || delivered.type === 'Circle') chainMoved = true;
    else if (delivered.type === 'Alarm' || delivered.type === 'WrongKey') alarm(delivered);
    if (!served && 'tickets' in delivered) settled.push(...outbox.settle(delivered.tickets));
  }

  function alarm(delivered: Extract<Delivered, { type: 'Alarm' | 'WrongKey' }>) {
    if (delivered.type === 'WrongKey') {
      const { position, by } = delivered;
      alarms?.add({ type: 'WrongKey', position, device: by });
      return;
    }
    const { type, position, device } = delivered.alarm;
    const member = replica.state.membership.devices[device]?.member;
    if (type === 'Clone') alarms?.add({ type, position, device });
    else alarms?.add({ type, position, members: member === undefined ? [] : [member] });
  }

  function handOn() {
    if (entries.length > 0 || settled.length > 0 || waiting.length > 0) {
      post({ type: 'entries', entries, settled, waiting });
    }
    entries = [];
    settled = [];
    waiting = [];
    tell();
  }

  function together(): TogetherState {
    return togetherState(replica, {
      requests: people?.requests ?? [],
      lasts: people?.lasts ?? new Map(),
      server: served?.server ?? { type: 'NoServer' },
      alarms: alarms?.list() ?? [],
      waiting: served?.waiting ?? 0,
      now: clock(),
    });
  }

  /** Streams beside this workspace's own. */
  function childrenOf({ record, relay }: Served): Children {
    const at = { ...context.network, server: record.server };
    const withAppendToken: ChildrenParent['withAppendToken'] = (use) => relay.withAppendToken(use);
    return createRelayChildren(at, { id: start.state.stream, withAppendToken });
  }

  let people: People | undefined;

  async function getPeople(): Promise<People | undefined> {
    if (people || !served) return people;
    const here = served;
    const { createPeople } = await import('./people/people.ts');
    const children = childrenOf(here);
    const blocks = async () => {
      handOn();
      return (await context.blocks()) ?? [];
    };
    people ??= createPeople({
      context,
      server: here.record.server,
      children,
      publisher: { replica, carried, blocks, children, random },
      reached: () => here.stream.reached(),
      changeChain: session.changeChain,
      tell,
    });
    return people;
  }

  /** What a round leaves to be done: one's own circle, and circles that one was taken into. */
  async function afterReading(here: Served): Promise<void> {
    const { membership } = replica.state;
    const me = membership.members.get(replica.member);
    if (me?.active && !membership.circles.has(onlyMe)) {
      await replica.formCircle(onlyMe, [replica.member]);
    }
    if (carried.waiting.size === 0 && carried.checkpoints.length === 0) return;
    const { takeInCircles } = await import('./people/circle-parts.ts');
    for (const taken of await takeInCircles(replica, carried, childrenOf(here))) {
      handOn();
      post({ type: 'merge', ...taken });
      chainMoved = true;
    }
  }

  let told = '';

  /** Tells the page how things stand, where that is not as it was. */
  function tell() {
    const because: WaitingBecause = served?.because ?? 'on-its-way';
    const state = together();
    const telling = JSON.stringify([because, state]);
    if (telling !== told) post({ type: 'together', together: state, because });
    told = telling;
  }

  function say(next: typeof stuck) {
    if (next?.because === stuck?.because) return;
    stuck = next;
    post({ type: 'stuck', stuck });
  }

  function sayIfNewer() {
    if (replica.state.membership.version > 1) say({ type: 'ReadOnly', because: 'newer-version' });
  }

  function sayGone(error: unknown) {
    if (!(error instanceof StorageGone)) throw error;
    say({ type: 'ReadOnly', because: 'storage-lost' });
  }

  function sayRefused(refusal: WriteRefusal) {
    const because = refusal.type === 'StorageFull' ? 'storage-full' : 'storage-lost';
    say({ type: 'ReadOnly', because });
  }

  /** This tab's turn, while no other tab works on the place. */
  function inPlace<T>(work: () => Promise<T>): Promise<T> {
    return inTurn(() => tabs.exclusively(place, work));
  }

  /** Reads what is here. */
  async function catchUp(): Promise<boolean> {
    const look = await served?.look();
    try {
      await replica.catchUp();
      return true;
    } catch (error) {
      if (error instanceof LeftBehind) context.leftBehind();
      else if (error instanceof StorageGone) say({ type: 'ReadOnly', because: 'storage-lost' });
      else throw error;
      return false;
    } finally {
      if (look) compare(look);
      handOn();
    }
  }

  function compare(look: Awaited<ReturnType<Served['look']>>) {
    const found = served?.compare(look);
    settled.push(...(found?.settled ?? []));
    waiting.push(...(found?.waiting ?? []));
  }

  async function saveAlone(): Promise<void> {
    await inPlace(async () => {
      if (await findServer()) return;
      if (!(await catchUp())) return;
      outbox.takeAll((audience, run) => replica.write(audience, [run]));
      if (replica.held().length === 0) return;
      const outcome = await replica.send().catch(orGone);
      handOn();
      say(outcome?.type === 'AllReadBack' ? null : { type: 'ReadOnly', because: why(outcome) });
      await snapshotIfDue();
    });
    context.say({ type: 'written' });
  }

  function why(outcome: SendOutcome | undefined) {
    if (outcome?.type === 'Held' && outcome.because === 'Blocked') return 'newer-version';
    return here.refused?.type === 'StorageFull' ? 'storage-full' : 'storage-lost';
  }

  /** Writes down what the page wrote: nothing else is needed, and nobody is waited for. */
  async function hold(): Promise<void> {
    const batches = outbox.drain();
    if (!served || batches.length === 0) return;
    const refusal = await served.hold(batches);
    if (refusal) {
      outbox.putBack(batches);
      sayRefused(refusal);
      return;
    }
    if (stuck?.because !== 'newer-version') say(null);
    post({ type: 'held', batches: batches.map(({ batch }) => batch) });
    tell();
    follower?.poke();
    context.say({ type: 'written' });
  }

  /** Whether the place has a server by now: another tab may have found one. */
  async function findServer(): Promise<boolean> {
    if (served) return true;
    const record = await readServer(resting);
    if (!record) return false;
    // What was stored alone is settled before; what could not be is held from now on.
    if (outbox.waiting() > 0) await catchUp();
    const { createServed } = await import('./served.ts');
    const known = alarms ?? (await openAlarms(resting));
    alarms = known;
    const parts = { context, replica, network: context.network, record, alarms: known };
    served = createServed({ ...parts, stuck: sayRefused });
    outbox.putBack(outbox.drain());
    replica.adopt([], []);
    follower = createFollower({
      round,
      news: async (signal) =>
        (await served?.relay.wait((await served?.stream.reached()) ?? '', signal)) ?? false,
      wait: context.network.wait,
      dueIn: () => served?.dueIn() ?? null,
      random,
      now: clock,
    });
    return true;
  }

  /** One round with the server: reads, sends, and says how it went to the page and to other tabs. */
  async function round(): Promise<Round> {
    const ended = await inPlace(async (): Promise<Round> => {
      if (!served) return { type: 'Over' };
      const here = served;
      const now = await here.reaching(async () => {
        const read = await here.readAndSend();
        if (read.type === 'Done') await afterReading(here).catch(ignoreAway);
        return read;
      });
      compare(await served.look());
      if (alarms?.isNew) await storage.write([await alarms.toRest()]);
      sayIfNewer();
      if (now.type === 'Done' && stuck?.because !== 'newer-version') say(null);
      handOn();
      await snapshotIfDue();
      return now;
    });
    if (served) {
      context.say({ type: 'written' });
      context.say({ type: 'server', server: served.server, because: served.because });
    }
    return ended;
  }

  async function snapshotIfDue(): Promise<void> {
    const before = await snapshotPlace(resting);
    const due = chainMoved || Number(replica.offset) - before.offset >= TAIL;
    const refusal = due && stuck === null ? await snapshot() : undefined;
    if (!refusal) return;
    const full = refusal.type === 'StorageFull';
    say({ type: 'ReadOnly', because: full ? 'storage-full' : 'storage-lost' });
  }

  async function snapshot(also: readonly Write[] = []): Promise<WriteRefusal | undefined> {
    const blocks = await context.blocks();
    const { state, offset } = replica;
    const before = await snapshotPlace(resting);
    const whole = { state, offset: Number(offset), blocks, carried };
    const since = served?.record.since ?? Number.POSITIVE_INFINITY;
    const keepFrom = Math.max(since, whole.offset - FOR_HEALING);
    const { owed } = keyring;
    const refusal = await writeSnapshot(resting, whole, before, [...owed, ...also], keepFrom);
    if (refusal) return refusal;
    keyring.paid(owed);
    chainMoved = false;
    return undefined;
  }

  let flushing: Promise<void> | undefined;

  /** Everything waiting goes in as few entries as may be: one round takes all that came meanwhile. */
  async function flush(): Promise<SafetyState> {
    flushing ??= (async () => {
      do await (served ? hold() : saveAlone()).catch(sayGone);
      while (outbox.hasNew() && stuck === null);
    })().finally(() => {
      flushing = undefined;
    });
    await flushing;
    if (stuck) return stuck;
    const unsaved = outbox.waiting();
    return unsaved === 0 ? { type: 'SavedHere' } : { type: 'Saving', waiting: unsaved };
  }

  function startFollowing() {
    const following = follower;
    if (!following) return;
    isFollowing = true;
    const stop = tabs.lead(place, (signal) => following.run(signal));
    const forget = context.network.onBack(() => following.tryNow());
    stopFollowing = () => {
      stop();
      forget();
    };
  }

  async function readOn(): Promise<void> {
    if (served) await inTurn(catchUp);
    else await inPlace(async () => void ((await findServer()) || (await catchUp())));
    if (served) follower?.poke();
  }

  const session: Session = {
    place,
    resting,
    keyring,
    replica,
    onlyMe,
    coreTeam,
    together,
    async prepare() {
      alarms = await openAlarms(resting);
      if (!(await findServer()) || !served) return [];
      const look = await served.look();
      const found = served.compare(look);
      replica.adopt(look.now.held, look.now.sent);
      return found.waiting;
    },
    get heldDamaged() {
      return served?.damaged ?? 0;
    },
    start() {
      sayIfNewer();
      startFollowing();
    },
    stop: () => stopFollowing(),
    write(batch) {
      outbox.add(batch);
      void flush();
    },
    flush,
    heard(message) {
      if (message.type === 'written') void readOn();
      else if (message.type === 'try now') follower?.tryNow();
      else if (message.type === 'server please' && served) {
        context.say({ type: 'server', server: served.server, because: served.because });
      } else if (message.type === 'server' && served) {
        served.server = message.server;
        served.because = message.because;
        tell();
      }
    },
    tryNow() {
      follower?.tryNow();
      context.say({ type: 'try now' });
    },
    async serve(server, voucher) {
      await flush();
      const refusal = await inPlace(async () => {
        if (outbox.waiting() > 0) return { type: 'NotNow' } as const;
        const { beginOnServer } = await import('./begin-on-server.ts');
        if (await findServer()) {
          // Again on its own server, where that has lost the stream.
          const isLost = served?.because === 'lost-data';
          if (!isLost) return { type: 'NotNow' } as const;
        } else if (!(await catchUp())) return { type: 'NotNow' } as const;
        const since = served?.record.since ?? Number(replica.offset);
        const asked = { resting, keyring, replica, network: context.network, since };
        const refused = await beginOnServer(asked, server, voucher);
        if (refused) return refused;
        if (served) follower?.tryNow();
        await findServer();
        tell();
        return undefined;
      });
      if (refusal) return refusal;
      if (!isFollowing) startFollowing();
      context.say({ type: 'written' });
      return undefined;
    },
    async settleAlarm(alarm) {
      alarms?.settle(alarm);
      if (alarms?.isNew) await storage.write([await alarms.toRest()]);
      tell();
    },
    people: getPeople,
    async changeChain(work) {
      const result = await inPlace(async () => {
        await findServer();
        if (alarms?.list().some(({ type }) => type === 'Fork')) return undefined;
        const now = served;
        if (!now) await catchUp();
        const done = await (now ? now.reaching(() => work(replica)) : work(replica));
        if (now) compare(await now.look());
        handOn();
        await snapshotIfDue();
        return done;
      });
      context.say({ type: 'written' });
      return result;
    },
    async replay(passing) {
      const { n } = replica.state;
      for (const { audience, ops } of passing.changes) {
        const core = audience !== 'everyone' && audience.circle === passing.coreTeam;
        const circle = core ? coreTeam : onlyMe;
        replica.write(audience === 'everyone' ? audience : { circle }, [{ seen: n, ops }]);
      }
      await replica.send();
      handOn();
      if (replica.held().length === 0) return undefined;
      return here.refused ?? { type: 'StorageLost' };
    },
    snapshot,
    withBlocks: (work) =>
      inPlace(async () => {
        await catchUp();
        return work(await context.blocks());
      }),
  };
  return session;
}

/** The server may go away at any moment: what was left undone is done in the next round. */
function ignoreAway(error: unknown): void {
  if (!(error instanceof StreamAway)) throw error;
}

/** A storage that went away is a fact to tell; anything else is our mistake and goes on. */
function orGone(error: unknown): undefined {
  if (!(error instanceof StorageGone)) throw error;
  return undefined;
}
