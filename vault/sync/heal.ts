/**
 * A server that lost the end of its stream, or all of it, gets it back from the devices that read it:
 * byte for byte and in order. Several may do it at once, since only first occurrences count, and
 * nobody sees a fork. Past a rotation it takes a steward, who gives the server that epoch's tokens
 * with the entry. Where something that counts has slipped in before what was lost, nothing is put
 * back: there are two histories then, and people choose.
 */
import { bytesToText } from '../envelope/bytes.ts';
import { plainHash } from '../envelope/contexts.ts';
import { kidFor, readHeader } from '../envelope/seal.ts';
import type { Resting } from '../local/rest/keys-at-rest.ts';
import { readStored } from '../local/rest/stored-stream.ts';
import { NotStored } from '../log/stream-errors.ts';
import type { Turn, Wire } from '../log/types.ts';
import { reachedToRest, type ServerOffset } from './mirrored-stream.ts';
import { RelayTrouble } from './relay-client.ts';
import type { RelayKeys, RelayStream } from './relay-stream.ts';

export type Healing =
  /** The server has again what this device has; reading goes on. */
  | 'Healed'
  /** Nothing was lost that this device has. */
  | 'NothingLost'
  /** The rest waits for a steward’s device. */
  | 'NeedsSteward'
  /** Another history stands where ours was. */
  | 'Forked'
  /** This device cannot tell where what it has belongs. */
  | 'Incomplete';

export interface Patient {
  readonly resting: Resting;
  readonly relay: RelayStream;
  readonly keys: RelayKeys;
  readonly stream: Uint8Array;
  /** From which message of the log on the server should have what is here; null where it had more before. */
  readonly since: number | null;
}

/** Tries, where other devices heal at the same time. */
const ROUNDS = 6;
/** Messages of a server’s stream that are looked through; an answer counts for some, however short. */
const MOST = 1_000_000;
const AT_LEAST = 2000;

interface Kept {
  readonly hash: string;
  readonly kid: string;
  readonly wire: Wire;
}

/** Throws `RelayTrouble` where the server goes away, or knows nothing of the stream. */
export async function heal(patient: Patient): Promise<Healing> {
  const { resting, relay } = patient;
  const ours = await keptWires(patient);
  let lost = false;
  let before = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const theirs = await lookThrough(relay, ours.wires);
    if (theirs === null) return 'Incomplete';
    const missing = missingFrom(ours, theirs);
    if (typeof missing === 'string') return missing;
    if (missing.length === 0) {
      await resting.storage.write([await reachedToRest(resting, theirs.knownUpTo)]);
      return lost ? 'Healed' : 'NothingLost';
    }
    lost = true;
    // A server that shows nothing of what it was given is not given it again and again.
    if (missing.length >= before) return 'Incomplete';
    before = missing.length;
    // As long as the rest waits, the place that was reached is not there, and nothing new is sent.
    if ((await putBack(patient, missing)) === 'NeedsSteward') return 'NeedsSteward';
  }
  return 'Incomplete';
}

interface Ours {
  readonly wires: readonly Kept[];
  /** Begins where the stream on the server began. */
  readonly isWhole: boolean;
}

async function keptWires({ resting, since }: Patient): Promise<Ours> {
  const { storage, keys } = resting;
  const wires: Kept[] = [];
  const first = since ?? 0;
  let next = first;
  for (const key of await storage.keys(keys.log)) {
    const index = Number(key.slice(keys.log.length));
    if (index < first) continue;
    const stored = await storage.get(key);
    const message = stored && readStored(index, stored);
    if (!message?.whole) continue;
    // Only an unbroken end can be put back in order.
    if (index !== next) wires.length = 0;
    next = index + 1;
    const kid = readHeader(message.wire)?.kid ?? '';
    wires.push({ hash: bytesToText(message.hash), kid, wire: message.wire });
  }
  return { wires, isWhole: since !== null && next - wires.length === since };
}

interface Theirs {
  /** Ours that the server has, in its order, each once. */
  readonly have: readonly string[];
  /** Keys of messages that are not ours and stand behind all of ours. */
  readonly strangers: ReadonlySet<string>;
  /** Everything before this place is known here. */
  readonly knownUpTo: ServerOffset;
}

async function lookThrough(relay: RelayStream, ours: readonly Kept[]): Promise<Theirs | null> {
  const own = new Set(ours.map(({ hash }) => hash));
  const have = new Set<string>();
  let strangers = new Set<string>();
  let knownUpTo: ServerOffset = '';
  let looked = 0;
  for (let at: ServerOffset = ''; ; ) {
    const { wires, next } = await relay.read(at);
    if (wires.length === 0) return { have: [...have], strangers, knownUpTo };
    looked += Math.max(wires.length, AT_LEAST);
    if (looked > MOST) return null;
    for (const wire of wires) {
      const hash = bytesToText(plainHash(wire));
      if (!own.has(hash)) strangers.add(readHeader(wire)?.kid ?? '');
      else if (!have.has(hash)) {
        have.add(hash);
        strangers = new Set();
        knownUpTo = at;
      }
    }
    at = next;
  }
}

function missingFrom(ours: Ours, theirs: Theirs): readonly Kept[] | 'Forked' | 'Incomplete' {
  const [first] = theirs.have;
  if (first === undefined && !ours.isWhole) return 'Incomplete';
  const from = first === undefined ? 0 : ours.wires.findIndex(({ hash }) => hash === first);
  const inOrder = theirs.have.every((hash, i) => ours.wires[from + i]?.hash === hash);
  if (!inOrder) return 'Forked';
  const missing = ours.wires.slice(from + theirs.have.length);
  const [next] = missing;
  // What stands there and is sealed under the key that is current there counts.
  return next && theirs.strangers.has(next.kid) ? 'Forked' : missing;
}

async function putBack(
  { relay, keys, stream }: Patient,
  missing: readonly Kept[],
): Promise<'Done' | 'NeedsSteward'> {
  const epochs = new Map<string, number>();
  for (const epoch of keys.epochs()) {
    const secret = keys.epoch(epoch);
    if (secret) epochs.set(bytesToText(kidFor(secret.commit, stream)), epoch);
  }
  let run: Wire[] = [];
  const flush = async () => {
    if (run.length > 0) await relay.append(run, undefined, '');
    run = [];
  };
  try {
    for (const [i, { wire, kid }] of missing.entries()) {
      const following = missing[i + 1]?.kid;
      const epoch = following === undefined ? keys.tokenEpoch() : epochs.get(following);
      const turns = following === undefined ? isBefore(epochs.get(kid), epoch) : following !== kid;
      if (!turns || relay.isAt(epoch) || isBefore(keys.tokenEpoch(), epoch)) run.push(wire);
      else {
        await flush();
        const turn = turnTo(keys, epoch);
        if (!turn) return 'NeedsSteward';
        await relay.append([wire], turn, await relay.tail());
      }
    }
    await flush();
  } catch (error) {
    // Another device is healing too: look again at what is there by now.
    if (!(error instanceof NotStored)) throw error;
    if (error.cause instanceof RelayTrouble && !isRace(error.cause)) throw error.cause;
  }
  return 'Done';
}

function isRace({ because }: RelayTrouble): boolean {
  return because === 'moved' || because === 'nothing-here';
}

function isBefore(one: number | undefined, other: number | undefined): boolean {
  return one !== undefined && other !== undefined && one < other;
}

function turnTo(keys: RelayKeys, epoch: number | undefined): Turn | undefined {
  const secret = epoch === undefined ? undefined : keys.epoch(epoch);
  const [stewards] = keys.stewards();
  if (epoch === undefined || secret === undefined || stewards === undefined) return undefined;
  return { epoch: { number: epoch, secret }, stewards };
}
