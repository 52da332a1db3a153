/**
 * One open workspace in the worker: holds its keys, takes writes from the page, has them sealed and
 * stored one tab at a time, and hands back what was read. A write counts as saved only once its
 * message is on the disk (strict) and was read back at its position.
 */
import { coreTeamCircle, onlyMeCircle } from '../../circles/well-known.ts';
import type { Block } from '../../fold/columns/snapshot.ts';
import type { Clock } from '../../identity/types.ts';
import { activeDevice } from '../../local/rest/active-device.ts';
import type { KeyringAtRest, Resting } from '../../local/rest/keys-at-rest.ts';
import { snapshotPlace, writeSnapshot } from '../../local/rest/snapshot.ts';
import {
  createStoredStream,
  LeftBehind,
  type StoredStream,
} from '../../local/rest/stored-stream.ts';
import { StorageGone, type Write, type WriteRefusal } from '../../local/storage.ts';
import { createReplica } from '../../log/replica.ts';
import type { Delivered, Held, Replica, SealedBody, SendOutcome } from '../../log/types.ts';
import type { State } from '../../membership/state.ts';
import type { Accepted, Audience, OpRun } from '../../types.ts';
import type { SafetyState } from '../../workspace.ts';
import type { PassingContent, ToPage } from '../messages.ts';
import type { Tabs } from '../tabs.ts';
import { createOutbox } from './outbox.ts';

/** A snapshot is taken when this many messages follow the one before. */
const TAIL = 200;

export interface SessionContext {
  readonly resting: Resting;
  readonly keyring: KeyringAtRest;
  readonly clock: Clock;
  readonly tabs: Tabs;
  readonly post: (message: ToPage) => void;
  /** Asks the page for its folded state. */
  readonly blocks: () => Promise<readonly Block[]>;
  /** This tab lags behind what is still stored: it must open anew. */
  readonly leftBehind: () => void;
  /** Tells other tabs that something was written. */
  readonly announce: () => void;
}

export interface Session {
  readonly place: string;
  readonly resting: Resting;
  readonly keyring: KeyringAtRest;
  readonly replica: Replica;
  readonly onlyMe: string;
  readonly coreTeam: string;
  write(batch: number, audience: Audience, run: OpRun): void;
  /** Seals, stores and reads until nothing waits, or nothing more can be stored. */
  flush(): Promise<SafetyState>;
  /** Reads what other tabs wrote. */
  readOn(): Promise<void>;
  /** Runs work on the chain while no other tab writes, and takes a snapshot after it. */
  changeChain<T>(work: (replica: Replica) => Promise<T>): Promise<T>;
  /** Writes everything a passing workspace held, in order, each with its audience; all, or refused. */
  replay(passing: PassingContent): Promise<WriteRefusal | undefined>;
  snapshot(also?: readonly Write[]): Promise<WriteRefusal | undefined>;
  /** Runs work on the page's folded state while it stands at the same position as the chain. */
  withBlocks<T>(work: (blocks: readonly Block[]) => Promise<T>): Promise<T>;
}

export interface SessionStart {
  readonly state: State;
  readonly offset: number;
  readonly sealed: readonly SealedBody[];
  readonly held?: readonly Held[];
}

/** A session that goes on from a state that was read up to `offset`. Nothing is delivered yet. */
export function createSession(context: SessionContext, start: SessionStart): Session {
  const { resting, keyring, clock, tabs, post } = context;
  const { storage, keys, random } = resting;
  const { place } = keys;
  const stream: StoredStream = createStoredStream(storage, keys, start.state.stream);
  const sealed = [...start.sealed];
  const outbox = createOutbox();
  let entries: Accepted[] = [];
  let settled: number[] = [];
  let chainMoved = false;
  let stuck: Extract<SafetyState, { type: 'ReadOnly' }> | null = null;

  const replica = createReplica({
    state: start.state,
    keys: keyring,
    stream,
    device: activeDevice(start.state, keyring.device.card),
    offset: String(start.offset),
    random,
    clock,
    deliver,
    ...(start.held ? { held: start.held } : {}),
  });

  const onlyMe = onlyMeCircle(start.state.workspace, replica.member);
  const coreTeam = coreTeamCircle(start.state.workspace);

  function deliver(delivered: Delivered) {
    if (delivered.type === 'Content') {
      entries.push(delivered.accepted);
      settled.push(...outbox.settle(delivered.tickets));
    } else if (delivered.type === 'Sealed') {
      sealed.push(delivered.sealed);
      settled.push(...outbox.settle(delivered.tickets));
    } else if (delivered.type === 'Chain' || delivered.type === 'Circle') chainMoved = true;
  }

  function handOn() {
    if (entries.length > 0 || settled.length > 0) post({ type: 'entries', entries, settled });
    entries = [];
    settled = [];
  }

  function say(next: typeof stuck) {
    if (next?.because === stuck?.because) return;
    stuck = next;
    post({ type: 'stuck', stuck });
  }

  async function catchUp(): Promise<boolean> {
    try {
      await replica.catchUp();
      return true;
    } catch (error) {
      if (error instanceof LeftBehind) context.leftBehind();
      else if (error instanceof StorageGone) say({ type: 'ReadOnly', because: 'storage-lost' });
      else throw error;
      return false;
    } finally {
      handOn();
    }
  }

  async function send(): Promise<void> {
    await tabs.exclusively(place, async () => {
      if (!(await catchUp())) return;
      outbox.takeAll((audience, run) => replica.write(audience, [run]));
      if (replica.held().length === 0) return;
      const outcome = await replica.send().catch(orGone);
      handOn();
      say(outcome?.type === 'AllReadBack' ? null : { type: 'ReadOnly', because: why(outcome) });
      await snapshotIfDue();
    });
    context.announce();
  }

  function why(outcome: SendOutcome | undefined) {
    if (outcome?.type === 'Held' && outcome.because === 'Blocked') return 'newer-version';
    return stream.refused?.type === 'StorageFull' ? 'storage-full' : 'storage-lost';
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
    const whole = { state, offset: Number(offset), blocks, sealed };
    const { owed } = keyring;
    const refusal = await writeSnapshot(resting, whole, before, [...owed, ...also]);
    if (refusal) return refusal;
    keyring.paid(owed);
    chainMoved = false;
    return undefined;
  }

  let flushing: Promise<void> | undefined;

  /** Everything waiting goes in as few entries as may be: one round takes all that came meanwhile. */
  async function flush(): Promise<SafetyState> {
    flushing ??= (async () => {
      do await send();
      while (outbox.hasNew() && stuck === null);
    })().finally(() => {
      flushing = undefined;
    });
    await flushing;
    if (stuck) return stuck;
    const waiting = outbox.waiting();
    return waiting === 0 ? { type: 'SavedHere' } : { type: 'Saving', waiting };
  }

  return {
    place,
    resting,
    keyring,
    replica,
    onlyMe,
    coreTeam,
    write(batch, audience, run) {
      outbox.add(batch, audience, run);
      void flush();
    },
    flush,
    readOn: () => tabs.exclusively(place, async () => void (await catchUp())),
    async changeChain(work) {
      const result = await tabs.exclusively(place, async () => {
        await catchUp();
        const done = await work(replica);
        handOn();
        await snapshotIfDue();
        return done;
      });
      context.announce();
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
      return stream.refused ?? { type: 'StorageLost' };
    },
    snapshot,
    withBlocks: (work) =>
      tabs.exclusively(place, async () => {
        await catchUp();
        return work(await context.blocks());
      }),
  };
}

/** A storage that went away is a fact to tell; anything else is our mistake and goes on. */
function orGone(error: unknown): undefined {
  if (!(error instanceof StorageGone)) throw error;
  return undefined;
}
