/**
 * The stream of a workspace on one device: its messages under numbered keys, with a count beside
 * them. A message is put only at the end that its writer has read to, so two tabs can never write
 * past each other; whoever comes second is refused and reads first.
 *
 * Each message has its SHA-256 in front. When bytes have rotted, the log can still count the message
 * as what it was and go on (`read-tail.ts`).
 */
import { concat, copyOf, sameBytes } from '../../envelope/bytes.ts';
import { plainHash } from '../../envelope/contexts.ts';
import { NotStored } from '../../log/stream-errors.ts';
import type { Batch, Offset, Stream, Wire } from '../../log/types.ts';
import type { Storage, Write, WriteRefusal } from '../storage.ts';
import type { PlaceKeys } from './place.ts';

const HASH = 32;
/** Messages handed out at once. */
const BATCH = 100;

export interface StoredStream extends Stream {
  /** Why the last append was refused; undefined after one that went through. */
  readonly refused: WriteRefusal | undefined;
  /** How many messages there are, as the storage says now. */
  length(): Promise<number>;
  /** `read`, but as if the stream ended there. */
  readUpTo(from: Offset, end: number): Promise<Batch>;
}

/** Messages before `from` that were tidied away: a reader there must open anew from the snapshot. */
export class LeftBehind extends Error {
  override readonly name = 'LeftBehind';
}

export function createStoredStream(
  storage: Storage,
  keys: PlaceKeys,
  id: Uint8Array,
): StoredStream {
  let refused: WriteRefusal | undefined;
  /** How far this tab has read: the only place where it may append. */
  let readTo: number | undefined;
  /** What this tab appended itself, to read back without asking the disk. */
  const own = new Map<number, Wire>();

  async function length(): Promise<number> {
    return bytesToCount(await storage.get(keys.end));
  }

  async function at(index: number): Promise<Wire> {
    const fresh = own.get(index);
    if (fresh) {
      own.delete(index);
      return fresh;
    }
    const stored = await storage.get(keys.entry(index));
    if (!stored) throw new LeftBehind();
    return copyOf(stored.subarray(HASH));
  }

  async function readUpTo(from: Offset, last: number): Promise<Batch> {
    const start = from === '' ? 0 : Number(from);
    const end = Math.max(start, Math.min(last, start + BATCH));
    readTo = end;
    const wires: Wire[] = [];
    for (let index = start; index < end; index++) wires.push(await at(index));
    return { wires, next: String(end) };
  }

  return {
    id,
    get refused() {
      return refused;
    },
    length,
    async append(wires) {
      const start = readTo ?? (await length());
      refused = await storage.write(appending(keys, start, wires));
      if (refused) throw new NotStored('refused');
      for (const [i, wire] of wires.entries()) own.set(start + i, wire);
    },
    readUpTo,
    read: async (from) => readUpTo(from, await length()),
  };
}

/** The writes that put messages at the end. */
export function appending(
  keys: PlaceKeys,
  start: number,
  wires: readonly Wire[],
): readonly Write[] {
  const batch: Write[] = wires.map((wire, i) => ({
    add: keys.entry(start + i),
    bytes: concat(plainHash(wire), wire),
  }));
  batch.push({ put: keys.end, bytes: countToBytes(start + wires.length) });
  return batch;
}

export interface StoredMessage {
  readonly index: number;
  readonly hash: Uint8Array;
  readonly wire: Wire;
  /** The bytes are those that were written. */
  readonly whole: boolean;
}

/** A message as stored, or undefined where too little is left to know even its hash. */
export function readStored(index: number, stored: Uint8Array): StoredMessage | undefined {
  if (stored.length < HASH) return undefined;
  const hash = copyOf(stored.subarray(0, HASH));
  const wire = copyOf(stored.subarray(HASH));
  return { index, hash, wire, whole: sameBytes(plainHash(wire), hash) };
}

export function countToBytes(count: number): Uint8Array {
  return new TextEncoder().encode(String(count));
}

export function bytesToCount(bytes: Uint8Array | undefined): number {
  const count = bytes ? Number(new TextDecoder().decode(bytes)) : 0;
  return Number.isSafeInteger(count) && count >= 0 ? count : 0;
}
