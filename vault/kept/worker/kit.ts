/** What this place knows of its person's recovery device. */
import { sameBytes } from '../../envelope/bytes.ts';
import { openRecord } from '../../local/root.ts';
import type { Session } from './session.ts';

/** The number of this person's recovery device, or undefined where there is none in use. */
export async function kitDevice(session: Session): Promise<number | undefined> {
  const { storage, keys, local } = session.resting;
  const sealed = await storage.get(keys.kitDevice);
  const sign = sealed && (await openRecord(local.data, keys.kitDevice, sealed));
  if (!sign) return undefined;
  const { devices } = session.replica.state.membership;
  return devices.find((device) => device.active && sameBytes(device.sign, sign.subarray(0, 32)))
    ?.number;
}

/** The age recipient of the kit, kept beside its device: backups need no words. */
export async function kitRecipient(session: Session): Promise<string | undefined> {
  const { storage, keys, local } = session.resting;
  if ((await kitDevice(session)) === undefined) return undefined;
  const sealed = await storage.get(keys.kitDevice);
  const record = sealed && (await openRecord(local.data, keys.kitDevice, sealed));
  return record ? new TextDecoder().decode(record.subarray(32)) : undefined;
}
