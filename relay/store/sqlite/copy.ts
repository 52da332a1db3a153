/**
 * A whole copy of a store's database while it is in use, and putting one back. The copy is made by SQLite
 * from one moment's state: what was acknowledged before it began is in it.
 */
import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { databaseName } from '../sqlite.ts';
import { formatVersion, versionOf } from './schema.ts';

export type CannotCopy =
  /** Nothing is kept in that folder. */
  | { readonly type: 'NothingKept' }
  /** SQLite could not read it, or not write the copy. */
  | { readonly type: 'NotCopied' };

/** Copies what a data folder keeps into a file that is not there yet, readable by its owner alone. */
export function copyStreams(folder: string, to: string): CannotCopy | undefined {
  const from = join(folder, databaseName);
  if (!existsSync(from)) return { type: 'NothingKept' };
  try {
    using database = new DatabaseSync(from, { readOnly: true });
    database.prepare('VACUUM INTO ?').run(to);
    chmodSync(to, 0o600);
    return undefined;
  } catch {
    rmSync(to, { force: true });
    return { type: 'NotCopied' };
  }
}

export type CannotPutBack =
  /** The folder keeps something already: it is not replaced. */
  | { readonly type: 'SomethingKept' }
  /** The copy is none of ours, or it is damaged. */
  | { readonly type: 'BadCopy' };

/** Looks a copy through and makes it what a data folder keeps. The copy is moved there. */
export function putStreamsBack(copy: string, folder: string): CannotPutBack | undefined {
  const to = join(folder, databaseName);
  if (existsSync(to)) return { type: 'SomethingKept' };
  if (!isWhole(copy)) return { type: 'BadCopy' };
  renameSync(copy, to);
  return undefined;
}

function isWhole(copy: string): boolean {
  try {
    using database = new DatabaseSync(copy, { readOnly: true });
    const checked = database.prepare('PRAGMA integrity_check').get();
    return versionOf(database) === formatVersion && checked?.integrity_check === 'ok';
  } catch {
    return false;
  }
}
