/** A steward moves the workspace to a newer format. Older applications read what they have. */

import { isCount } from '../../envelope/frame.ts';
import { bringsNothing, type ChangeRule, needsSteward } from '../change.ts';
import { plainToList } from '../parts.ts';

export const version: ChangeRule<{ readonly version: number }> = {
  code: 12,
  name: 'version',
  bodyToPlain: ({ version: number }) => [number],
  plainToBody(plain) {
    const number = plainToList(plain, 1)?.[0];
    return isCount(number) ? { version: number } : null;
  },
  brings: () => bringsNothing,
  apply(draft, { version: number }, place) {
    if (number <= draft.version) return 'NothingChanges';
    draft.version = number;
    return needsSteward(place);
  },
};
