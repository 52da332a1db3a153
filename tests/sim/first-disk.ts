/** The disk of a device at its first start: after beginning a workspace, or after being welcomed. */
import { tablesToColumns } from '../../vault/fold/columns/snapshot.ts';
import { createKeyring } from '../../vault/identity/keyring.ts';
import type { DeviceKeys, RawKeys } from '../../vault/identity/types.ts';
import { createMemoryStorage } from '../../vault/local/memory-storage.ts';
import { makeWelcome, openWelcome } from '../../vault/log/welcome.ts';
import { stateToBytes } from '../../vault/membership/state-bytes.ts';
import { reachedToRest } from '../../vault/sync/mirrored-stream.ts';
import { seededRandom } from '../../vault/testing/cast.ts';
import { type Disk, restingOn, type SimDevice } from './sim-device.ts';

export async function firstDisk(
  first: Pick<Disk, 'began' | 'blocks'> & { readonly offset: string } & RawKeys,
): Promise<Disk> {
  const { began, blocks, offset, epochs, circles } = first;
  const storage = createMemoryStorage();
  await storage.write([await reachedToRest(restingOn(storage, seededRandom(offset)), offset)]);
  return {
    began,
    blocks,
    storage,
    epochs: new Map(epochs.map(({ epoch, raw }) => [epoch, raw])),
    circles: new Map(circles.map((one) => [`${one.circle}/${one.generation}`, one])),
  };
}

/**
 * What the device that was just listed begins with, from its approver: the state, the keys it may
 * have, and of the tables what everybody may read; a person's own further device gets all of them.
 * Null where the chain does not list it.
 */
export async function diskOfWelcomed(
  approver: SimDevice,
  deviceKeys: DeviceKeys,
): Promise<Disk | null> {
  const { state, member } = approver.replica;
  const listed = state.membership.devices.find(
    ({ sign }) => Buffer.compare(sign, deviceKeys.card.sign) === 0,
  );
  if (listed === undefined || !listed.active) return null;
  const offset = await approver.reached();
  const sealed = await makeWelcome(approver.replica, listed.number, approver.random, offset);
  const keys = createKeyring(deviceKeys);
  const opened = await openWelcome(sealed, state.workspace, listed.number, keys);
  if (opened === null) throw new Error('Must hold: the welcome opens');
  const own = listed.member === member;
  const blocks = [...tablesToColumns(approver.fold.state, (to) => own || to === 'everyone')];
  const began = stateToBytes(opened.state);
  return firstDisk({ began, blocks, offset: opened.offset, ...opened.keys });
}
