/** The first entry: who begins the workspace. Its id derives from the nonce and the first key. */

import { sameBytes } from '../../envelope/bytes.ts';
import { hash } from '../../envelope/contexts.ts';
import { isBytes } from '../../envelope/frame.ts';
import type { DeviceCard } from '../../identity/types.ts';
import type { MemberId } from '../../types.ts';
import { bringsRotation, type ChangeRule } from '../change.ts';
import { listDevice } from '../draft.ts';
import {
  cardToPlain,
  idToPlain,
  plainToCard,
  plainToId,
  plainToList,
  plainToRotation,
  type Rotation,
  rotationToPlain,
} from '../parts.ts';
import type { Policy } from '../state.ts';

export interface Genesis {
  readonly nonce: Uint8Array;
  readonly member: MemberId;
  readonly card: DeviceCard;
  readonly rotation: Rotation;
  readonly policy: Policy;
}

export function workspaceId(nonce: Uint8Array, sign: Uint8Array): Uint8Array {
  return hash('workspace', nonce, sign);
}

export const genesis: ChangeRule<Genesis> = {
  code: 0,
  name: 'genesis',
  bodyToPlain: ({ nonce, member, card, rotation, policy }) => [
    nonce,
    idToPlain(member),
    cardToPlain(card),
    rotationToPlain(rotation),
    policy.keepEverything,
  ],
  plainToBody(plain) {
    const items = plainToList(plain, 5);
    if (items === null) return null;
    const [nonce, memberPlain, cardPlain, rotationPlain, keepEverything] = items;
    const member = plainToId(memberPlain);
    const card = plainToCard(cardPlain);
    const rotation = plainToRotation(rotationPlain);
    if (!isBytes(nonce, 32) || member === null || card === null || rotation === null) return null;
    if (typeof keepEverything !== 'boolean') return null;
    return { nonce, member, card, rotation, policy: { keepEverything } };
  },
  brings: bringsRotation,
  firstKey: ({ card }) => card.sign,
  apply(draft, { nonce, member, card, policy }, place) {
    if (place.head !== null || draft.devices.length > 0) return 'NotGenesis';
    if (!sameBytes(workspaceId(nonce, card.sign), place.workspace)) return 'OtherWorkspace';
    const device = listDevice(draft, member, card);
    if (typeof device === 'string') return device;
    draft.members.set(member, { id: member, role: 'steward', active: true });
    draft.policy = { ...policy };
    return null;
  },
};
