/**
 * Where a kept workspace rests: bytes under ordered text keys, written in batches that become
 * whole or not at all. Three forms keep one promise (`storage.contract.ts` holds them to it):
 * IndexedDB in the browser, a folder in Node, memory for tests.
 *
 * A storage knows nothing of keys or meaning: everything it is given is already sealed. It does not
 * repair or judge bytes either; whoever unseals them finds out.
 */

export type Write =
  /** Sets the bytes under a key. */
  | { readonly put: string; readonly bytes: Uint8Array }
  /**
   * Sets the bytes under a key that must be free; else the whole batch is refused as `Taken`. Where
   * the key holds the very same bytes, this batch was written before and counts as written.
   */
  | { readonly add: string; readonly bytes: Uint8Array }
  | { readonly remove: string }
  /** Removes every key that begins so. */
  | { readonly removeAll: string };

/** Why a batch was not written. Nothing of it was. */
export type WriteRefusal =
  | { readonly type: 'Taken'; readonly key: string }
  | { readonly type: 'StorageFull' }
  | { readonly type: 'StorageLost' };

export interface Storage {
  get(key: string): Promise<Uint8Array | undefined>;
  /** Keys that begin so, in order of their UTF-16 units. */
  keys(prefix: string): Promise<readonly string[]>;
  /** Keys and bytes, in the same order. */
  getAll(prefix: string): Promise<readonly (readonly [key: string, bytes: Uint8Array])[]>;
  /**
   * Writes all of the batch, in its order, or nothing. When it answers `undefined` the batch
   * survives the end of the process and of the power; it never answers so earlier.
   */
  write(batch: readonly Write[]): Promise<WriteRefusal | undefined>;
  /**
   * Removes every key that begins so, and asks the disk to let go of the bytes as far as this form
   * can: a folder is rewritten without them; a browser frees them when it tidies its own files.
   */
  erase(prefix: string): Promise<WriteRefusal | undefined>;
  close(): Promise<void>;
}

/** Reading failed although the storage was opened: the connection or the disk is gone. */
export class StorageGone extends Error {
  override readonly name = 'StorageGone';
}

/** The first key after all keys that begin with the prefix, for ranges; every key begins with ''. */
export function afterPrefix(prefix: string): string {
  if (prefix === '') return '\uffff';
  const last = prefix.charCodeAt(prefix.length - 1);
  return prefix.slice(0, -1) + String.fromCharCode(last + 1);
}

/** A number as a key that sorts by value: ten digits. */
export function keyNumber(n: number): string {
  return String(n).padStart(10, '0');
}
