/** Opens the store that an operator chose: a folder with SQLite, or a PostgreSQL database. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CannotOpen as CannotOpenFolder, openSqliteStore } from './sqlite.ts';
import type { Store, StoreSurroundings } from './store.ts';

/** Where streams are kept. */
export type Place = { readonly folder: string } | { readonly database: string };

export type CannotOpen =
  | CannotOpenFolder
  /** This installation has no store for such a database. */
  | { readonly type: 'NoSuchStore' }
  /** The database does not answer, or does not let us in. */
  | { readonly type: 'DatabaseAway' };

/** What `postgres.ts` offers where it is there. */
interface PostgresStores {
  openPostgresStore(url: string, surroundings: StoreSurroundings): Promise<Store | CannotOpen>;
}

/** The folder must exist. */
export async function openStore(
  place: Place,
  surroundings: StoreSurroundings,
): Promise<Store | CannotOpen> {
  if ('folder' in place) return openSqliteStore(place.folder, surroundings);
  const file = join(import.meta.dirname, 'postgres.ts');
  if (!/^postgres(ql)?:\/\//.test(place.database) || !existsSync(file)) {
    return { type: 'NoSuchStore' };
  }
  const stores = (await import(pathToFileURL(file).href)) as PostgresStores;
  return stores.openPostgresStore(place.database, surroundings);
}

/** True for a refusal to open a store. */
export function isCannotOpen(opened: Store | CannotOpen): opened is CannotOpen {
  return 'type' in opened;
}
