/**
 * One transaction for all changes that arrive together. A change is a function that runs inside it
 * and is answered once the commit is on disk; what arrives while one commit is being written waits
 * for the next, so that many writers share one `fsync`.
 *
 * A full disk refuses the whole transaction and leaves everything as it was. Any other failure to
 * write or commit means that nobody knows what is on disk: that is fatal, and nothing is answered
 * with success after it. Checkpoints are ours to run, not SQLite's on its own, because SQLite would
 * not tell when one failed.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { Damaged, DiskFull, StoreAway, StoreSurroundings } from '../store.ts';
import { DamagedRow } from './rows.ts';

export type WriteFailure = DiskFull | StoreAway | Damaged;

export interface GroupCommit {
  /**
   * Runs `change` in the next transaction; answers what it gave, once that is on disk. `then` runs
   * after the answers were given, in the order of the changes. `bytes`: roughly how much it writes.
   */
  write<Answer>(
    change: () => Answer,
    then?: () => void,
    bytes?: number,
  ): Promise<Answer | WriteFailure>;
  /** Writes what waits. */
  flush(): void;
  /** Brings what the log holds into the database file and empties the log. */
  checkpoint(): void;
}

interface Waiting {
  readonly change: () => unknown;
  readonly then: (() => void) | undefined;
  readonly bytes: number;
  readonly answer: (answer: unknown) => void;
}

/** More than this in one transaction would keep the first of it waiting too long. */
const atMost = { changes: 512, bytes: 8 * 1024 * 1024 };
/** How much may be written to the log before it is brought into the database file. */
const checkpointAfterBytes = 8 * 1024 * 1024;
/** What a change writes besides its own bytes, as the log counts: its part of a page, or a whole one. */
const bytesAround = 1024;

/** `forget`: what is held in memory may be ahead of a transaction that was undone. */
export function createGroupCommit(
  database: DatabaseSync,
  { onFatal }: Pick<StoreSurroundings, 'onFatal'>,
  forget: () => void,
): GroupCommit {
  const begin = database.prepare('BEGIN IMMEDIATE');
  const end = database.prepare('COMMIT');
  let waiting: Waiting[] = [];
  let scheduled = false;
  let dead = false;
  let sinceCheckpoint = 0;

  return {
    write<Answer>(change: () => Answer, then?: () => void, bytes = 0) {
      return new Promise<Answer | WriteFailure>((resolve) => {
        waiting.push({ change, then, bytes, answer: resolve as (answer: unknown) => void });
        schedule();
      });
    },
    flush() {
      while (waiting.length > 0) flush();
    },
    checkpoint: () => checkpoint('TRUNCATE'),
  };

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate(flush);
  }

  function flush(): void {
    scheduled = false;
    const together: Waiting[] = [];
    let bytes = 0;
    while (waiting.length > together.length && together.length < atMost.changes) {
      const next = waiting[together.length] as Waiting;
      if (together.length > 0 && bytes + next.bytes > atMost.bytes) break;
      bytes += next.bytes;
      together.push(next);
    }
    waiting = waiting.slice(together.length);
    if (waiting.length > 0) schedule();
    if (together.length === 0) return;
    commit(together);
    sinceCheckpoint += bytes + together.length * bytesAround;
    if (sinceCheckpoint > checkpointAfterBytes) checkpoint('PASSIVE');
  }

  /** All of them, or where that fails and it is known that nothing was written, each on its own. */
  function commit(together: readonly Waiting[]): void {
    if (dead) {
      for (const { answer } of together) answer({ type: 'StoreAway' });
      return;
    }
    const answers = transact(together);
    if (Array.isArray(answers)) {
      together.forEach(({ answer }, at) => {
        answer(answers[at]);
      });
      const told = together.filter(({ then }) => then !== undefined);
      if (told.length > 0)
        setImmediate(() => {
          for (const { then } of told) then?.();
        });
    } else if (together.length > 1 && !dead) {
      for (const one of together) commit([one]);
    } else {
      for (const { answer } of together) answer(answers);
    }
  }

  function transact(together: readonly Waiting[]): unknown[] | WriteFailure {
    let committing = false;
    try {
      begin.run();
      const answers = together.map(({ change }) => change());
      committing = true;
      end.run();
      return answers;
    } catch (error) {
      const failure = failureOf(error);
      if (failure === undefined || (committing && failure.type === 'Damaged')) {
        return fatal(`a commit failed: ${describe(error)}`);
      }
      forget();
      try {
        if (database.isTransaction) database.exec('ROLLBACK');
      } catch (second) {
        return fatal(`a transaction could not be undone: ${describe(second)}`);
      }
      return failure;
    }
  }

  function checkpoint(mode: 'PASSIVE' | 'TRUNCATE'): void {
    sinceCheckpoint = 0;
    try {
      database.exec(`PRAGMA wal_checkpoint(${mode})`);
    } catch (error) {
      if (failureOf(error) === undefined) fatal(`a checkpoint failed: ${describe(error)}`);
    }
  }

  function fatal(reason: string): StoreAway {
    if (!dead) {
      dead = true;
      onFatal(reason);
    }
    return { type: 'StoreAway' };
  }
}

/** SQLite's own numbers, https://www.sqlite.org/rescode.html. */
const code = { busy: 5, locked: 6, corrupt: 11, full: 13, notADatabase: 26 };
/** The log's index lies in a file of its own, which a full disk does not let grow. */
const sharedMemorySize = 4874;

/** What a failure to read or write means where it is known that nothing was changed by it. */
export function failureOf(error: unknown): WriteFailure | undefined {
  if (error instanceof DamagedRow) return { type: 'Damaged' };
  if (!(error instanceof Error && 'errcode' in error)) throw error;
  const extended = Number(error.errcode);
  if (extended === sharedMemorySize) return { type: 'DiskFull' };
  switch (extended & 0xff) {
    case code.full:
      return { type: 'DiskFull' };
    case code.busy:
    case code.locked:
      return { type: 'StoreAway' };
    case code.corrupt:
    case code.notADatabase:
      return { type: 'Damaged' };
    default:
      return undefined;
  }
}

/** SQLite's number only: its sentence could name what was being written. */
function describe(error: unknown): string {
  return error instanceof Error && 'errcode' in error ? `SQLite ${error.errcode}` : 'not SQLite';
}
