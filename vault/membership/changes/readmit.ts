/**
 * A person who lost their devices comes back with a new one: by a steward, or by two of the trustees
 * they named. It ends the devices they had.
 */

import type { DeviceCard } from '../../identity/types.ts';
import type { Second } from '../../log/types.ts';
import type { MemberId } from '../../types.ts';
import { bringsRotation, type ChangeRule, type Place } from '../change.ts';
import { endDevicesOf, listDevice } from '../draft.ts';
import {
  cardToPlain,
  idToPlain,
  plainToCard,
  plainToId,
  plainToList,
  plainToRotation,
  plainToSecond,
  type Rotation,
  rotationToPlain,
  secondToPlain,
} from '../parts.ts';
import { secondBytes, secondPerson } from '../second.ts';
import type { Membership } from '../state.ts';

export interface Readmission {
  readonly member: MemberId;
  readonly card: DeviceCard;
  readonly rotation: Rotation;
  readonly second: Second | null;
}

export const readmit: ChangeRule<Readmission> = {
  code: 5,
  name: 'readmit',
  bodyToPlain: ({ member, card, rotation, second }) => [
    idToPlain(member),
    cardToPlain(card),
    rotationToPlain(rotation),
    secondToPlain(second),
  ],
  plainToBody(plain) {
    const items = plainToList(plain, 4);
    if (items === null) return null;
    const member = plainToId(items[0]);
    const card = plainToCard(items[1]);
    const rotation = plainToRotation(items[2]);
    const second = plainToSecond(items[3]);
    if (member === null || card === null || rotation === null || second === undefined) return null;
    return { member, card, rotation, second };
  },
  brings: bringsRotation,
  apply(draft, body, place) {
    if (draft.members.get(body.member)?.active !== true) return 'NobodyKnown';
    if (place.by?.member.id === body.member) return 'NotYourself';
    if (place.by?.member.role !== 'steward' && !twoTrustees(draft, body, place)) {
      return 'SecondNeeded';
    }
    endDevicesOf(draft, body.member);
    const device = listDevice(draft, body.member, body.card);
    return typeof device === 'string' ? device : null;
  },
};

/** What the other trustee signs is about the same person and the same new device. */
export function readmitAbout(member: MemberId, card: DeviceCard) {
  return [idToPlain(member), cardToPlain(card)];
}

function twoTrustees(draft: Membership, body: Readmission, place: Place): boolean {
  const message = secondBytes(place, readmit.code, readmitAbout(body.member, body.card));
  const other = secondPerson(draft, place, body.second, message);
  const author = place.by?.member.id;
  if (other === null || author === undefined) return false;
  return draft.devices.some(
    (device) =>
      device.active &&
      device.member === body.member &&
      device.trustees.includes(author) &&
      device.trustees.includes(other.id),
  );
}
