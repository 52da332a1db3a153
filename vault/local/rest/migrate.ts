/**
 * Bringing what an older application kept up to the format of this one. Each step reads everything
 * under the old format and gives everything under the new; the old stays until all of the new is
 * written, and goes in the same batch in which the lock, which names the format that counts, changes.
 * A step that was interrupted is begun again from the old.
 *
 * A step gets sealed records as they lie there, to move and reshape, and the local keys, to open and
 * seal anew what must be.
 */
import { utf8Bytes } from '../../envelope/bytes.ts';
import { FORMAT, readLock } from '../lock/lock-file.ts';
import type { LocalKeys } from '../root.ts';
import type { Storage, WriteRefusal } from '../storage.ts';
import type { Resting } from './keys-at-rest.ts';
import { placeKeys } from './place.ts';

export interface Records {
  /** Under `keys/<format>/`, by what follows. */
  readonly wraps: ReadonlyMap<string, Uint8Array>;
  /** Under `<format>/`, by what follows. */
  readonly data: ReadonlyMap<string, Uint8Array>;
}

/** From one format to the next. */
export type MigrationStep = (old: Records, local: LocalKeys) => Promise<Records>;

/** The steps there are, by the format they begin at. None yet: this is the first format. */
const STEPS: ReadonlyMap<number, MigrationStep> = new Map();

/** Brings an open place up to this application's format, where it was kept by an older one. */
export async function bringUpToDate({
  storage,
  keys,
  local,
}: Resting): Promise<WriteRefusal | undefined> {
  const [key, bytes] = (await storage.getAll(keys.locks)).at(-1) ?? [];
  const lock = bytes && readLock(bytes);
  if (!key || !lock || 'type' in lock || lock.format === FORMAT) return undefined;
  return migrate(storage, keys.place, { key, format: lock.format }, local, STEPS);
}

/** Runs the steps from the format that the lock names. Gives nothing when the place is up to date. */
export async function migrate(
  storage: Storage,
  place: string,
  lock: { readonly key: string; readonly format: number },
  local: LocalKeys,
  steps: ReadonlyMap<number, MigrationStep>,
): Promise<WriteRefusal | undefined> {
  for (let from = lock.format; ; from++) {
    const step = steps.get(from);
    if (!step) return undefined;
    const old = placeKeys(place, from);
    const next = placeKeys(place, from + 1);
    const made = await step(
      { wraps: await under(storage, old.wraps), data: await under(storage, old.data) },
      local,
    );
    const cleared = await storage.write([{ removeAll: next.wraps }, { removeAll: next.data }]);
    if (cleared) return cleared;
    for (const [prefix, records] of [
      [next.wraps, made.wraps],
      [next.data, made.data],
    ] as const) {
      for (const [name, bytes] of records) {
        const refusal = await storage.write([{ put: prefix + name, bytes }]);
        if (refusal) return refusal;
      }
    }
    const flipped = await storage.write([
      { put: lock.key, bytes: await withFormat(storage, lock.key, from + 1) },
      { removeAll: old.wraps },
      { removeAll: old.data },
    ]);
    if (flipped) return flipped;
  }
}

async function under(storage: Storage, prefix: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const found = await storage.getAll(prefix);
  return new Map(found.map(([key, bytes]) => [key.slice(prefix.length), bytes]));
}

async function withFormat(storage: Storage, key: string, format: number): Promise<Uint8Array> {
  const lock = JSON.parse(new TextDecoder().decode(await storage.get(key))) as object;
  return utf8Bytes(JSON.stringify({ ...lock, format }));
}
