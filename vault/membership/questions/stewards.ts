/** Who looks after people and keys. */

import type { MemberId } from '../../types.ts';
import type { Membership, State } from '../state.ts';

export function activeStewards(membership: Membership): readonly MemberId[] {
  return [...membership.members.values()]
    .filter(({ active, role }) => active && role === 'steward')
    .map(({ id }) => id);
}

/** Whether this device's person is a steward. Genesis makes one: before it, with no device, yes. */
export function isSteward({ membership }: State, device: number | null): boolean {
  if (device === null) return true;
  const member = membership.devices[device]?.member;
  return member !== undefined && membership.members.get(member)?.role === 'steward';
}

/** Whether somebody can still act as a steward: a person with that role and a device. */
export function hasSteward(membership: Membership): boolean {
  const stewards = activeStewards(membership);
  return membership.devices.some(({ active, member }) => active && stewards.includes(member));
}
