/**
 * The recovery device of this person: made with twelve words, added to the chain by this device,
 * revoked like any. With it goes a second wrap of the local root, so that the twelve words also open
 * this store when the six are forgotten.
 *
 * A new kit is written down and in the chain before the old one goes: wherever the storage refuses,
 * one of them works.
 */
import { deviceFromSeeds } from '../../identity/device.ts';
import { kitLobbySecret } from '../../joining/kit.ts';
import { recipientOfKit } from '../../local/backup/age.ts';
import { createKitSeed, deviceOfKit } from '../../local/kit-keys.ts';
import { kitToWords } from '../../local/recovery-kit.ts';
import { sealRecord } from '../../local/root.ts';
import { StorageGone, type WriteRefusal } from '../../local/storage.ts';
import type { Replica } from '../../log/types.ts';
import { recoveryDevicesOf } from '../../membership/questions/recovery-devices.ts';
import type { KitRefusal, RecoveryKit, WordsLanguage } from '../types.ts';
import { kitsHere, numberOfKit } from './kit.ts';
import { kitLockToWrite } from './locks.ts';
import { lobbiesToRest, readLobbies } from './recovery-lobbies.ts';
import { asStorageRefusal } from './refusals.ts';
import type { Session } from './session-types.ts';
import { rootByWords } from './words-again.ts';

export async function createKit(
  session: Session,
  language: WordsLanguage,
  typed: string,
): Promise<RecoveryKit | KitRefusal> {
  const { storage, keys, local, random } = session.resting;
  const root = await rootByWords(session.resting, typed);
  if ('type' in root) return root;
  const before = await keysOfKits(session);
  const n = Math.max(0, ...before.map(numberOfKit)) + 1;
  const seed = createKitSeed(random);
  const { card } = await deviceFromSeeds(deviceOfKit(seed));
  const recipient = new TextEncoder().encode(await recipientOfKit(seed));
  const record = new Uint8Array(32 + recipient.length);
  record.set(card.sign, 0);
  record.set(recipient, 32);
  const [lockKey, recordKey] = [keys.kit(n), keys.kitDevice(n)];
  const lobby = { sign: card.sign, secret: kitLobbySecret(seed), left: null };
  const refusal = await storage.write([
    await kitLockToWrite(lockKey, seed, root, random),
    { put: recordKey, bytes: await sealRecord(local.data, recordKey, record, random) },
    await lobbiesToRest(session.resting, [...(await readLobbies(session.resting)), lobby]),
  ]);
  root.fill(0);
  if (refusal) return asStorageRefusal(refusal);
  const old = await devicesOfKits(session);
  const chain = { added: false, dropped: false };
  await unlessGone(
    session.changeChain(async (replica) => {
      // The person alone holds its seed: so everybody sees that it is a kit.
      const wish = { type: 'addDevice', card, trustees: [replica.member] } as const;
      chain.added = (await replica.change(wish)).type === 'Done';
      if (chain.added) chain.dropped = await dropAll(replica, old);
    }),
  );
  if (!chain.added) {
    // Should this be refused too: nobody has seen the words, and no device of the chain is theirs.
    await storage.write([{ remove: lockKey }, { remove: recordKey }]);
    return { type: 'NotNow' };
  }
  // Where a server serves it: what the words find there. Left undone it is done in a later round.
  await (await session.people())?.welcomeRecovery();
  // The record of an old device that could not be dropped stays, so that the next kit drops it.
  const going = before.filter((key) => chain.dropped || key.startsWith(keys.kits));
  const left = await takeAway(session, going);
  return { words: kitToWords(seed, language), oldLeft: !chain.dropped || left !== undefined };
}

export async function revokeKit(session: Session): Promise<KitRefusal | undefined> {
  const kept = await keysOfKits(session);
  const devices = await devicesOfKits(session);
  if (kept.length + devices.length === 0) return { type: 'NoKit' };
  if (devices.length > 0) {
    let done = false;
    await unlessGone(
      session.changeChain(async (replica) => {
        done = await dropAll(replica, devices);
      }),
    );
    if (!done) return { type: 'NotNow' };
  }
  const refusal = await takeAway(session, kept);
  return refusal && asStorageRefusal(refusal);
}

/** The locks and records of kits, of this and of earlier ones. */
async function keysOfKits({ resting }: Session): Promise<readonly string[]> {
  const { storage, keys } = resting;
  return [...(await storage.keys(keys.kits)), ...(await storage.keys(keys.kitDevices))];
}

/** Of kits made here or on another device of this person; not this device, should it be one of them. */
async function devicesOfKits(session: Session): Promise<readonly number[]> {
  const { state, member, device: own } = session.replica;
  const here = (await kitsHere(session)).flatMap(({ device }) => device ?? []);
  const listed = recoveryDevicesOf(state.membership, member, 'kit').map(({ number }) => number);
  return [...new Set([...here, ...listed])].filter((number) => number !== own);
}

/** Removes them in one batch, then has the disk let go of what the locks were. */
async function takeAway(
  { resting: { storage, keys } }: Session,
  going: readonly string[],
): Promise<WriteRefusal | undefined> {
  if (going.length === 0) return undefined;
  const refusal = await storage.write(going.map((remove) => ({ remove })));
  return refusal ?? (await storage.erase(keys.kit(0)));
}

/**
 * Drops the devices and rotates at once. Should that fail: a rotation is owed then, and nothing is
 * written before it that their keys could read.
 */
async function dropAll(replica: Replica, devices: readonly number[]): Promise<boolean> {
  for (const device of devices) {
    const dropped = await replica.change({ type: 'dropOwnDevice', device });
    if (dropped.type !== 'Done') return false;
  }
  if (devices.length > 0) await unlessGone(replica.change({ type: 'rotate' }));
  return true;
}

/** The storage may go in the middle; how far the work came is then seen from what it noted. */
async function unlessGone(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof StorageGone)) throw error;
  }
}
