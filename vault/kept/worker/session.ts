/**
 * One open workspace in the worker: holds its keys, takes writes from the page, has them saved, and
 * hands back what was read. Alone, a write is sealed and stored one tab at a time and counts as saved
 * once its message is on the disk (strict) and was read back at its position. Served, it counts as
 * saved here once it is held (`served.ts`), and on the server once it was read back from there.
 */
import { carry, keepsSealed } from '../../checkpoint/carried.ts';
import { coreTeamCircle, onlyMeCircle } from '../../circles/well-known.ts';
import { activeDevice } from '../../local/rest/active-device.ts';
import {
  createStoredStream,
  LeftBehind,
  type StoredStream,
} from '../../local/rest/stored-stream.ts';
import { StorageGone } from '../../local/storage.ts';
import { createReplica } from '../../log/replica.ts';
import { createTurns } from '../../log/turns.ts';
import type { Delivered, Replica, Stream } from '../../log/types.ts';
import { alarmOf } from '../../sync/alarms.ts';
import type { TogetherState } from '../people-types.ts';
import { createEnvelopes } from './envelopes.ts';
import { type Given, openGiven } from './given.ts';
import { createHistories } from './moves/histories.ts';
import { createOpenedEnvelopes } from './opened-envelopes.ts';
import { createOthers } from './others.ts';
import { createOutbox } from './outbox.ts';
import { createSaving } from './saving.ts';
import { createServing, type Serving } from './serving.ts';
import type { Session, SessionContext, SessionStart } from './session-types.ts';
import { createSnapshots } from './snapshots.ts';
import { createForPage } from './to-page.ts';
import { togetherState } from './together-state.ts';
import type { Look } from './waiting-writes.ts';

/** A session that goes on from a state that was read up to `offset`. Nothing is delivered yet. */
export function createSession(context: SessionContext, start: SessionStart): Session {
  const { resting, keyring, clock, tabs, post } = context;
  const { storage, keys, random } = resting;
  const { place } = keys;
  const { carried } = start;
  const here: StoredStream = createStoredStream(storage, keys, start.state.stream);
  const outbox = createOutbox();
  const inTurn = createTurns();
  let given: Given | undefined;
  const firstUnread = start.state.membership.devices.length;

  const stream: Stream = {
    id: start.state.stream,
    append: (wires, turn) => (serving.served?.stream ?? here).append(wires, turn),
    read: (from) => (serving.served?.stream ?? here).read(from),
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
    beforeAppend: async (sent) => serving.served?.sending(sent),
    keepSealed: keepsSealed(carried),
  });
  const onlyMe = onlyMeCircle(start.state.workspace, replica.member);
  const coreTeam = coreTeamCircle(start.state.workspace);
  const page = createForPage(post, () => ({
    because: serving.served?.because ?? 'on-its-way',
    together: together(),
  }));
  const envelopes = createEnvelopes(replica, carried);
  const openedEnvelopes = createOpenedEnvelopes(replica.state, keyring, carried);
  const since = () => {
    const { served } = serving;
    return served ? (served.record.since ?? 0) : Number.POSITIVE_INFINITY;
  };
  const snapshots = createSnapshots(context, replica, carried, since);
  const others = createOthers({
    context,
    replica,
    carried,
    onlyMe,
    page,
    served: () => serving.served,
    given: () => given,
    changeChain,
    moved: snapshots.moved,
  });
  const histories = createHistories({
    context,
    replica,
    carried,
    snapshots,
    page,
    serving: () => serving,
    inPlace,
  });
  const serving: Serving = createServing({
    context,
    replica,
    page,
    outbox,
    others: () => others,
    inPlace,
    catchUp,
    compare,
    handOn,
    snapshotIfDue,
    sayIfNewer,
    settleLeft: histories.settleLeft,
  });
  const saving = createSaving({
    context,
    replica,
    page,
    outbox,
    envelopes,
    here,
    serving: () => serving,
    inPlace,
    catchUp,
    handOn,
    snapshotIfDue,
  });

  function deliver(delivered: Delivered) {
    serving.served?.delivered(delivered);
    carry(carried, delivered, replica.state, replica.device);
    if (delivered.type === 'Content') page.read(delivered.accepted);
    else if (delivered.type === 'Chain' && delivered.change === 'compact') {
      serving.compacted();
      page.erase(delivered.position);
      snapshots.moved();
    } else if (delivered.type === 'Chain' || delivered.type === 'Circle') snapshots.moved();
    else {
      const alarm = alarmOf(delivered, replica.state);
      if (alarm) serving.alarms?.add(alarm);
    }
    if (!serving.served && 'tickets' in delivered) page.settle(outbox.settle(delivered.tickets));
  }

  function together(): TogetherState {
    const { served, alarms } = serving;
    return togetherState(replica, {
      requests: others.known?.requests ?? [],
      lasts: others.known?.lasts ?? new Map(),
      server: served?.server ?? { type: 'NoServer' },
      alarms: alarms?.list() ?? [],
      waiting: served?.waiting ?? 0,
      left: served?.record.left ?? [],
      given: given?.now(replica.state, replica.member) ?? null,
      now: clock(),
      firstUnread,
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

  /** This tab's turn, while no other tab works on the place. */
  function inPlace<T>(work: () => Promise<T>): Promise<T> {
    return inTurn(() => tabs.exclusively(place, work));
  }

  /** Reads what is here. */
  async function catchUp(): Promise<boolean> {
    const look = await serving.served?.look();
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
    const found = serving.served?.compare(look);
    page.settle(found?.settled ?? []);
    page.show(found?.waiting ?? []);
  }

  async function snapshotIfDue(): Promise<void> {
    const refusal = page.stuck === null ? await snapshots.takeIfDue() : undefined;
    if (refusal) page.sayRefused(refusal);
  }

  async function readOn(): Promise<void> {
    if (serving.served) await inTurn(catchUp);
    else await inPlace(async () => void ((await serving.find()) || (await catchUp())));
    if (serving.served) serving.poke();
  }

  async function changeChain<T>(work: (replica: Replica) => Promise<T>): Promise<T | undefined> {
    const result = await inPlace(async () => {
      await serving.find();
      if (serving.alarms?.list().some(({ type }) => type === 'Fork')) return undefined;
      await serving.goOn();
      const now = serving.served;
      if (!now) await catchUp();
      const done = await (now ? now.reaching(() => work(replica)) : work(replica));
      if (await serving.goOn()) serving.tryNow();
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
      await serving.openAlarms();
      given = await openGiven(resting, carried);
      if (!(await serving.find()) || !serving.served) return [];
      const { served } = serving;
      const look = await served.look();
      const found = served.compare(look);
      replica.adopt(look.now.held, look.now.sent);
      return found.waiting;
    },
    get heldDamaged() {
      return serving.served?.damaged ?? 0;
    },
    start() {
      sayIfNewer();
      serving.start();
    },
    stop() {
      others.watch(false);
      serving.stop();
    },
    watch: others.watch,
    envelopes,
    write: saving.write,
    flush: saving.flush,
    heard(message) {
      if (message.type === 'written') void readOn();
      else if (message.type === 'try now') serving.tryNow();
      else if (message.type === 'server please') serving.sayServer();
      else if (message.type === 'server') serving.heard(message);
    },
    tryNow() {
      serving.tryNow();
      context.say({ type: 'try now' });
    },
    async serve(server, voucher) {
      await saving.flush();
      const refusal = await inPlace(() => serving.begin(server, voucher));
      if (!refusal) context.say({ type: 'written' });
      return refusal;
    },
    async settleAlarm(alarm) {
      const { alarms } = serving;
      alarms?.settle(alarm);
      if (alarms?.isNew) await storage.write([await alarms.toRest()]);
      page.tell();
    },
    people: others.people,
    skipToEnd: histories.skipToEnd,
    adoptHistory: histories.adoptHistory,
    deleteLeft: histories.deleteLeft,
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
