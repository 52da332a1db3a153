/**
 * A person adds a device of their own: no rotation, since the person could read already. The keys
 * they hold travel beside the entry, sealed to the new device. A recovery device names who holds its
 * seed: the trustees it was parted among, who may act together; or for twelve words on paper the person
 * alone. So everybody sees what is no phone, and no application ends one by mistake.
 */

import { isBytes } from '../../envelope/frame.ts';
import type { DeviceCard } from '../../identity/types.ts';
import type { MemberId } from '../../types.ts';
import { bringsNothing, type ChangeRule } from '../change.ts';
import { listDevice } from '../draft.ts';
import { cardToPlain, idToPlain, plainToCard, plainToIds, plainToList } from '../parts.ts';

export interface AddedDevice {
  readonly card: DeviceCard;
  readonly wrapsHash: Uint8Array;
  readonly trustees: readonly MemberId[];
}

export const addDevice: ChangeRule<AddedDevice> = {
  code: 4,
  name: 'addDevice',
  bodyToPlain: ({ card, wrapsHash, trustees }) => [
    cardToPlain(card),
    wrapsHash,
    trustees.map(idToPlain),
  ],
  plainToBody(plain) {
    const items = plainToList(plain, 3);
    if (items === null) return null;
    const [cardPlain, wrapsHash, trusteesPlain] = items;
    const card = plainToCard(cardPlain);
    const trustees = plainToIds(trusteesPlain);
    if (card === null || trustees === null || !isBytes(wrapsHash, 32)) return null;
    return { card, wrapsHash, trustees };
  },
  brings: ({ wrapsHash }) => ({ ...bringsNothing, keyring: wrapsHash }),
  apply(draft, { card, trustees }, place) {
    if (place.by === null) return 'NotYourDevice';
    const me = place.by.member.id;
    const onPaper = trustees.length === 1 && trustees[0] === me;
    const known = trustees.every((id) => id !== me && draft.members.get(id)?.active === true);
    if (!onPaper && !known) return 'NobodyKnown';
    if (new Set(trustees).size !== trustees.length) return 'NobodyKnown';
    if (!onPaper && ![0, 2, 3].includes(trustees.length)) return 'SecondNeeded';
    const added = listDevice(draft, me, card, trustees);
    if (typeof added === 'string') return added;
    const from = place.by.device.number;
    for (const circle of draft.circles.values()) {
      if (circle.holders.includes(from)) circle.holders = [...circle.holders, added.number];
    }
    return null;
  },
};
