/**
 * The store on SQLite, for one relay: a folder with one database, written through `node:sqlite` in this
 * process. WAL with `synchronous=FULL`; changes that arrive together share one commit. A second
 * relay over the same folder is refused by a lock that the system lets go when the process ends,
 * however it ends.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createGroupCommit, failureOf } from './sqlite/group-commit.ts';
import { createRows } from './sqlite/rows.ts';
import { formatVersion, prepareDatabase, versionOf } from './sqlite/schema.ts';
import { createStreams } from './sqlite/streams.ts';
import type { News, ReadFrom, Store, StoreSurroundings, Trouble } from './store.ts';

/** The database's name inside the data folder. */
export const databaseName = 'relay.db';

export type CannotOpen =
  /** Another relay has this folder. */
  | { readonly type: 'DataInUse' }
  /** A newer relay wrote it. */
  | { readonly type: 'NewerData' }
  /** It is no database of ours, it is damaged, or it may not be written. */
  | { readonly type: 'DataUnreadable' };

/** How many blocks, and how many expired streams, one piece of sweeping takes. */
const sweptAtOnce = 128;

/** Opens the store in a folder that exists. `open` is how a database is opened: a test's way in. */
export function openSqliteStore(
  folder: string,
  surroundings: StoreSurroundings,
  open: (path: string) => DatabaseSync = (path) => new DatabaseSync(path),
): Store | CannotOpen {
  const opened = openDatabase(folder, open);
  return 'type' in opened ? opened : storeOver(opened, surroundings);
}

/** True for a refusal to open a store. */
export function isCannotOpen(opened: Store | CannotOpen): opened is CannotOpen {
  return 'type' in opened;
}

interface Opened {
  readonly database: DatabaseSync;
  readonly lock: DatabaseSync;
}

function openDatabase(folder: string, open: (path: string) => DatabaseSync): Opened | CannotOpen {
  let lock: DatabaseSync | undefined;
  let database: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(join(folder, 'relay.lock'));
    lock.exec('BEGIN EXCLUSIVE');
    database = open(join(folder, databaseName));
    if (versionOf(database) <= formatVersion) {
      prepareDatabase(database);
      return { database, lock };
    }
    database.close();
    lock.close();
    return { type: 'NewerData' };
  } catch (error) {
    const failure = failureOf(error);
    database?.close();
    lock?.close();
    return { type: failure?.type === 'StoreAway' ? 'DataInUse' : 'DataUnreadable' };
  }
}

function storeOver({ database, lock }: Opened, surroundings: StoreSurroundings): Store {
  const rows = createRows(database);
  const streams = createStreams(rows, surroundings.now);
  const commits = createGroupCommit(database, surroundings, streams.forget);
  const listeners = new Map<string, Set<(news: News) => void>>();
  let removedSomething = false;

  return {
    create: (stream, allowance) =>
      commits.write(
        () => streams.create(stream, allowance),
        undefined,
        stream.blocks.reduce((sum, { length }) => sum + length, 0),
      ),

    find: async (id) => guarded(() => streams.find(id)?.state ?? { type: 'NoStream' }),

    formerReader: async (id, verifier) =>
      guarded(() => {
        const found = streams.find(id);
        return rows.formers.find(found?.no ?? 0, verifier);
      }),

    append(id, append) {
      let told: News | undefined;
      return commits.write(
        () => {
          const answer = streams.append(id, append);
          told = undefined;
          if (answer.type === 'Appended' && listeners.has(id)) {
            const from = answer.state.tail - append.blocks.length;
            told = { state: answer.state, appended: { from, blocks: append.blocks } };
          }
          return answer;
        },
        () => told && tell(id, told),
        append.blocks.reduce((sum, { length }) => sum + length, 0),
      );
    },

    read: async (id, read) => guarded(() => readBlocks(id, read)),

    manage(id, op, generation) {
      let gone: readonly string[] = [];
      let told: News | undefined;
      return commits.write(
        () => {
          const children = op.op === 'delete' ? childrenOf(id) : [];
          const answer = streams.manage(id, op, generation);
          const isDone = answer.type === 'Managed';
          told = isDone ? { state: answer.state } : undefined;
          gone = isDone ? children : [];
          return answer;
        },
        () => {
          if (told) tell(id, told);
          for (const child of gone) tell(child, { state: null });
        },
      );
    },

    refill: (id, at, block) =>
      commits.write(() => {
        const found = streams.find(id);
        if (!found) return { type: 'NoStream' } as const;
        const { no, state } = found;
        return rows.blocks.refill(no, id, at, block)
          ? ({ type: 'Refilled' } as const)
          : ({ type: 'NotHere', state } as const);
      }),

    remove(id) {
      let gone: readonly string[] = [];
      return commits.write(
        () => {
          const found = streams.find(id);
          gone = found ? streams.discard(found) : [];
          return found ? ({ type: 'Removed' } as const) : ({ type: 'NoStream' } as const);
        },
        () => {
          for (const one of gone) tell(one, { state: null });
        },
      );
    },

    touch: (id) => commits.write(() => streams.touch(id)),

    addVoucher: (voucher) =>
      commits.write(() => rows.vouchers.put(voucher, rows.vouchers.find(voucher.hash)?.spent ?? 0)),

    voucher: async (hash) =>
      guarded(() => {
        const kept = rows.vouchers.find(hash);
        return kept && { left: kept.voucher.streams - kept.spent, quota: kept.voucher.quota };
      }),

    hasVouchers: async () => guarded(() => rows.vouchers.any()),

    dropVouchers: () => commits.write(() => rows.vouchers.drop()),

    usage: async (id) =>
      guarded(() => {
        const found = streams.find(id);
        return found ? { ...streams.family(streams.rootOf(found.state)) } : { type: 'NoStream' };
      }),

    async sweep() {
      const more = await commits.write(sweepSome);
      if (more === false && removedSomething) {
        removedSomething = false;
        commits.checkpoint();
      }
      return more;
    },

    async listen(id, hear) {
      const hearing = listeners.get(id) ?? new Set();
      listeners.set(id, hearing.add(hear));
      return () => {
        hearing.delete(hear);
        if (hearing.size === 0) listeners.delete(id);
      };
    },

    ready: async () => {
      const answer = await commits.write(() => true);
      return answer === true;
    },

    async close() {
      commits.flush();
      if (database.isOpen) {
        commits.checkpoint();
        database.close();
      }
      if (lock.isOpen) lock.close();
    },
  };

  function readBlocks(id: string, { from, maxBytes, until, generation }: ReadFrom) {
    const found = streams.find(id);
    if (!found) return { type: 'NoStream' } as const;
    const { no, state } = found;
    if (state.generation !== generation) return { type: 'TokensChanged' } as const;
    if (from < state.start || from > state.tail) return { type: 'NotHere', state } as const;
    const blocks: Uint8Array[] = [];
    let bytes = 0;
    const to = Math.min(until ?? state.tail, state.tail);
    try {
      for (const block of rows.blocks.from(no, id, from, to)) {
        if (!block.bytes || block.at !== from + blocks.length) break;
        bytes += block.bytes.length;
        if (blocks.length > 0 && bytes > maxBytes) break;
        blocks.push(block.bytes);
      }
    } catch (error) {
      if (failureOf(error)?.type !== 'Damaged') throw error;
    }
    if (blocks.length === 0 && from < to) return { type: 'Damaged', after: from + 1 } as const;
    return { type: 'Read', blocks, end: from + blocks.length, state } as const;
  }

  function childrenOf(id: string): string[] {
    const found = streams.find(id);
    return found?.state.parent === null ? rows.streams.children(id) : [];
  }

  function sweepSome(): boolean {
    const expired = rows.streams.expired(surroundings.now(), sweptAtOnce);
    for (const id of expired) streams.sweep(id);
    const next = rows.discarded.next();
    if (next) {
      removedSomething = true;
      const removed = rows.blocks.remove(next.no, next.before, sweptAtOnce);
      if (removed < sweptAtOnce) rows.discarded.remove(next.no);
    }
    return expired.length > 0 || next !== undefined;
  }

  function tell(id: string, news: News): void {
    for (const hear of listeners.get(id) ?? []) hear(news);
  }
}

/** Reads; what cannot be read, for a wrong checksum or for what SQLite says, is damaged. */
function guarded<Answer>(read: () => Answer): Answer | Trouble {
  try {
    return read();
  } catch (error) {
    const failure = failureOf(error);
    return failure?.type === 'StoreAway' ? failure : { type: 'Damaged' };
  }
}
