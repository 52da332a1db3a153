/** Which devices a key is sealed to. */

import type { MemberId } from '../../types.ts';
import type { Membership } from '../state.ts';

/** The numbers of all active devices, in order: exactly who gets an epoch's key. */
export function activeDevices(membership: Membership): readonly number[] {
  return membership.devices.filter(({ active }) => active).map(({ number }) => number);
}

/** The numbers of these people's active devices, in order: exactly who gets a circle's key. */
export function devicesOf(membership: Membership, members: readonly MemberId[]): readonly number[] {
  return membership.devices
    .filter(({ active, member }) => active && members.includes(member))
    .map(({ number }) => number);
}
