/**
 * The bytes of the journal: one record a write, and a last record that closes the batch. Once the
 * batch is synced a mark follows it. So the reader can tell the two kinds of damage at the end of
 * the file apart: without the mark the last batch was torn, was never acknowledged and is cut away
 * whole; with it, or with later batches behind it, bytes have rotted, and a rotten record costs only
 * itself: the reader goes on at the next record that is whole.
 *
 *   record = "ALS1" | kind u8 | key length u16 | value length u32 | crc of these and the key u32
 *            | crc of the value u32 | key | value           (all numbers big-endian, CRC-32C)
 */
import type { Write } from '../storage.ts';
import { crc32c } from './crc32c.ts';

const MAGIC = [0x41, 0x4c, 0x53, 0x31] as const;
const HEAD = 19;
const KINDS = { put: 1, remove: 2, removeAll: 3, close: 4, mark: 5 } as const;

/** What one record says; `at` and `length` place its value in the file. */
export interface JournalRecord {
  readonly kind: 'put' | 'remove' | 'removeAll' | 'close' | 'mark';
  readonly key: string;
  readonly at: number;
  readonly length: number;
  readonly valueWhole: boolean;
}

export interface JournalRead {
  /** Batches that were acknowledged, in order; `whole` is false where a record is rotten or missing. */
  readonly batches: readonly {
    readonly records: readonly JournalRecord[];
    readonly whole: boolean;
  }[];
  /** Where the next batch goes: the end of the last of these batches and its mark. */
  readonly end: number;
}

export function batchToBytes(batch: readonly Write[]): Uint8Array {
  const parts = batch.map((write) => {
    if ('removeAll' in write) return recordToBytes(KINDS.removeAll, write.removeAll, EMPTY);
    if ('remove' in write) return recordToBytes(KINDS.remove, write.remove, EMPTY);
    return recordToBytes(KINDS.put, 'put' in write ? write.put : write.add, write.bytes);
  });
  const count = new Uint8Array(4);
  new DataView(count.buffer).setUint32(0, batch.length);
  parts.push(recordToBytes(KINDS.close, '', count));
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const EMPTY = new Uint8Array(0);

/** Goes behind a batch once it is synced; need not be synced itself. */
export function markToBytes(): Uint8Array {
  return recordToBytes(KINDS.mark, '', EMPTY);
}

function recordToBytes(kind: number, key: string, value: Uint8Array): Uint8Array {
  const keyBytes = new TextEncoder().encode(key);
  const bytes = new Uint8Array(HEAD + keyBytes.length + value.length);
  const view = new DataView(bytes.buffer);
  bytes.set(MAGIC, 0);
  view.setUint8(4, kind);
  view.setUint16(5, keyBytes.length);
  view.setUint32(7, value.length);
  bytes.set(keyBytes, HEAD);
  view.setUint32(11, crc32c(keyBytes, crc32c(bytes.subarray(0, 11))));
  view.setUint32(15, crc32c(value));
  bytes.set(value, HEAD + keyBytes.length);
  return bytes;
}

/** Reads a whole journal. Never throws: what is not whole is left out and said. */
export function readJournal(bytes: Uint8Array): JournalRead {
  const batches: { records: JournalRecord[]; whole: boolean }[] = [];
  let end = 0;
  let endBefore = 0;
  let marked = true;
  let records: JournalRecord[] = [];
  let whole = true;
  let at = 0;
  while (at < bytes.length) {
    const record = recordAt(bytes, at);
    if (!record) {
      whole = false;
      at = nextRecord(bytes, at + 1);
      continue;
    }
    at = record.at + record.length;
    if (record.kind === 'mark') {
      marked = true;
      end = at;
      continue;
    }
    if (record.kind !== 'close') {
      records.push(record);
      continue;
    }
    const count = new DataView(bytes.buffer, bytes.byteOffset).getUint32(record.at);
    const complete = record.valueWhole && count === records.length;
    batches.push({ records, whole: whole && complete && records.every((r) => r.valueWhole) });
    endBefore = end;
    end = at;
    marked = false;
    records = [];
    whole = true;
  }
  if (!marked && batches.at(-1)?.whole === false) {
    batches.pop();
    end = endBefore;
  }
  return { batches, end };
}

function nextRecord(bytes: Uint8Array, from: number): number {
  for (let at = from; at + HEAD <= bytes.length; at++) {
    if (bytes[at] === MAGIC[0] && recordAt(bytes, at)) return at;
  }
  return bytes.length;
}

function recordAt(bytes: Uint8Array, at: number): JournalRecord | undefined {
  if (at + HEAD > bytes.length || MAGIC.some((byte, i) => bytes[at + i] !== byte)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + at);
  const kind = KIND_NAMES[view.getUint8(4)];
  const keyLength = view.getUint16(5);
  const length = view.getUint32(7);
  const valueAt = at + HEAD + keyLength;
  if (!kind || valueAt + length > bytes.length) return undefined;
  const key = bytes.subarray(at + HEAD, valueAt);
  if (view.getUint32(11) !== crc32c(key, crc32c(bytes.subarray(at, at + 11)))) return undefined;
  const valueWhole = view.getUint32(15) === crc32c(bytes.subarray(valueAt, valueAt + length));
  return { kind, key: new TextDecoder().decode(key), at: valueAt, length, valueWhole };
}

const KIND_NAMES: Readonly<Record<number, JournalRecord['kind']>> = {
  1: 'put',
  2: 'remove',
  3: 'removeAll',
  4: 'close',
  5: 'mark',
};
