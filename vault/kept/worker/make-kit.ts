/**
 * The recovery device of this person: made with twelve words, added to the chain by this device,
 * revoked like any. With it goes a second wrap of the local root, so that the twelve words also open
 * this store when the six are forgotten.
 */
import { deviceFromSeeds } from '../../identity/device.ts';
import { recipientOfKit } from '../../local/backup/age.ts';
import { createKitSeed, deviceOfKit } from '../../local/kit-keys.ts';
import { kitToWords } from '../../local/recovery-kit.ts';
import { sealRecord } from '../../local/root.ts';
import type { Replica } from '../../log/types.ts';
import type { KitRefusal, RecoveryKit, WordsLanguage } from '../types.ts';
import { kitDevice } from './kit.ts';
import { kitLockToWrite, openRoot } from './locks.ts';
import type { Session } from './session.ts';

export async function createKit(
  session: Session,
  language: WordsLanguage,
): Promise<RecoveryKit | KitRefusal> {
  const { storage, keys, local, random } = session.resting;
  const before = await kitDevice(session);
  const seed = createKitSeed(random);
  const { card } = await deviceFromSeeds(deviceOfKit(seed));
  const recipient = new TextEncoder().encode(await recipientOfKit(seed));
  const done = await session.changeChain(async (replica) => {
    if (before !== undefined && !(await drop(replica, before))) return false;
    const outcome = await replica.change({ type: 'addDevice', card });
    return outcome.type === 'Done';
  });
  if (!done) return { type: 'NotNow' };
  const record = new Uint8Array(32 + recipient.length);
  record.set(card.sign, 0);
  record.set(recipient, 32);
  const root = await openRoot(session.resting);
  if (!root) return { type: 'NotNow' };
  const refusal = await storage.write([
    await kitLockToWrite(keys.place, seed, root, random),
    { put: keys.kitDevice, bytes: await sealRecord(local.data, keys.kitDevice, record, random) },
  ]);
  if (refusal) return refusal.type === 'Taken' ? { type: 'StorageLost' } : refusal;
  return { words: kitToWords(seed, language) };
}

export async function revokeKit(session: Session): Promise<KitRefusal | undefined> {
  const number = await kitDevice(session);
  if (number === undefined) return { type: 'NoKit' };
  const { storage, keys } = session.resting;
  const erased = (await storage.erase(keys.kit)) ?? (await storage.erase(keys.kitDevice));
  if (erased) return { type: 'StorageLost' };
  const done = await session.changeChain((replica) => drop(replica, number));
  return done ? undefined : { type: 'NotNow' };
}

/** Drops the device and rotates at once, so that nothing written next can be read with its keys. */
async function drop(replica: Replica, device: number): Promise<boolean> {
  const dropped = await replica.change({ type: 'dropOwnDevice', device });
  if (dropped.type !== 'Done') return false;
  return (await replica.change({ type: 'rotate' })).type === 'Done';
}
