/** What a batch of writes means, alike for every form of storage. */
import { sameBytes } from '../envelope/bytes.ts';
import type { Write, WriteRefusal } from './storage.ts';

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
