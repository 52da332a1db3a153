/** Who and what came and went between two memberships. */

import type { Membership } from '../membership/state.ts';
import type { Turnover } from './types.ts';

export function turnover(
  before: Membership,
  after: Membership,
): { readonly began: Turnover; readonly ended: Turnover } {
  return { began: activeOnlyIn(after, before), ended: activeOnlyIn(before, after) };
}

function activeOnlyIn(one: Membership, other: Membership): Turnover {
  return {
    members: [...one.members.values()]
      .filter(({ id, active }) => active && other.members.get(id)?.active !== true)
      .map(({ id }) => id),
    devices: one.devices
      .filter(({ number, active }) => active && other.devices[number]?.active !== true)
      .map(({ number }) => number),
  };
}
