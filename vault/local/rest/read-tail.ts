/**
 * The messages since the snapshot, read on from it. Where bytes have rotted the log would stop: H is
 * wrong from there on, and the device's next entry no longer follows its last. But every message
 * here was verified before it was stored, so a lost one is counted as what it was, named as damaged,
 * and reading goes on behind it.
 */
import { bytesToText, copyOf, sameBytes } from '../../envelope/bytes.ts';
import { hash } from '../../envelope/contexts.ts';
import type { Keyring } from '../../identity/types.ts';
import { open } from '../../log/open.ts';
import type { Entry, OpenKeys } from '../../log/types.ts';
import { placeBytes } from '../../membership/begin.ts';
import type { State } from '../../membership/state.ts';
import type { Write } from '../storage.ts';
import type { Resting } from './keys-at-rest.ts';
import { bytesToCount, countToBytes, readStored, type StoredMessage } from './stored-stream.ts';

export interface TailReader {
  /** Steps through whole messages from one index up to but not including another. */
  readTo(state: State, from: number, to: number): Promise<void>;
  readonly keys: Keyring;
}

export interface TailRead {
  readonly offset: number;
  /** Positions of messages that could not be read. */
  readonly damaged: readonly number[];
}

/** Reads everything from `offset` to the end into `state`. */
export async function readTail(
  resting: Resting,
  state: State,
  offset: number,
  reader: TailReader,
): Promise<TailRead> {
  const { storage, keys } = resting;
  const messages = new Map<number, StoredMessage>();
  // What is kept from before the snapshot, for a server that loses it, is not read.
  const since = (await storage.keys(keys.log)).filter((key) => key >= keys.entry(offset));
  // The messages themselves say how many there are; the count beside them can rot like anything else.
  const end = Math.max(offset, ...since.map((key) => Number(key.slice(keys.log.length)) + 1));
  await Promise.all(
    since.map(async (key) => {
      const index = Number(key.slice(keys.log.length));
      const message = readStored(index, (await storage.get(key)) ?? new Uint8Array(0));
      if (message) messages.set(index, message);
    }),
  );

  const damaged: number[] = [];
  const rescue: Write[] = [];
  let at = offset;
  for (let index = offset; index < end; index++) {
    const message = messages.get(index);
    if (message && (message.whole || (await isEntry(message, state, reader.keys)))) continue;
    await reader.readTo(state, at, index);
    skip(state, message?.hash ?? new Uint8Array(32));
    damaged.push(state.n);
    await mendPrevious(
      state,
      reader.keys,
      [...messages.values()].filter((m) => m.index > index),
    );
    const stored = await storage.get(keys.entry(index));
    if (stored) rescue.push({ put: `${keys.aside}${keys.entry(index)}`, bytes: stored });
    at = index + 1;
  }
  await reader.readTo(state, at, end);
  if (bytesToCount(await storage.get(keys.end)) !== end && since.length > 0) {
    rescue.push({ put: keys.end, bytes: countToBytes(end) });
  }
  if (rescue.length > 0) await storage.write(rescue);
  return { offset: end, damaged };
}

/** Counts a message that cannot be read any more, by the hash that was kept beside it. */
function skip(state: State, wireHash: Uint8Array): void {
  state.n += 1;
  state.tip = hash('log', state.tip, wireHash);
  state.views.push(state.tip.slice(0, 16));
  state.wires.add(bytesToText(wireHash));
}

/**
 * The lost message was its device's last entry, so that device's next one names it: what it names is
 * taken over. Entries of other devices follow their own last, as they should.
 */
async function mendPrevious(
  state: State,
  keys: Keyring,
  following: readonly StoredMessage[],
): Promise<void> {
  const last = new Map<number, Uint8Array>();
  for (const message of following.toSorted((a, b) => a.index - b.index)) {
    const entry = message.whole && (await entryIn(message, state, keys));
    if (!entry) continue;
    const { device, previous } = entry.frame;
    const expected = last.get(device) ?? state.last[device];
    if (expected && !sameBytes(expected, previous)) {
      if (!last.has(device)) state.last[device] = copyOf(previous);
      return;
    }
    last.set(device, entry.id);
  }
}

async function isEntry(message: StoredMessage, state: State, keys: Keyring): Promise<boolean> {
  return (await entryIn(message, state, keys)) !== null;
}

/** The entry, where it opens and its author signed it. */
async function entryIn(
  { wire }: StoredMessage,
  state: State,
  keys: Keyring,
): Promise<Entry | null> {
  const openKeys: OpenKeys = {
    stream: state.stream,
    place: placeBytes(state),
    secretFor: (kid) => (kid === state.kid ? keys.epoch(state.epoch) : undefined),
    signerOf: (number) => state.membership.devices[number]?.sign,
  };
  const { found } = await open(wire, openKeys);
  return found.type === 'Entry' && found.signed?.valid === true ? found.entry : null;
}
