/** A storage in memory, for tests and for a workspace that is being restored to be looked at. */
import type { Storage } from './storage.ts';
import { applyWrite, findTaken } from './writes.ts';

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
