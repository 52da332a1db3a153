/** A person goes. The next who writes rotates first, since who goes must not make the next key. */

import { bringsNothing, type ChangeRule } from '../change.ts';
import { endMember } from '../draft.ts';
import { plainToList } from '../parts.ts';

/** Nothing to say: it is about its author. */
export type Leaving = Readonly<Record<string, never>>;

export const leave: ChangeRule<Leaving> = {
  code: 7,
  name: 'leave',
  bodyToPlain: () => [],
  plainToBody: (plain) => (plainToList(plain, 0) === null ? null : {}),
  brings: () => bringsNothing,
  apply(draft, _body, place) {
    if (place.by === null) return 'NobodyKnown';
    endMember(draft, place.by.member.id);
    draft.rotationOwed = true;
    return null;
  },
};
