/** A person gives up one of their own devices, lost or old. A rotation is owed from then on. */

import { isCount } from '../../envelope/frame.ts';
import { bringsNothing, type ChangeRule } from '../change.ts';
import { plainToList } from '../parts.ts';

export const dropOwnDevice: ChangeRule<{ readonly device: number }> = {
  code: 8,
  name: 'dropOwnDevice',
  bodyToPlain: ({ device }) => [device],
  plainToBody(plain) {
    const device = plainToList(plain, 1)?.[0];
    return isCount(device) ? { device } : null;
  },
  brings: () => bringsNothing,
  apply(draft, { device: number }, place) {
    const device = draft.devices[number];
    if (device === undefined || !device.active) return 'NobodyKnown';
    if (device.member !== place.by?.member.id) return 'NotYourDevice';
    device.active = false;
    draft.rotationOwed = true;
    return null;
  },
};
