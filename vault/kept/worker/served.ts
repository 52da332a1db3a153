/**
 * A workspace that a server serves, in one tab. Writes are held here, before and without any network;
 * the tab that follows the server sends what any tab holds, and reads. Loaded only where there is a
 * server.
 */
import { stewardsCircle } from '../../circles/well-known.ts';
import type { CircleSecret } from '../../identity/types.ts';
import { activeDevice } from '../../local/rest/active-device.ts';
import { createHeldWrites, type HeldNow, type HeldWrite } from '../../local/rest/held-writes.ts';
import type { ServerRecord } from '../../local/rest/server-record.ts';
import type { WriteRefusal } from '../../local/storage.ts';
import { NotStored, StreamAway } from '../../log/stream-errors.ts';
import type { Delivered, Replica, SendOutcome, Sent } from '../../log/types.ts';
import type { State } from '../../membership/state.ts';
import type { Alarms } from '../../sync/alarms.ts';
import { heartbeatIn } from '../../sync/confirmations.ts';
import type { Round } from '../../sync/follow.ts';
import {
  createMirroredStream,
  type MirroredStream,
  MirrorFull,
} from '../../sync/mirrored-stream.ts';
import type { Network } from '../../sync/network.ts';
import { RelayTrouble, type Trouble } from '../../sync/relay-client.ts';
import { createRelayStream, type RelayKeys, type RelayStream } from '../../sync/relay-stream.ts';
import type { WaitingBecause } from '../../workspace.ts';
import type { WrittenBefore } from '../messages.ts';
import type { ServerState } from '../together-types.ts';
import type { Batch } from './outbox.ts';
import type { SessionContext } from './session.ts';

export interface Served {
  readonly record: ServerRecord;
  readonly stream: MirroredStream;
  readonly relay: RelayStream;
  /** How the server is, and why writes wait: as this tab knows, or as the one that follows says. */
  server: ServerState;
  because: WaitingBecause;
  /** Writes that wait, of every tab, as far as this one has looked. */
  readonly waiting: number;
  /** Writes batches down; from then on they wait for the server. */
  hold(batches: readonly Batch[]): Promise<WriteRefusal | undefined>;
  /** What was held when something was about to be read: to compare with afterwards. */
  look(): Promise<Look>;
  /** What is settled since, and what other tabs wrote. */
  compare(look: Look): { settled: readonly number[]; waiting: readonly WrittenBefore[] };
  /** Runs work while the server can be asked, on what every tab holds. The place is this tab's meanwhile. */
  reaching<T>(work: () => Promise<T>): Promise<T>;
  /** Reads to the end and sends what waits. */
  readAndSend(): Promise<Round>;
  /** In how many milliseconds something is due though nothing happens; or null. */
  dueIn(): number | null;
  delivered(delivered: Delivered): void;
  sending(entries: readonly Sent[]): Promise<void>;
  /** A record that waits could not be read. */
  readonly damaged: number;
}

export interface Look {
  readonly before: readonly string[];
  readonly now: HeldNow;
}

export interface ServedParts {
  readonly context: SessionContext;
  readonly replica: Replica;
  readonly network: Network;
  readonly record: ServerRecord;
  readonly alarms: Alarms;
  /** What waited is gone before the tables show it: the disk refused what was read. */
  readonly stuck: (refusal: WriteRefusal) => void;
}

type AwayBecause = Extract<ServerState, { type: 'Away' }>['because'];

const HOUR = 3_600_000;
/** Until an append that the server refused is tried again, where it does not say itself. */
const TRY_AGAIN = 30_000;

export function createServed(parts: ServedParts): Served {
  const { context, replica, network, record, alarms } = parts;
  const { resting, keyring, clock } = context;
  const { state } = replica;
  const held = createHeldWrites(resting);
  const relay = createRelayStream(
    { ...network, server: record.server },
    state.stream,
    relayKeys(state, keyring),
  );
  const shown = new Map<string, readonly number[]>();
  const pieces = new Map<number, number>();
  const settled: number[] = [];
  const lag = ((resting.random(1)[0] ?? 0) / 256) * HOUR;
  let refusedAppend: RelayTrouble | undefined;
  let tryAgain: number | undefined;
  let damaged = 0;
  let named = 0;

  const stream = createMirroredStream({
    resting,
    id: state.stream,
    source: {
      read: (from) => relay.read(from),
      async append(wires, turn, at) {
        refusedAppend = undefined;
        await relay.append(wires, turn, at).catch((error: unknown) => {
          const why = error instanceof NotStored ? error.cause : error;
          if (why instanceof RelayTrouble) refusedAppend = why;
          throw error;
        });
      },
    },
    async settled() {
      const gone = held.removals(settled, replica.sent());
      return alarms.isNew ? [...gone, await alarms.toRest()] : gone;
    },
  });

  function show(write: HeldWrite): readonly WrittenBefore[] {
    const { audience, runs, id } = write;
    if (audience !== 'everyone' && !('circle' in audience)) {
      shown.set(id, []);
      return [];
    }
    const ops = runs.flatMap((run) => run.ops);
    const values = ops.filter((op) => 'value' in op);
    const parted = [
      ...(values.length > 0 ? [values] : []),
      ...ops.filter((op) => 'update' in op).map((op) => [op]),
    ];
    const batches = parted.map((some) => {
      named -= 1;
      return { batch: named, audience, ops: some };
    });
    shown.set(
      id,
      batches.map(({ batch }) => batch),
    );
    return batches;
  }

  /** A batch of this page's own is settled with its last piece. */
  function isLast(batch: number): boolean {
    if (batch < 0) return true;
    const left = (pieces.get(batch) ?? 1) - 1;
    if (left > 0) pieces.set(batch, left);
    else pieces.delete(batch);
    return left <= 0;
  }

  async function adopt(): Promise<void> {
    const now = await held.read();
    replica.adopt(now.held, now.sent);
  }

  function away(why: Trouble, after: number | null): Round {
    const because = why === 'nothing-here' || why === 'no-such-place' ? 'lost-data' : why;
    tellAway(because === 'moved' ? 'busy' : because);
    return { type: 'Away', after };
  }

  function tellAway(because: AwayBecause) {
    const since = served.server.type === 'Away' ? served.server.since : clock();
    served.because = because;
    served.server = { type: 'Away', server: record.server, since, because };
  }

  async function readAndSend(): Promise<Round> {
    await replica.catchUp();
    const { device } = replica;
    if (isRemoved()) return over();
    if (state.membership.version > 1) return { type: 'Over' };
    served.server = { type: 'Reached', server: record.server, at: clock() };
    const lost = alarms.list().find(({ type }) => type === 'ServerLostData');
    if (lost) alarms.add({ type: 'ServerLostData', healed: true });
    tryAgain = undefined;
    refusedAppend = undefined;
    if (replica.held().length > 0 || replica.sent().length > 0) tell(await replica.send());
    if (heartbeatIn(state, device, clock(), lag) === 0) await replica.heartbeat();
    if (relay.lags) await renew();
    if (refusedAppend) sendAgainLater(refusedAppend);
    else if (replica.sent().length > 0) tryAgain = clock() + TRY_AGAIN;
    return { type: 'Done' };
  }

  function isRemoved(): boolean {
    return state.membership.devices[replica.device]?.active !== true;
  }

  /** What waits is kept here and can be exported; nothing is sent any more. */
  function over(): Round {
    served.because = 'removed';
    return { type: 'Over' };
  }

  /** Reading goes on where writing is refused: the server may be full. */
  function sendAgainLater({ because, retryAfter }: RelayTrouble) {
    away(because, null);
    tryAgain = clock() + (retryAfter ?? TRY_AGAIN);
  }

  function tell(outcome: SendOutcome) {
    if (outcome.type === 'AllReadBack') served.because = 'on-its-way';
    else if (outcome.because === 'NotAllowed') served.because = 'not-allowed';
    else if (outcome.because === 'CircleOwed') served.because = 'new-key-first';
    else served.because = 'on-its-way';
  }

  /** A race for it is no trouble: the other’s tokens are as good. */
  async function renew(): Promise<void> {
    await relay.renewTokens(await stream.reached()).catch((error: unknown) => {
      if (!(error instanceof RelayTrouble)) throw error;
    });
  }

  /** The server does not have what it had: this device gives it back, as far as it may. */
  async function mend(trouble: RelayTrouble): Promise<Round> {
    const { heal } = await import('../../sync/heal.ts');
    const { since } = record;
    const keys = relayKeys(state, keyring);
    const healing = await heal({ resting, relay, keys, stream: state.stream, since });
    if (healing === 'Healed') alarms.add({ type: 'ServerLostData', healed: true });
    if (healing === 'Healed' || healing === 'NothingLost') return readAndSend();
    if (healing === 'Forked') alarms.add({ type: 'Fork', position: state.n, members: [] });
    else alarms.add({ type: 'ServerLostData', healed: false });
    const round = away(trouble.because, null);
    if (healing === 'NeedsSteward') tellAway('needs-steward');
    return round;
  }

  async function unlessAway(act: () => Promise<Round>): Promise<Round> {
    try {
      return await act();
    } catch (error) {
      if (error instanceof MirrorFull && stream.refused) parts.stuck(stream.refused);
      if (error instanceof RelayTrouble) {
        if (isLoss(error)) alarms.add({ type: 'ServerLostData', healed: false });
        return away(error.because, error.retryAfter);
      }
      if (error instanceof StreamAway) return { type: 'Away', after: null };
      throw error;
    }
  }

  const served: Served = {
    record,
    stream,
    relay,
    server: { type: 'Away', server: record.server, since: clock(), because: 'unreachable' },
    because: 'on-its-way',
    get waiting() {
      return shown.size;
    },
    get damaged() {
      return damaged;
    },
    async hold(batches) {
      const writes = batches.map(({ batch, audience, run }) => ({
        batch,
        audience,
        runs: [run],
        releases: [],
      }));
      const made = await held.hold(writes);
      if ('type' in made) return made;
      for (const { id, batch } of made) {
        if (batch === null) continue;
        shown.set(id, [batch]);
        pieces.set(batch, (pieces.get(batch) ?? 0) + 1);
      }
      return undefined;
    },
    async look() {
      const before = [...shown.keys()];
      const now = await held.read();
      damaged = now.damaged;
      return { before, now };
    },
    compare({ before, now }) {
      const left = new Set(now.held.map(({ id }) => id));
      const gone = before.filter((id) => !left.has(id));
      const done = gone.flatMap((id) => shown.get(id) ?? []).filter(isLast);
      for (const id of gone) shown.delete(id);
      const fresh = now.held.filter(({ id, batch }) => batch === null && !shown.has(id));
      return { settled: done, waiting: fresh.flatMap(show) };
    },
    async reaching(work) {
      stream.near = false;
      try {
        await adopt();
        return await work();
      } finally {
        stream.near = true;
      }
    },
    readAndSend: () =>
      unlessAway(async () => {
        try {
          return await readAndSend();
        } catch (error) {
          // The server knows nothing of who was removed: that is no loss.
          if (isRemoved()) return over();
          if (error instanceof RelayTrouble && isLoss(error)) return await mend(error);
          throw error;
        }
      }),
    dueIn() {
      const own = heartbeatIn(state, replica.device, clock(), lag);
      if (tryAgain === undefined) return own;
      const again = Math.max(0, tryAgain - clock());
      return own === null ? again : Math.min(own, again);
    },
    delivered(delivered) {
      if ('tickets' in delivered) settled.push(...delivered.tickets);
    },
    sending: (entries) => held.sending(entries, replica.sent()),
  };
  return served;
}

/** What was read before is not there any more, or nothing is known of the stream. */
function isLoss({ because }: RelayTrouble): boolean {
  return because === 'no-such-place' || because === 'nothing-here';
}

/** Tokens and signatures derive from the keys that this device holds. */
export function relayKeys(state: State, keyring: SessionContext['keyring']): RelayKeys {
  const circle = stewardsCircle(state.workspace);
  return {
    tokenEpoch: () => state.tokenEpoch,
    epochs: () => downFrom(state.epoch).filter((epoch) => keyring.epoch(epoch) !== undefined),
    epoch: (epoch) => keyring.epoch(epoch),
    stewards() {
      const found = state.membership.circles.get(circle);
      const number = activeDevice(state, keyring.device.card);
      if (!found?.holders.includes(number)) return [];
      const keys = downFrom(found.generation).map((one) => keyring.circle(circle, one));
      return keys.filter((key): key is CircleSecret => key !== undefined);
    },
  };
}

/** Newest first, and no further back than anybody walks in one step. */
function downFrom(newest: number): readonly number[] {
  return Array.from({ length: Math.min(newest + 1, 64) }, (_, i) => newest - i);
}
