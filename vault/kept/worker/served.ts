/**
 * A workspace that a server serves, in one tab. Writes are held here, before and without any network;
 * the tab that follows the server sends what any tab holds, and reads. Loaded only where there is a
 * server.
 */
import { onlyMeCircle } from '../../circles/well-known.ts';
import { sameBytes } from '../../envelope/bytes.ts';
import type { Capsule } from '../../joining/trustees.ts';
import { createHeldWrites, type HeldWrites } from '../../local/rest/held-writes.ts';
import type { ServerRecord } from '../../local/rest/server-record.ts';
import type { WriteRefusal } from '../../local/storage.ts';
import { NotStored, StreamAway } from '../../log/stream-errors.ts';
import type { Delivered, Replica, SendOutcome, Sent } from '../../log/types.ts';
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
import { relayKeys } from '../../sync/relay-keys.ts';
import { createRelayStream, type RelayStream } from '../../sync/relay-stream.ts';
import type { WaitingBecause } from '../../workspace.ts';
import type { WrittenBefore } from '../messages.ts';
import type { ServerState } from '../people-types.ts';
import { createClocks } from './clocks.ts';
import { hasFollowed } from './moves/who-followed.ts';
import type { Batch } from './outbox.ts';
import type { SessionContext } from './session-types.ts';
import { createWaitingWrites, type Look, type WaitingWrites } from './waiting-writes.ts';

export interface Served {
  /** Another one where the workspace went on under other keys in the same stream. */
  record: ServerRecord;
  readonly stream: MirroredStream;
  readonly relay: RelayStream;
  /** What waits, for who goes on with it on another server. */
  readonly writes: Writes;
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
  /** Writes capsules down and sends them, while the server is being reached. False where one waits still. */
  enclose(capsules: readonly Capsule[]): Promise<boolean>;
  /** Reads to the end and sends what waits. */
  readAndSend(): Promise<Round>;
  /** In how many milliseconds something is due though nothing happens; or null. */
  dueIn(): number | null;
  delivered(delivered: Delivered): void;
  sending(entries: readonly Sent[]): Promise<void>;
  /** A record that waits could not be read. */
  readonly damaged: number;
}

export interface Writes {
  readonly held: HeldWrites;
  readonly waiting: WaitingWrites;
}

export interface ServedParts {
  readonly context: SessionContext;
  readonly replica: Replica;
  readonly network: Network;
  readonly record: ServerRecord;
  readonly alarms: Alarms;
  /** What waited on the server before this one. */
  readonly writes?: Writes | undefined;
  /** What waited is gone before the tables show it: the disk refused what was read. */
  readonly stuck: (refusal: WriteRefusal) => void;
  /** How the server is has changed between two rounds. */
  readonly told: () => void;
}

type AwayBecause = Extract<ServerState, { type: 'Away' }>['because'];

const HOUR = 3_600_000;
/** Until an append that the server refused is tried again, where it does not say itself. */
const TRY_AGAIN = 30_000;
/** No server is waited for longer, though the clock was set back meanwhile. */
const LONGEST_WAIT = HOUR;

export function createServed(parts: ServedParts): Served {
  const { context, replica, network, alarms } = parts;
  let { record } = parts;
  const { resting, keyring, clock } = context;
  const { state } = replica;
  const held = parts.writes?.held ?? createHeldWrites(resting);
  const clocks = createClocks(clock);
  const relay = createRelayStream(
    { ...network, server: record.server, heardTime },
    state.stream,
    relayKeys(state, keyring),
  );
  const waiting =
    parts.writes?.waiting ??
    createWaitingWrites(held, onlyMeCircle(state.workspace, replica.member));
  const settled: number[] = [];
  const lag = ((resting.random(1)[0] ?? 0) / 256) * HOUR;
  let refusedAppend: RelayTrouble | undefined;
  let tryAgain: number | undefined;
  let saidAt: number | null = null;

  const stream = createMirroredStream({
    resting,
    id: state.stream,
    source: {
      read: async (from) => (hasLeft() ? { wires: [], next: from } : relay.read(from)),
      async append(wires, turn, at) {
        refusedAppend = undefined;
        if (hasLeft()) throw new NotStored('refused');
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

  function reachedNow(): ServerState {
    const itsClock = clocks.off();
    const server = { type: 'Reached', server: record.server, at: clock() } as const;
    return itsClock === null ? server : { ...server, itsClock };
  }

  /** A clock that was put right, or wrong, is told though nobody writes anything. */
  function heardTime(time: number) {
    clocks.heard(time);
    const { server } = served;
    if (server.type !== 'Reached') return;
    if ((server.itsClock === undefined) === (clocks.off() === null)) return;
    served.server = reachedNow();
    parts.told();
  }

  /** What was read says that the workspace goes on in another stream: nothing more is read or sent here. */
  function hasLeft(): boolean {
    return !sameBytes(state.stream, stream.id);
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
    served.server = reachedNow();
    const lost = alarms.list().find(({ type }) => type === 'ServerLostData');
    if (lost) alarms.add({ type: 'ServerLostData', healed: true });
    tryAgain = undefined;
    refusedAppend = undefined;
    if (hasLeft()) return { type: 'Done' };
    if (replica.held().length > 0 || replica.sent().length > 0) tell(await replica.send());
    if (heartbeatIn(state, device, clock(), lag, saidAt) === 0 || owesWord()) {
      saidAt = clock();
      await replica.heartbeat();
    }
    if (hasLeft()) return { type: 'Done' };
    if (relay.lags) await renew();
    if (refusedAppend) sendAgainLater(refusedAppend);
    else if (replica.sent().length > 0) tryAgain = clock() + TRY_AGAIN;
    return { type: 'Done' };
  }

  /** Others wait for a word of each device before what was left behind is deleted. */
  function owesWord(): boolean {
    const isHere = (record.left ?? []).length > 0 && !hasFollowed(state, replica.device);
    return isHere && state.membership.devices[replica.device]?.active === true;
  }

  function isRemoved(): boolean {
    return state.membership.devices[replica.device]?.active !== true;
  }

  /** The key that came to this device opens nothing: its tokens are none of today, and no server is at fault. */
  function lacksKey(): boolean {
    const secret = replica.keys.epoch(state.epoch);
    return secret === undefined || !sameBytes(secret.commit, state.commit);
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
    get record() {
      return record;
    },
    set record(next) {
      record = next;
    },
    stream,
    relay,
    writes: { held, waiting },
    server: { type: 'Away', server: record.server, since: clock(), because: 'unreachable' },
    because: 'on-its-way',
    get waiting() {
      return waiting.size;
    },
    get damaged() {
      return waiting.damaged;
    },
    hold: waiting.hold,
    look: waiting.look,
    compare: waiting.compare,
    async reaching(work) {
      stream.near = false;
      try {
        await adopt();
        return await work();
      } finally {
        stream.near = true;
      }
    },
    async enclose(capsules) {
      const { n } = state;
      const writes = capsules.map(({ to, ops }) => ({
        audience: { capsuleTo: [to] },
        runs: [{ seen: n, ops }],
        releases: [],
      }));
      const made = await held.hold(writes);
      if ('type' in made) return false;
      await adopt();
      await replica.send();
      const left = new Set(replica.held().map(({ ticket }) => ticket));
      return !made.some(({ ticket }) => left.has(ticket));
    },
    readAndSend: () =>
      unlessAway(async () => {
        try {
          return await readAndSend();
        } catch (error) {
          // The server knows nothing of who was removed: that is no loss.
          if (error instanceof StreamAway && isRemoved()) return over();
          if (error instanceof RelayTrouble && isLoss(error)) {
            return lacksKey() ? away('refused', null) : await mend(error);
          }
          throw error;
        }
      }),
    dueIn() {
      const own = heartbeatIn(state, replica.device, clock(), lag, saidAt);
      if (tryAgain === undefined) return own;
      const again = Math.min(LONGEST_WAIT, Math.max(0, tryAgain - clock()));
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
