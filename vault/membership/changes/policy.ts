/**
 * A steward sets *Keep everything* when papers are served. Ending it takes two stewards: the author
 * and a second one, who signed for it at the same head.
 */

import type { Second } from '../../log/types.ts';
import { bringsNothing, type ChangeRule, needsSteward } from '../change.ts';
import { plainToList, plainToSecond, secondToPlain } from '../parts.ts';
import { secondBytes, secondPerson } from '../second.ts';
import type { Policy } from '../state.ts';

export interface PolicyChange {
  readonly policy: Policy;
  readonly second: Second | null;
}

export const policy: ChangeRule<PolicyChange> = {
  code: 11,
  name: 'policy',
  bodyToPlain: ({ policy: set, second }) => [set.keepEverything, secondToPlain(second)],
  plainToBody(plain) {
    const items = plainToList(plain, 2);
    const second = plainToSecond(items?.[1]);
    if (items === null || second === undefined || typeof items[0] !== 'boolean') return null;
    return { policy: { keepEverything: items[0] }, second };
  },
  brings: () => bringsNothing,
  apply(draft, body, place) {
    if (draft.policy.keepEverything === body.policy.keepEverything) return 'NothingChanges';
    if (draft.policy.keepEverything) {
      const message = secondBytes(place, policy.code, policyAbout(body.policy));
      const other = secondPerson(draft, place, body.second, message);
      if (other?.role !== 'steward') return 'SecondNeeded';
    }
    draft.policy = { ...body.policy };
    return needsSteward(place);
  },
};

export function policyAbout(set: Policy) {
  return [set.keepEverything];
}
