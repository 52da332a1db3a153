/**
 * Takes people out of a circle: its next generation without them. Whoever makes a key knows it, so
 * nobody takes themselves out; somebody who stays does.
 */

import type { Replica } from '../log/types.ts';
import type { WishOutcome } from '../log/wishes.ts';
import { membersStillHere } from '../membership/questions/what-is-owed.ts';
import type { CircleId, MemberId } from '../types.ts';

/** Publish the circle's checkpoint next (`partsDue`): who left can make none without it. */
export async function narrowCircle(
  replica: Replica,
  id: CircleId,
  without: readonly MemberId[],
): Promise<WishOutcome> {
  const { membership } = replica.state;
  const circle = membership.circles.get(id);
  if (circle === undefined) return { type: 'Refused', because: 'CircleUnknown' };
  if (without.includes(replica.member)) return { type: 'Refused', because: 'NotYourself' };
  const here = membersStillHere(membership, circle);
  const stay = here.filter((member) => !without.includes(member));
  if (stay.length === circle.members.length) return { type: 'Refused', because: 'NothingChanges' };
  return replica.formCircle(id, stay);
}
