/** Who looks after people and keys. */

import type { MemberId } from '../../types.ts';
import type { Membership } from '../state.ts';

export function activeStewards(membership: Membership): readonly MemberId[] {
  return [...membership.members.values()]
    .filter(({ active, role }) => active && role === 'steward')
    .map(({ id }) => id);
}

/** Whether somebody can still act as a steward: a person with that role and a device. */
export function hasSteward(membership: Membership): boolean {
  const stewards = activeStewards(membership);
  return membership.devices.some(({ active, member }) => active && stewards.includes(member));
}
