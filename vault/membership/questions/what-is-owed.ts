/** What has to be made anew before anybody writes on. */

import type { CircleId } from '../../types.ts';
import type { Circle, Membership } from '../state.ts';
import { devicesOf } from './active-devices.ts';

export function owedCircles(membership: Membership): readonly CircleId[] {
  return [...membership.circles.values()].filter(({ owed }) => owed).map(({ id }) => id);
}

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
