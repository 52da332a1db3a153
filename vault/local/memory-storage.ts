/** A storage in memory, for tests and for a workspace that is being restored to be looked at. */
import type { Storage, Write, WriteRefusal } from './storage.ts';

export interface MemoryStorage extends Storage {
  /** A second storage with the same bytes: what a copied disk would hold. */
  copy(): MemoryStorage;
  /** The bytes themselves, for tests that damage them. */
  readonly cells: Map<string, Uint8Array>;
}

export function createMemoryStorage(from: Iterable<[string, Uint8Array]> = []): MemoryStorage {
  const cells = new Map<string, Uint8Array>();
  for (const [key, bytes] of from) cells.set(key, bytes.slice());
  const keysUnder = (prefix: string) =>
    [...cells.keys()].filter((k) => k.startsWith(prefix)).sort();

  return {
    cells,
    copy: () => createMemoryStorage(cells),
    async get(key) {
      return cells.get(key)?.slice();
    },
    async keys(prefix) {
      return keysUnder(prefix);
    },
    async getAll(prefix) {
      return keysUnder(prefix).map((key) => [key, (cells.get(key) as Uint8Array).slice()] as const);
    },
    async write(batch) {
      const found = await findTaken(batch, async (key) => cells.get(key));
      if (found) return found === 'written before' ? undefined : found;
      for (const write of batch) applyWrite(cells, write, (bytes) => bytes.slice());
      return undefined;
    },
    async erase(prefix) {
      applyWrite(cells, { removeAll: prefix }, (bytes) => bytes);
      return undefined;
    },
    async close() {},
  };
}

/**
 * Looks whether an `add` of the batch meets a taken key; keys that the batch itself frees or takes
 * earlier count as it left them.
 */
export async function findTaken(
  batch: readonly Write[],
  stored: (key: string) => Promise<Uint8Array | undefined>,
): Promise<WriteRefusal | 'written before' | undefined> {
  for (const [i, write] of batch.entries()) {
    if (!('add' in write)) continue;
    const before = batch.slice(0, i).findLast((earlier) => touches(earlier, write.add));
    if (before && ('remove' in before || 'removeAll' in before)) continue;
    const there = before ? undefined : await stored(write.add);
    if (there && sameBytes(there, write.bytes)) return 'written before';
    if (there || before) return { type: 'Taken', key: write.add };
  }
  return undefined;
}

function touches(write: Write, key: string): boolean {
  if ('removeAll' in write) return key.startsWith(write.removeAll);
  if ('remove' in write) return write.remove === key;
  return ('put' in write ? write.put : write.add) === key;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}

/** One write upon a map from key to whatever stands for the bytes. */
export function applyWrite<T>(
  cells: Map<string, T>,
  write: Write,
  toCell: (bytes: Uint8Array) => T,
): void {
  if ('removeAll' in write) {
    for (const key of [...cells.keys()]) if (key.startsWith(write.removeAll)) cells.delete(key);
  } else if ('remove' in write) cells.delete(write.remove);
  else cells.set('put' in write ? write.put : write.add, toCell(write.bytes));
}
