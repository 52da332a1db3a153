/** Answers about places: what is kept here, keeping, opening in each way, erasing. */
import { carriedAtFirst } from '../../checkpoint/carried.ts';
import { assert, sameBytes } from '../../envelope/bytes.ts';
import { deviceFromSeeds } from '../../identity/device.ts';
import { deviceOfKit, type KitSeed } from '../../local/kit-keys.ts';
import { erasePlace, newPlace, placeKeys, placesIn } from '../../local/rest/place.ts';
import { rootHandle } from '../../local/root.ts';
import type { Storage, WriteRefusal } from '../../local/storage.ts';
import type { PassingContent } from '../messages.ts';
import type { Tabs } from '../tabs.ts';
import type {
  KeepRefusal,
  KeptPlace,
  RestoreRefusal,
  StorageRefusal,
  UnlockRefusal,
} from '../types.ts';
import { beginPlace } from './begin-place.ts';
import { type Desk, rootFrom } from './desk.ts';
import { changeLock, firstLock, makeFirstLock, tryKit, tryWords, whyNotAsk } from './locks.ts';
import { readPlace } from './open-place.ts';
import { asStorageRefusal } from './refusals.ts';
import { readKit, readSix } from './words.ts';

export interface Opened {
  readonly type: 'Opened';
}
const opened: Opened = { type: 'Opened' };

export async function answerList(desk: Desk): Promise<readonly KeptPlace[] | StorageRefusal> {
  const storage = await desk.storage();
  if ('type' in storage) return storage;
  const places: KeptPlace[] = [];
  for (const place of await placesIn(storage)) {
    const refusal = await whyNotAsk(storage, place);
    const open = await desk.context.tabs.isOpen(place);
    places.push({ place, open, ...(refusal ? { refusal } : {}) });
  }
  return places;
}

/**
 * One tab at a time begins a place: until a place has its lock, another tab would take it for what a
 * dead one has left.
 */
export function beginAlone<T>(desk: Desk, begin: () => Promise<T>): Promise<T> {
  return desk.context.tabs.exclusively('begin', begin);
}

export async function answerKeep(
  desk: Desk,
  words: string,
  passing: PassingContent | null,
): Promise<Opened | KeepRefusal> {
  const text = await readSix(words);
  if (typeof text !== 'string') return text;
  const storage = await desk.storage();
  if ('type' in storage) return storage;
  return beginAlone(desk, () => keepIn(storage, desk, text, passing));
}

async function keepIn(
  storage: Storage,
  desk: Desk,
  text: string,
  passing: PassingContent | null,
): Promise<Opened | KeepRefusal> {
  await clearLeftovers(storage, desk.context.tabs);
  const { random, clock } = desk.context;
  const raw = random(32);
  const resting = await desk.resting(newPlace(random), await rootHandle(raw));
  const refused = async (refusal: WriteRefusal): Promise<KeepRefusal> => {
    desk.drop();
    await storage.erase(resting.keys.all);
    return asStorageRefusal(refusal);
  };
  const begun = await beginPlace(resting, clock);
  if ('type' in begun) return refused(begun);
  const start = { ...begun, carried: carriedAtFirst(begun.state, 0) };
  const nothing = { blocks: [], entries: [], damaged: [] };
  const session = await desk.open(resting, begun.keyring, start, nothing);
  const stopped = passing && (await session.replay(passing));
  const lock = await makeFirstLock(resting, text, raw);
  const last = stopped ?? (await session.snapshot(firstLock(resting, lock, session.replica.state)));
  raw.fill(0);
  return last ? refused(last) : opened;
}

/**
 * A device that stopped while it kept something has left records without a lock: they go. Where a kit
 * would still open them they stay: a lock alone can be lost.
 */
async function clearLeftovers(storage: Storage, tabs: Tabs): Promise<void> {
  const whole = new Set(await placesIn(storage));
  const all = new Set((await storage.keys('')).map((key) => key.split('/')[0] as string));
  for (const place of all) {
    // Another tab waits there to be let in: it is in the middle, and not dead.
    if (await tabs.isOpen(place)) continue;
    if (whole.has(place) || (await storage.keys(placeKeys(place).kits)).length > 0) continue;
    await storage.erase(`${place}/`);
  }
}

export async function answerUnlock(
  desk: Desk,
  words: string,
  place: string | null,
): Promise<Opened | UnlockRefusal> {
  const text = await readSix(words);
  if (typeof text !== 'string') return text;
  const storage = await desk.storage();
  if ('type' in storage) return storage;
  const places = place === null ? await placesIn(storage) : [place];
  let refusal: UnlockRefusal = { type: 'NothingKept' };
  for (const one of places) {
    const root = await tryWords(storage, one, text);
    if (root instanceof Uint8Array) return openWith(desk, one, await rootFrom(root));
    if (root === null) refusal = { type: 'WrongWords' };
    else if (refusal.type === 'NothingKept') refusal = root;
  }
  return refusal;
}

/** Opens a place by its root, and gives the page what it begins with. */
export async function openWith(
  desk: Desk,
  place: string,
  root: CryptoKey,
): Promise<Opened | UnlockRefusal> {
  const resting = await desk.resting(place, root);
  const read = await readPlace(resting, desk.context.clock);
  if ('type' in read) return read;
  await desk.open(resting, read.keyring, read, read);
  return opened;
}

/** Opens without words what another tab has open in this same worker. */
export async function answerJoin(
  desk: Desk,
  place: string,
): Promise<Opened | UnlockRefusal | { readonly type: 'NoOtherTab' }> {
  const storage = await desk.storage();
  if ('type' in storage) return storage;
  const root = desk.context.roots.of(place);
  return root ? openWith(desk, place, root) : { type: 'NoOtherTab' };
}

export async function answerRestoreFromKit(
  desk: Desk,
  typed: string,
  words: string,
  place: string | null,
): Promise<Opened | RestoreRefusal> {
  const kit = await readKit(typed);
  if ('type' in kit) return kit;
  const text = await readSix(words);
  if (typeof text !== 'string') return text;
  const storage = await desk.storage();
  if ('type' in storage) return storage;
  const found = await placeOfKit(storage, kit, place);
  if (!found) return { type: 'KitUnknown' };
  const root = Uint8Array.from(found.root);
  const outcome = await openWith(desk, found.place, await rootFrom(found.root));
  if (outcome.type !== 'Opened') return outcome;
  if (!(await isListed(desk, kit))) {
    desk.drop();
    return { type: 'KitUnknown' };
  }
  const refusal = await changeLock(storage, found.place, text, root, desk.context.random);
  root.fill(0);
  if (!refusal) return opened;
  desk.drop();
  return refusal.type === 'OldLockLeft' ? refusal : asStorageRefusal(refusal);
}

/** A revoked kit opens nothing, though its lock may still lie on a disk that would not let go of it. */
async function isListed({ session }: Desk, kit: KitSeed): Promise<boolean> {
  const { card } = await deviceFromSeeds(deviceOfKit(kit));
  const devices = session?.replica.state.membership.devices ?? [];
  return devices.some(({ active, sign }) => active && sameBytes(sign, card.sign));
}

async function placeOfKit(storage: Storage, kit: KitSeed, place: string | null) {
  for (const one of place === null ? await placesIn(storage) : [place]) {
    const root = await tryKit(storage, one, kit);
    if (root) return { place: one, root };
  }
  return undefined;
}

export async function answerErase(desk: Desk, place: string): Promise<StorageRefusal | null> {
  const storage = await desk.storage();
  if ('type' in storage) return storage;
  const erase = () => erasePlace(storage, place);
  const refusal = await desk.context.tabs.exclusively(place, erase);
  assert(refusal?.type !== 'Taken', 'erasing adds nothing');
  if (refusal) return refusal;
  if (desk.session?.place === place) {
    desk.say({ type: 'erased' });
    desk.drop();
  } else {
    // A tab at the lock has no part in the talk: those that have the place open are told all the same.
    const talk = desk.context.tabs.talk(place, () => {});
    talk.say({ type: 'erased' });
    talk.close();
  }
  return null;
}
