/** A next epoch. Anybody, guests too, may bring it when it is owed; otherwise a steward. */

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
    if (draft.rotationOwed || place.by?.member.role === 'steward') return null;
    return 'RotationNotOwed';
  },
};
