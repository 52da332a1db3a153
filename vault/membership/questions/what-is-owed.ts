/** Who an owed generation of a circle is for, and whether it can be made without comparing words. */

import type { Circle, Membership } from '../state.ts';
import { devicesOf } from './active-devices.ts';

/** Who of a circle is still here. */
export function membersStillHere(membership: Membership, circle: Circle): readonly string[] {
  return circle.members.filter((id) => membership.members.get(id)?.active === true);
}

/**
 * Whether a circle's next generation needs nobody's eyes: each device it would be sealed to was
 * given the generation before. Otherwise a person of the circle compares words first.
 */
export function needsNoWords(membership: Membership, circle: Circle): boolean {
  const people = membersStillHere(membership, circle);
  const devices = devicesOf(membership, people);
  return devices.length > 0 && devices.every((number) => circle.holders.includes(number));
}
