/** Who can read what is written now. */

import type { Audience, MemberId } from '../../types.ts';
import type { Membership } from '../state.ts';

/** The people, in order of admission. Guests read what everyone reads. */
export function whoCanRead(membership: Membership, audience: Audience): readonly MemberId[] {
  const here = [...membership.members.values()].filter(({ active }) => active).map(({ id }) => id);
  if (audience === 'everyone') return here;
  const circle = membership.circles.get(audience.circle);
  return here.filter((id) => circle?.members.includes(id) === true);
}
