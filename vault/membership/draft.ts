/** Small steps that several changes share, on a copy of the membership. */

import { sameBytes } from '../envelope/bytes.ts';
import { isAdmissible } from '../identity/admissible.ts';
import type { DeviceCard } from '../identity/types.ts';
import type { Refusal } from '../log/types.ts';
import type { MemberId } from '../types.ts';
import type { Device, Membership } from './state.ts';

/** Lists a device under the next number, or says why its keys cannot be listed. */
export function listDevice(
  draft: Membership,
  member: MemberId,
  card: DeviceCard,
  trustees: readonly MemberId[] = [],
): Device | Refusal {
  if (!isAdmissible(card)) return 'KeyNotAdmissible';
  const used = draft.devices.some(
    ({ sign, kem }) => sameBytes(sign, card.sign) || sameBytes(kem, card.kem),
  );
  if (used) return 'KeyUsedBefore';
  const device: Device = {
    number: draft.devices.length,
    member,
    sign: card.sign,
    kemAlg: card.kemAlg,
    kem: card.kem,
    active: true,
    trustees,
  };
  draft.devices.push(device);
  return device;
}

/** Ends a member and all their devices. */
export function endMember(draft: Membership, id: MemberId): void {
  const member = draft.members.get(id);
  if (member !== undefined) member.active = false;
  endDevicesOf(draft, id);
}

export function endDevicesOf(draft: Membership, id: MemberId): void {
  for (const device of draft.devices) if (device.member === id) device.active = false;
}
