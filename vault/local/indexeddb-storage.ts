/**
 * The storage of the browser: one IndexedDB database with one object store, every transaction
 * `strict` (browsers answer earlier by default, before the bytes are on the disk).
 *
 * Connections die: a phone suspends the page, another tab upgrades, the browser clears the site.
 * Each operation therefore reopens and tries once more before it gives up.
 */
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import {
  afterPrefix,
  type Storage,
  StorageGone,
  type Write,
  type WriteRefusal,
} from './storage.ts';
import { findTaken } from './writes.ts';

const STORE = 'sealed';
/** Of the database's own shape, one store of keys and bytes; what lies inside has its own version. */
const SHAPE = 1;

export type OpenRefusal =
  /** A newer application has changed the shape of the database. */
  | { readonly type: 'NewerVersion' }
  /** Another tab with an older application keeps the database from being upgraded. */
  | { readonly type: 'OtherTabInTheWay' }
  /** The browser gives no storage: private window, policy, or a broken profile. */
  | { readonly type: 'StorageLost' };

/** Opens (and on first use makes) the database of that name. */
export async function openIndexedDb(name: string): Promise<Storage | OpenRefusal> {
  let db: IDBPDatabase | undefined;
  let closed = false;

  async function connect(): Promise<IDBPDatabase> {
    let blockedBy: (() => void) | undefined;
    const inTheWay = new Promise<never>((_, reject) => {
      blockedBy = () => reject(new InTheWay());
    });
    const opening = openDB(name, SHAPE, {
      upgrade: (fresh) => void fresh.createObjectStore(STORE),
      blocked: () => blockedBy?.(),
      blocking: () => forget(),
      terminated: () => {
        db = undefined;
      },
    });
    opening.then(
      (late) => db !== late && closed && late.close(),
      () => {},
    );
    db = await Promise.race([opening, inTheWay]);
    return db;
  }

  /** Lets go of the connection so that another tab can upgrade or erase; the next use reopens. */
  function forget() {
    db?.close();
    db = undefined;
  }

  async function withDb<T>(work: (db: IDBPDatabase) => Promise<T>): Promise<T> {
    if (closed) throw new StorageGone('The storage was closed.');
    try {
      return await work(db ?? (await connect()));
    } catch (error) {
      if (!isDeadConnection(error)) throw error;
      forget();
      return await work(await connect());
    }
  }

  async function read<T>(work: (db: IDBPDatabase) => Promise<T>): Promise<T> {
    try {
      return await withDb(work);
    } catch (error) {
      throw error instanceof StorageGone ? error : new StorageGone(nameOf(error));
    }
  }

  const range = (prefix: string) => IDBKeyRange.bound(prefix, afterPrefix(prefix), false, true);

  try {
    await connect();
  } catch (error) {
    if (error instanceof InTheWay) return { type: 'OtherTabInTheWay' };
    return nameOf(error) === 'VersionError' ? { type: 'NewerVersion' } : { type: 'StorageLost' };
  }

  const storage: Storage = {
    get: (key) => read(async (open) => (await open.get(STORE, key)) as Uint8Array | undefined),
    keys: (prefix) =>
      read(async (open) => (await open.getAllKeys(STORE, range(prefix))) as string[]),
    getAll: (prefix) =>
      read(async (open) => {
        const tx = open.transaction(STORE, 'readonly');
        const [keys, values] = await Promise.all([
          tx.store.getAllKeys(range(prefix)),
          tx.store.getAll(range(prefix)),
          tx.done,
        ]);
        return keys.map((key, i) => [key as string, values[i] as Uint8Array] as const);
      }),
    async write(batch) {
      try {
        return await withDb((open) => writeBatch(open, batch, range));
      } catch (error) {
        return nameOf(error) === 'QuotaExceededError'
          ? { type: 'StorageFull' }
          : { type: 'StorageLost' };
      }
    },
    async erase(prefix) {
      if (prefix !== '') return storage.write([{ removeAll: prefix }]);
      forget();
      await deleteDB(name, {});
      return undefined;
    },
    async close() {
      forget();
      closed = true;
    },
  };
  return storage;
}

async function writeBatch(
  db: IDBPDatabase,
  batch: readonly Write[],
  range: (prefix: string) => IDBKeyRange,
): Promise<WriteRefusal | undefined> {
  const tx = db.transaction(STORE, 'readwrite', { durability: 'strict' });
  const done = tx.done;
  done.catch(() => {});
  try {
    const found = await findTaken(batch, (key) => tx.store.get(key));
    if (found) {
      await done;
      return found === 'written before' ? undefined : found;
    }
    for (const write of batch) {
      if ('remove' in write) await tx.store.delete(write.remove);
      else if ('removeAll' in write) await tx.store.delete(range(write.removeAll));
      else await tx.store.put(write.bytes, 'put' in write ? write.put : write.add);
    }
    await done;
    return undefined;
  } catch (error) {
    // A full disk shows as the transaction's error; the request itself only says it was aborted.
    await done.catch(() => {});
    throw tx.error ?? error;
  }
}

class InTheWay extends Error {}

function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : 'unknown';
}

/** The errors of a connection that is closed or closing, as browsers name them. */
function isDeadConnection(error: unknown): boolean {
  return ['InvalidStateError', 'AbortError', 'UnknownError', 'TransactionInactiveError'].includes(
    nameOf(error),
  );
}
