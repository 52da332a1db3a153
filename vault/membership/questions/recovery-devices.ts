/** What a device of the chain is: a phone, twelve words on paper, or what trustees hold together. */

import type { MemberId } from '../../types.ts';
import type { Device, Membership } from '../state.ts';

export type DeviceKind = 'device' | 'kit' | 'trustees';

/** As the entry says that added it: a kit names its own person as the one who holds the seed. */
export function kindOf({ trustees }: Pick<Device, 'trustees'>): DeviceKind {
  if (trustees.length === 0) return 'device';
  return trustees.length === 1 ? 'kit' : 'trustees';
}

/** A person's recovery devices of one kind that can still be used, in the order they were added. */
export function recoveryDevicesOf(
  { devices }: Pick<Membership, 'devices'>,
  member: MemberId,
  kind: Exclude<DeviceKind, 'device'>,
): readonly Device[] {
  return devices.filter((one) => one.active && one.member === member && kindOf(one) === kind);
}
