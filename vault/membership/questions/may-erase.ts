/** Whether anything may be erased for good now: compaction, trim, expiry, deletion for all. */

import type { State } from '../state.ts';

/** While *Keep everything* holds nothing is: texts may leave screens, one sealed copy stays. */
export function mayErase({ membership }: Pick<State, 'membership'>): boolean {
  return !membership.policy.keepEverything;
}
