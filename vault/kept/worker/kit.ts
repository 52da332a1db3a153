/** What this place knows of its person's recovery devices. */
import { sameBytes } from '../../envelope/bytes.ts';
import { openRecord } from '../../local/root.ts';
import type { Session } from './session-types.ts';

export interface KitHere {
  /** Names its lock and its record in this place; newer kits have higher ones. */
  readonly n: number;
  /** The number of its device, while the chain lists that as active. */
  readonly device: number | undefined;
  /** The age recipient, kept beside the device: backups need no words. */
  readonly recipient: string;
}

/** The kits that have a record here, oldest first: more than one only where an old one could not go. */
export async function kitsHere({
  resting,
  replica,
}: Pick<Session, 'resting' | 'replica'>): Promise<readonly KitHere[]> {
  const { storage, keys, local } = resting;
  const { devices } = replica.state.membership;
  const kits: KitHere[] = [];
  for (const [key, sealed] of await storage.getAll(keys.kitDevices)) {
    const record = await openRecord(local.data, key, sealed);
    if (!record) continue;
    const sign = record.subarray(0, 32);
    kits.push({
      n: numberOfKit(key),
      device: devices.find((one) => one.active && sameBytes(one.sign, sign))?.number,
      recipient: new TextDecoder().decode(record.subarray(32)),
    });
  }
  return kits;
}

/** The kit in use, or undefined where there is none. */
export async function kitInUse(session: Session): Promise<KitHere | undefined> {
  return (await kitsHere(session)).findLast(({ device }) => device !== undefined);
}

/** Of a lock or a record; the first kits had none. */
export function numberOfKit(key: string): number {
  return Number(/\/(\d+)$/.exec(key)?.[1] ?? 0);
}
