/** The lock of a place, on disk: finding it, trying words, putting a new one in place of the old. */
import type { Bytes } from '../../envelope/bytes.ts';
import type { Random } from '../../identity/types.ts';
import { type KitSeed, lockKeyOfKit } from '../../local/kit-keys.ts';
import { type LockFileRefusal, makeLock, openLock, readLock } from '../../local/lock/lock-file.ts';
import type { Resting } from '../../local/rest/keys-at-rest.ts';
import { placeKeys, tagOf } from '../../local/rest/place.ts';
import { openRecord, sealRecord } from '../../local/root.ts';
import type { Storage, Write, WriteRefusal } from '../../local/storage.ts';
import type { State } from '../../membership/state.ts';
import type { OldLockLeft } from '../types.ts';

export type LockRefusal =
  | { readonly type: 'LockWeakened' }
  | { readonly type: 'NewerVersion' }
  | { readonly type: 'StoreDamaged'; readonly part: 'lock' };

/** Why no words could open this place, or nothing where words can be asked for. */
export async function whyNotAsk(storage: Storage, place: string): Promise<LockRefusal | undefined> {
  const locks = await storage.getAll(placeKeys(place).locks);
  const read = locks.map(([, bytes]) => readLock(bytes));
  if (read.some((lock) => !('type' in lock))) return undefined;
  return worst(read as LockFileRefusal[]);
}

/** The root under those words that is `wanted`; null where they are others. Newest lock first. */
export async function tryWords(
  storage: Storage,
  place: string,
  text: string,
  wanted: (root: Bytes) => Promise<boolean> = async () => true,
): Promise<Bytes | null | LockRefusal> {
  const refusals: LockFileRefusal[] = [];
  let tried = false;
  for (const [, bytes] of (await storage.getAll(placeKeys(place).locks)).toReversed()) {
    const lock = readLock(bytes);
    if ('type' in lock) {
      refusals.push(lock);
      continue;
    }
    tried = true;
    const root = await openLock(lock, text);
    if (root && (await wanted(root))) return root;
    root?.fill(0);
  }
  return tried ? null : worst(refusals);
}

/** The root under a recovery kit's words, or null. Newest kit first. */
export async function tryKit(storage: Storage, place: string, kit: KitSeed): Promise<Bytes | null> {
  for (const [key, sealed] of (await storage.getAll(placeKeys(place).kits)).toReversed()) {
    const root = await openRecord(await lockKeyOfKit(kit), key, sealed);
    if (root) return root;
  }
  return null;
}

export async function kitLockToWrite(
  key: string,
  kit: KitSeed,
  root: Bytes,
  random: Random,
): Promise<Write> {
  return { put: key, bytes: await sealRecord(await lockKeyOfKit(kit), key, root, random) };
}

/** A first lock for a place: slow, and nothing of it depends on what is in the place. */
export function makeFirstLock({ random }: Resting, text: string, root: Bytes): Promise<Bytes> {
  return makeLock(text, root, random);
}

/** The writes that put a first lock on a place. */
export function firstLock({ keys }: Resting, lock: Bytes, state: State): readonly Write[] {
  return [
    { put: keys.tag, bytes: tagOf(state.workspace) },
    { put: keys.lock(1), bytes: lock },
  ];
}

/**
 * Puts a new lock in place of the old ones, in one batch: words open this place as before or as asked,
 * never both. Then wipes what the old ones were; `OldLockLeft` where the disk would not.
 */
export async function changeLock(
  storage: Storage,
  place: string,
  text: string,
  root: Bytes,
  random: Random,
): Promise<WriteRefusal | OldLockLeft | undefined> {
  const keys = placeKeys(place);
  const old = await storage.keys(keys.locks);
  const newest = Number(old.at(-1)?.slice(keys.locks.length) ?? 0);
  const put = { put: keys.lock(newest + 1), bytes: await makeLock(text, root, random) };
  const going = [...old, keys.root].map((remove) => ({ remove }));
  const refusal = await storage.write([put, ...going]);
  if (refusal) return refusal;
  for (const key of old) if (await storage.erase(key)) return { type: 'OldLockLeft' };
  return undefined;
}

function worst(refusals: readonly LockFileRefusal[]): LockRefusal {
  const weakened = refusals.find(({ type }) => type === 'LockWeakened');
  const newer = refusals.find(({ type }) => type === 'NewerVersion');
  if (weakened) return { type: 'LockWeakened' };
  return newer ? { type: 'NewerVersion' } : { type: 'StoreDamaged', part: 'lock' };
}
