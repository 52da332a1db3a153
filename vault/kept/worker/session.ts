/**
 * One open workspace in the worker: holds its keys, takes writes from the page, has them saved, and
 * hands back what was read. Alone, a write is sealed and stored one tab at a time and counts as saved
 * once its message is on the disk (strict) and was read back at its position. Served, it counts as
 * saved here once it is held (`served.ts`), and on the server once it was read back from there.
 */
import { carry, keepsSealed } from '../../checkpoint/carried.ts';
import { coreTeamCircle, onlyMeCircle } from '../../circles/well-known.ts';
import { sameBytes } from '../../envelope/bytes.ts';
import { activeDevice } from '../../local/rest/active-device.ts';
import { readServer, type ServerRecord } from '../../local/rest/server-record.ts';
import {
  createStoredStream,
  LeftBehind,
  type StoredStream,
} from '../../local/rest/stored-stream.ts';
import { StorageGone } from '../../local/storage.ts';
import { createReplica } from '../../log/replica.ts';
import { StreamAway } from '../../log/stream-errors.ts';
import { createTurns } from '../../log/turns.ts';
import type { Delivered, Replica, SendOutcome, Stream } from '../../log/types.ts';
import { mayErase } from '../../membership/questions/may-erase.ts';
import { isSteward } from '../../membership/questions/stewards.ts';
import { type Alarms, alarmOf, openAlarms } from '../../sync/alarms.ts';
import { createFollower, type Follower, type Round } from '../../sync/follow.ts';
import { reachedToRest } from '../../sync/mirrored-stream.ts';
import type { SafetyState } from '../../workspace.ts';
import type { TogetherRefusal, TogetherState } from '../together-types.ts';
import { createEnvelopes } from './envelopes.ts';
import { followMove } from './moves/follow-move.ts';
import { createOpenedEnvelopes } from './opened-envelopes.ts';
import { createOthers } from './others.ts';
import { createOutbox } from './outbox.ts';
import type { Served, Writes } from './served.ts';
import type { Session, SessionContext, SessionStart, WriteOfPage } from './session-types.ts';
import { createSnapshots } from './snapshots.ts';
import { createForPage } from './to-page.ts';
import { togetherState } from './together-state.ts';
import type { Look } from './waiting-writes.ts';

/** Moves that are followed in one round. */
const MOST_MOVES = 8;

/** A session that goes on from a state that was read up to `offset`. Nothing is delivered yet. */
export function createSession(context: SessionContext, start: SessionStart): Session {
  const { resting, keyring, clock, tabs, network, post } = context;
  const { storage, keys, random } = resting;
  const { place } = keys;
  const { carried } = start;
  const here: StoredStream = createStoredStream(storage, keys, start.state.stream);
  const outbox = createOutbox();
  const inTurn = createTurns();
  let served: Served | undefined;
  let follower: Follower | undefined;
  let alarms: Alarms | undefined;
  let stopFollowing: (() => void) | undefined;
  let isStarted = false;
  /** Where on the server the batch began that said that the workspace goes on elsewhere. */
  let readFrom: string | null = null;

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
  const page = createForPage(post, () => ({
    because: served?.because ?? 'on-its-way',
    together: together(),
  }));
  const envelopes = createEnvelopes(replica, carried);
  const openedEnvelopes = createOpenedEnvelopes(replica.state, keyring, carried);
  const since = () => (served ? (served.record.since ?? 0) : Number.POSITIVE_INFINITY);
  const snapshots = createSnapshots(context, replica, carried, since);
  const others = createOthers({
    context,
    replica,
    carried,
    onlyMe,
    page,
    served: () => served,
    changeChain,
    moved: snapshots.moved,
  });

  function deliver(delivered: Delivered) {
    served?.delivered(delivered);
    carry(carried, delivered, replica.state, replica.device);
    if (delivered.type === 'Content') page.read(delivered.accepted);
    else if (delivered.type === 'Chain' && delivered.change === 'compact') {
      readFrom = served?.stream.readingFrom ?? null;
      page.erase(delivered.position);
      snapshots.moved();
    } else if (delivered.type === 'Chain' || delivered.type === 'Circle') snapshots.moved();
    else {
      const alarm = alarmOf(delivered, replica.state);
      if (alarm) alarms?.add(alarm);
    }
    if (!served && 'tickets' in delivered) page.settle(outbox.settle(delivered.tickets));
  }

  function together(): TogetherState {
    return togetherState(replica, {
      requests: others.known?.requests ?? [],
      lasts: others.known?.lasts ?? new Map(),
      server: served?.server ?? { type: 'NoServer' },
      alarms: alarms?.list() ?? [],
      waiting: served?.waiting ?? 0,
      left: served?.record.left ?? [],
      now: clock(),
    });
  }

  /** Tells the page what was read, and what stood in envelopes that others opened. */
  async function handOn(): Promise<void> {
    for (const entry of await openedEnvelopes.read()) page.read(entry);
    page.handOn();
  }

  function sayIfNewer() {
    const isNewer = replica.state.membership.version > 1;
    if (isNewer) page.say({ type: 'ReadOnly', because: 'newer-version' });
  }

  function sayGone(error: unknown) {
    if (!(error instanceof StorageGone)) throw error;
    page.sayRefused({ type: 'StorageLost' });
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
      else if (error instanceof StorageGone) page.sayRefused({ type: 'StorageLost' });
      else throw error;
      return false;
    } finally {
      if (look) compare(look);
      await handOn();
    }
  }

  function compare(look: Look) {
    const found = served?.compare(look);
    page.settle(found?.settled ?? []);
    page.show(found?.waiting ?? []);
  }

  async function snapshotIfDue(): Promise<void> {
    const refusal = page.stuck === null ? await snapshots.takeIfDue() : undefined;
    if (refusal) page.sayRefused(refusal);
  }

  async function saveAlone(): Promise<void> {
    await inPlace(async () => {
      if (await findServer()) return;
      if (!(await catchUp())) return;
      outbox.takeAll(({ audience, run, releases }) =>
        audience !== 'everyone' && 'capsuleTo' in audience
          ? replica.writeCapsule(audience.capsuleTo, [run])
          : replica.write(audience, [run], releases),
      );
      if (replica.held().length === 0) return;
      const outcome = await replica.send().catch(orGone);
      await handOn();
      const isSaved = outcome?.type === 'AllReadBack';
      page.say(isSaved ? null : { type: 'ReadOnly', because: why(outcome) });
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
      page.sayRefused(refusal);
      return;
    }
    page.sayStored();
    post({ type: 'held', batches: batches.map(({ batch }) => batch) });
    page.tell();
    follower?.poke();
    context.say({ type: 'written' });
  }

  /** Whether the place has a server by now: another tab may have found one. */
  async function findServer(): Promise<boolean> {
    if (served) return true;
    const stored = await readServer(resting);
    if (!stored) return false;
    // What was stored alone is settled before; what could not be is held from now on.
    if (outbox.waiting() > 0) await catchUp();
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
      dueIn: () => served?.dueIn() ?? null,
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
    served = createServed({ context, replica, network, record, alarms, writes, stuck });
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
    others.moved();
    return true;
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
    const ended = await inPlace(async (): Promise<Round> => {
      await goOn();
      let now = await reachOut(served ?? at);
      for (let moves = 0; moves < MOST_MOVES && (await goOn()) && served; moves += 1) {
        now = await reachOut(served);
      }
      if (now.type === 'Done') await settleLeft().catch(ignoreAway);
      compare(await (served ?? at).look());
      if (alarms?.isNew) await storage.write([await alarms.toRest()]);
      sayIfNewer();
      if (now.type === 'Done') page.sayStored();
      await handOn();
      await snapshotIfDue();
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
      if (read.type === 'Done') await others.afterReading(at).catch(ignoreAway);
      return read;
    });
  }

  /** What was left behind is deleted on the server, and its keys here, once nobody needs it any more. */
  async function settleLeft(anyway = false): Promise<boolean> {
    const at = served;
    if (!at || (at.record.left ?? []).length === 0) return false;
    const { forgetLeft } = await import('./moves/forget-left.ts');
    page.handOn();
    const record = await forgetLeft({ context, replica, carried, snapshots, anyway }, at.record);
    if (record) at.record = record;
    return record !== undefined;
  }

  let flushing: Promise<void> | undefined;
  /** Writes whose envelopes are being opened. */
  let opening: Promise<unknown> = Promise.resolve();

  async function take({ batch, audience, run, sealedFor, opens }: WriteOfPage): Promise<void> {
    const releases = opens && { releases: await envelopes.releasesFor(opens) };
    const to = sealedFor ? { capsuleTo: envelopes.circlesOf(sealedFor) } : audience;
    outbox.add({ batch, audience: to, run, ...releases });
  }

  /** Everything waiting goes in as few entries as may be: one round takes all that came meanwhile. */
  async function flush(): Promise<SafetyState> {
    await opening;
    flushing ??= (async () => {
      do await (served ? hold() : saveAlone()).catch(sayGone);
      while (outbox.hasNew() && page.stuck === null);
    })().finally(() => {
      flushing = undefined;
    });
    await flushing;
    if (page.stuck) return page.stuck;
    const unsaved = outbox.waiting();
    return unsaved === 0 ? { type: 'SavedHere' } : { type: 'Saving', waiting: unsaved };
  }

  async function readOn(): Promise<void> {
    if (served) await inTurn(catchUp);
    else await inPlace(async () => void ((await findServer()) || (await catchUp())));
    if (served) follower?.poke();
  }

  async function beginServed(
    server: string,
    voucher: string,
  ): Promise<TogetherRefusal | undefined> {
    if (outbox.waiting() > 0) return { type: 'NotNow' };
    const { beginOnServer } = await import('./begin-on-server.ts');
    const before = (await findServer()) ? served : undefined;
    // Again on its own server only where that has lost the stream.
    if (before && before.because !== 'lost-data') return { type: 'NotNow' };
    if (!before && !(await catchUp())) return { type: 'NotNow' };
    const from = before ? before.record.since : Number(replica.offset);
    const left = before?.record.left ?? [];
    const asked = { resting, keyring, replica, network, since: from, again: !!before, left };
    const refusal = await beginOnServer(asked, server, voucher);
    if (refusal) return refusal;
    if (before) follower?.tryNow();
    await findServer();
    page.tell();
    return undefined;
  }

  async function changeChain<T>(work: (replica: Replica) => Promise<T>): Promise<T | undefined> {
    const result = await inPlace(async () => {
      await findServer();
      if (alarms?.list().some(({ type }) => type === 'Fork')) return undefined;
      await goOn();
      const now = served;
      if (!now) await catchUp();
      const done = await (now ? now.reaching(() => work(replica)) : work(replica));
      if (await goOn()) follower?.tryNow();
      if (now) compare(await now.look());
      await handOn();
      await snapshotIfDue();
      return done;
    });
    context.say({ type: 'written' });
    return result;
  }

  return {
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
      isStarted = true;
      sayIfNewer();
      follow();
    },
    stop() {
      others.watch(false);
      stopFollowing?.();
    },
    watch: others.watch,
    envelopes,
    write(write) {
      const taken = take(write);
      if (write.opens) opening = Promise.all([opening, taken]);
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
        page.tell();
      }
    },
    tryNow() {
      follower?.tryNow();
      context.say({ type: 'try now' });
    },
    async serve(server, voucher) {
      await flush();
      const refusal = await inPlace(() => beginServed(server, voucher));
      if (!refusal) context.say({ type: 'written' });
      return refusal;
    },
    async settleAlarm(alarm) {
      alarms?.settle(alarm);
      if (alarms?.isNew) await storage.write([await alarms.toRest()]);
      page.tell();
    },
    people: others.people,
    async skipToEnd() {
      if (!isSteward(replica.state, replica.device)) return { type: 'NotASteward' };
      if (!mayErase(replica.state)) return { type: 'KeepEverythingHolds' };
      return inPlace(async () => {
        const at = served;
        if (!at) return { type: 'NotNow' };
        const end = await at.relay.tail();
        for (const alarm of alarms?.list() ?? []) {
          if (alarm.type === 'Fork' || alarm.type === 'ServerLostData') alarms?.settle(alarm);
        }
        const settled = alarms ? [await alarms.toRest()] : [];
        const refused = await storage.write([await reachedToRest(resting, end), ...settled]);
        return refused ? { type: 'NotNow' } : undefined;
      });
    },
    async adoptHistory() {
      const refused = await inPlace(async () => {
        if (!served) return { type: 'NotNow' } as const;
        const { adoptHistory } = await import('./moves/adopt-history.ts');
        return adoptHistory({ context, replica, served });
      });
      if (refused) return refused;
      // This tab and the others hold the history that was left.
      context.say({ type: 'locked' });
      context.leftBehind();
      return null;
    },
    async deleteLeft() {
      if (!isSteward(replica.state, replica.device)) return false;
      const isGone = await inPlace(() => settleLeft(true));
      page.tell();
      return isGone;
    },
    changeChain,
    async replay(passing) {
      const { n } = replica.state;
      for (const { audience, ops } of passing.changes) {
        const core = audience !== 'everyone' && audience.circle === passing.coreTeam;
        const circle = core ? coreTeam : onlyMe;
        replica.write(audience === 'everyone' ? audience : { circle }, [{ seen: n, ops }]);
      }
      await replica.send();
      page.handOn();
      if (replica.held().length === 0) return undefined;
      return here.refused ?? { type: 'StorageLost' };
    },
    snapshot: snapshots.take,
    withBlocks: (work) =>
      inPlace(async () => {
        await catchUp();
        return work(await context.blocks());
      }),
  };
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
