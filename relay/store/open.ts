/** Opens the store that an operator chose: a folder with SQLite, or a PostgreSQL database. */
import type { CannotOpenDatabase } from './postgres.ts';
import { type CannotOpen as CannotOpenFolder, openSqliteStore } from './sqlite.ts';
import type { Store, StoreSurroundings } from './store.ts';

/** Where streams are kept. */
export type Place = { readonly folder: string } | { readonly database: string };

export type CannotOpen =
  | CannotOpenFolder
  | CannotOpenDatabase
  /** There is no store for such a database. */
  | { readonly type: 'NoSuchStore' };

/** The folder must exist. The driver of PostgreSQL is loaded only where it is needed. */
export async function openStore(
  place: Place,
  surroundings: StoreSurroundings,
): Promise<Store | CannotOpen> {
  if ('folder' in place) return openSqliteStore(place.folder, surroundings);
  if (!/^postgres(ql)?:\/\//.test(place.database)) return { type: 'NoSuchStore' };
  const { openPostgresStore } = await import('./postgres.ts');
  return openPostgresStore(place.database, surroundings);
}

/** True for a refusal to open a store. */
export function isCannotOpen(opened: Store | CannotOpen): opened is CannotOpen {
  return 'type' in opened;
}
