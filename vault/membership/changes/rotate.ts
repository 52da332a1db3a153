/**
 * A next epoch. A member may bring it when it is owed; otherwise a steward. Never a guest: nobody can see
 * what a wrap for somebody else holds, and whoever gives all others wraps of nothing ends the workspace.
 */

import { bringsRotation, type ChangeRule } from '../change.ts';
import { plainToList, plainToRotation, type Rotation, rotationToPlain } from '../parts.ts';

export const rotate: ChangeRule<{ readonly rotation: Rotation }> = {
  code: 10,
  name: 'rotate',
  bodyToPlain: ({ rotation }) => [rotationToPlain(rotation)],
  plainToBody(plain) {
    const rotation = plainToRotation(plainToList(plain, 1)?.[0]);
    return rotation === null ? null : { rotation };
  },
  brings: bringsRotation,
  apply(draft, _body, place) {
    if (place.by?.member.role === 'steward') return null;
    if (!draft.rotationOwed) return 'RotationNotOwed';
    return place.by?.member.role === 'member' ? null : 'NotAllowedForRole';
  },
};
