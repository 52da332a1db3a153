/**
 * A steward removes people or devices, and the next epoch's key goes to exactly those who stay: one
 * entry, so that nobody reads on in between. Nobody removes themselves here: who goes must not
 * know the next key (see `leave.ts`).
 */

import { isCount } from '../../envelope/frame.ts';
import type { MemberId } from '../../types.ts';
import { bringsRotation, type ChangeRule, needsSteward } from '../change.ts';
import { endMember } from '../draft.ts';
import {
  idToPlain,
  plainToIds,
  plainToList,
  plainToRotation,
  type Rotation,
  rotationToPlain,
} from '../parts.ts';

export interface Removal {
  readonly members: readonly MemberId[];
  readonly devices: readonly number[];
  readonly rotation: Rotation;
}

export const remove: ChangeRule<Removal> = {
  code: 6,
  name: 'remove',
  bodyToPlain: ({ members, devices, rotation }) => [
    members.map(idToPlain),
    devices,
    rotationToPlain(rotation),
  ],
  plainToBody(plain) {
    const items = plainToList(plain, 3);
    if (items === null) return null;
    const [membersPlain, devices, rotationPlain] = items;
    const members = plainToIds(membersPlain);
    const rotation = plainToRotation(rotationPlain);
    if (members === null || rotation === null) return null;
    if (!Array.isArray(devices) || !devices.every(isCount)) return null;
    return { members, devices, rotation };
  },
  brings: bringsRotation,
  apply(draft, { members, devices }, place) {
    if (members.length + devices.length === 0) return 'NothingChanges';
    if (members.includes(place.by?.member.id ?? '')) return 'NotYourself';
    if (devices.includes(place.by?.device.number ?? -1)) return 'NotYourself';
    for (const number of devices) {
      const device = draft.devices[number];
      if (device === undefined || !device.active) return 'NobodyKnown';
      device.active = false;
    }
    for (const id of members) {
      if (draft.members.get(id)?.active !== true) return 'NobodyKnown';
      endMember(draft, id);
    }
    return needsSteward(place);
  },
};
