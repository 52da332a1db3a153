/** Answers about backups: making one, looking into one, going on from one as the kit's device. */

import { carriedAtFirst } from '../../checkpoint/carried.ts';
import { coreTeamCircle, onlyMeCircle } from '../../circles/well-known.ts';
import { sameBytes } from '../../envelope/bytes.ts';
import { deviceFromSeeds } from '../../identity/device.ts';
import { sealWithAge } from '../../local/backup/age.ts';
import { type BackupRead, type BackupServer, packBackup } from '../../local/backup/pack.ts';
import { readBackup } from '../../local/backup/read-backup.ts';
import { deviceOfKit, type KitSeed } from '../../local/kit-keys.ts';
import { wordsToKit } from '../../local/recovery-kit.ts';
import { activeDevice } from '../../local/rest/active-device.ts';
import { deviceToRest, openKeyring, type Resting } from '../../local/rest/keys-at-rest.ts';
import { newPlace, placeKeys, placesIn, tagOf } from '../../local/rest/place.ts';
import { readServer, serverToRest } from '../../local/rest/server-record.ts';
import { rootHandle } from '../../local/root.ts';
import type { Storage, Write } from '../../local/storage.ts';
import { keyText } from '../../local/words/six-words.ts';
import type { State } from '../../membership/state.ts';
import { reachedToRest, readReached } from '../../sync/mirrored-stream.ts';
import type { BackupContent } from '../messages.ts';
import type {
  BackupOpener,
  BackupRefusal,
  BackupTo,
  RestoreRefusal,
  WordsAgainRefusal,
} from '../types.ts';
import { beginAlone, type Opened } from './answer-places.ts';
import type { Desk } from './desk.ts';
import { kitInUse } from './kit.ts';
import { firstLock, makeFirstLock } from './locks.ts';
import { goneTo } from './moves/follow-move.ts';
import { asStorageRefusal } from './refusals.ts';
import { rootByWords } from './words-again.ts';

export async function answerBackup(
  desk: Desk,
  to: BackupTo,
  words: string,
  { records, texts }: { readonly records: number; readonly texts: number },
): Promise<Uint8Array | BackupRefusal | WordsAgainRefusal> {
  const { session } = desk;
  if (!session) return { type: 'NoKit' };
  const root = await rootByWords(session.resting, words);
  if ('type' in root) return root;
  root.fill(0);
  const recipient = 'kit' in to ? (await kitInUse(session))?.recipient : undefined;
  if ('kit' in to && recipient === undefined) return { type: 'NoKit' };
  const { replica, keyring } = session;
  const { device, member, state } = replica;
  const about = { device, member, madeAt: desk.context.clock(), records, texts };
  const inside = await session.withBlocks(async (blocks) =>
    packBackup(
      {
        state,
        keys: await keyring.reveal([state.tokenEpoch]),
        blocks,
        server: await serverOf(session.resting),
      },
      about,
      keyring.device.sign,
    ),
  );
  return sealWithAge(inside, 'kit' in to ? { recipient: recipient as string } : to);
}

async function serverOf(resting: Resting): Promise<BackupServer | undefined> {
  const record = await readServer(resting);
  return record && { server: record.server, reached: await readReached(resting) };
}

export async function answerOpenBackup(
  desk: Desk,
  bytes: Uint8Array,
  opener: BackupOpener,
): Promise<BackupContent | BackupRefusal> {
  const read = await readBackup(bytes, opener);
  if ('type' in read) return read;
  const { state, member, blocks } = read;
  const here = desk.session?.replica.state;
  const older =
    here !== undefined && sameBytes(here.workspace, state.workspace) && here.n > state.n;
  const kit = 'kit' in opener ? wordsToKit(opener.kit) : undefined;
  return {
    facts: {
      type: 'BackupIsWhole',
      madeAt: read.madeAt,
      records: read.records,
      texts: read.texts,
      position: state.n,
      older,
    },
    listsKit: kit instanceof Uint8Array && (await listsKit(read, kit)),
    onlyMe: onlyMeCircle(state.workspace, member),
    coreTeam: coreTeamCircle(state.workspace),
    blocks,
  };
}

async function listsKit({ state }: BackupRead, kit: KitSeed): Promise<boolean> {
  const { card } = await deviceFromSeeds(deviceOfKit(kit));
  return state.membership.devices.some(({ active, sign }) => active && sameBytes(sign, card.sign));
}

/**
 * Goes on in the same workspace as the recovery device, from where the backup was made. Never where
 * the workspace is kept already: that is further on, or would become two devices with one key.
 */
export async function answerRestoreByKit(
  desk: Desk,
  bytes: Uint8Array,
  typed: string,
  words: string,
): Promise<Opened | RestoreRefusal> {
  const text = keyText(words);
  if (typeof text !== 'string') return text;
  const kit = wordsToKit(typed);
  if ('type' in kit) return kit;
  const read = await readBackup(bytes, { kit: typed });
  if ('type' in read) return read;
  const storage = await desk.storage();
  if ('type' in storage) return storage;
  return beginAlone(desk, () => restoreIn(storage, desk, read, kit, text));
}

async function restoreIn(
  storage: Storage,
  desk: Desk,
  read: BackupRead,
  kit: KitSeed,
  text: string,
): Promise<Opened | RestoreRefusal> {
  if (await isHere(storage, read.state.workspace)) return { type: 'AlreadyHere' };
  const raw = desk.context.random(32);
  const resting = await desk.resting(newPlace(desk.context.random), await rootHandle(raw));
  const refusal = await storage.write([
    await deviceToRest(resting, deviceOfKit(kit)),
    ...(read.server ? await servedBy(resting, read.server, read.state) : []),
  ]);
  if (refusal) return asStorageRefusal(refusal);
  const keyring = await openKeyring(resting);
  if (!keyring) return { type: 'StorageLost' };
  for (const { epoch, raw: key } of read.keys.epochs) await keyring.keepEpoch(epoch, key);
  for (const { circle, generation, raw: key } of read.keys.circles) {
    await keyring.keepCircle(circle, generation, key);
  }
  const { state, blocks } = read;
  const carried = carriedAtFirst(state, activeDevice(state, keyring.device.card));
  // A backup to one's own key has everything of the circles that one was in.
  for (const circle of carried.waiting) carried.open.add(circle);
  carried.waiting.clear();
  const session = await desk.open(
    resting,
    keyring,
    { state, offset: 0, carried },
    { blocks, entries: [], damaged: [] },
  );
  const lock = await makeFirstLock(resting, text, raw);
  const last = await session.snapshot(firstLock(resting, lock, state));
  raw.fill(0);
  if (!last) return { type: 'Opened' };
  desk.drop();
  await storage.erase(resting.keys.all);
  return asStorageRefusal(last);
}

/** A workspace on a server goes on there: going on alone would be a second history. */
async function servedBy(
  resting: Resting,
  { server, reached }: BackupServer,
  state: State,
): Promise<readonly Write[]> {
  const record = await serverToRest(resting, { server, since: null, of: goneTo(state) });
  return [...record, await reachedToRest(resting, reached)];
}

async function isHere(storage: Storage, workspace: Uint8Array): Promise<boolean> {
  const tag = tagOf(workspace);
  for (const place of await placesIn(storage)) {
    const there = await storage.get(placeKeys(place).tag);
    if (there && sameBytes(there, tag)) return true;
  }
  return false;
}
