/**
 * A steward admits newcomers, one or a list, with one rotation: each used an invitation and proved
 * it with a signature over both keys and the name they gave. The chain sees a commitment to the
 * name, never the name.
 */

import { onlyMeCircle } from '../../circles/well-known.ts';
import { type Bytes, concat } from '../../envelope/bytes.ts';
import type { Plain } from '../../envelope/cbor-read.ts';
import { contexts } from '../../envelope/contexts.ts';
import { isBytes } from '../../envelope/frame.ts';
import { verifyNow } from '../../identity/signing.ts';
import type { DeviceCard } from '../../identity/types.ts';
import type { Newcomer, Refusal } from '../../log/types.ts';
import { bringsRotation, type ChangeRule, needsSteward, type Place } from '../change.ts';
import { listDevice } from '../draft.ts';
import {
  cardToPlain,
  idToPlain,
  plainToCard,
  plainToId,
  plainToList,
  plainToRole,
  plainToRotation,
  type Rotation,
  roleToPlain,
  rotationToPlain,
} from '../parts.ts';
import type { Membership } from '../state.ts';

export interface Admission {
  readonly newcomers: readonly Newcomer[];
  readonly rotation: Rotation;
}

/** What the invitation's key signs; `name` is the 32-byte commitment to the name. */
export function joinProofBytes(
  workspace: Uint8Array,
  invitation: string,
  card: DeviceCard,
  name: Uint8Array,
): Bytes {
  const id = idToPlain(invitation);
  return concat(
    contexts['join-proof'],
    workspace,
    id,
    card.sign,
    Uint8Array.of(card.kemAlg),
    card.kem,
    name,
  );
}

export const admit: ChangeRule<Admission> = {
  code: 3,
  name: 'admit',
  bodyToPlain: ({ newcomers, rotation }) => [
    newcomers.map(({ invite, member, role, card, proof }) => [
      idToPlain(invite),
      idToPlain(member),
      roleToPlain(role),
      cardToPlain(card),
      proof,
    ]),
    rotationToPlain(rotation),
  ],
  plainToBody(plain) {
    const items = plainToList(plain, 2);
    if (items === null || !Array.isArray(items[0])) return null;
    const newcomers = (items[0] as readonly Plain[]).map(plainToNewcomer);
    const rotation = plainToRotation(items[1]);
    if (rotation === null || !newcomers.every((newcomer) => newcomer !== null)) return null;
    return { newcomers, rotation };
  },
  brings: bringsRotation,
  apply(draft, { newcomers }, place) {
    if (newcomers.length === 0) return 'NothingChanges';
    for (const newcomer of newcomers) {
      const refusal = admitOne(draft, newcomer, place);
      if (refusal !== null) return refusal;
    }
    return needsSteward(place);
  },
};

function plainToNewcomer(plain: Plain): Newcomer | null {
  const items = plainToList(plain, 5);
  if (items === null) return null;
  const [invitePlain, memberPlain, rolePlain, cardPlain, proof] = items;
  const invite = plainToId(invitePlain);
  const member = plainToId(memberPlain);
  const role = plainToRole(rolePlain);
  const card = plainToCard(cardPlain);
  if (invite === null || member === null || role === null || card === null) return null;
  return isBytes(proof, 96) ? { invite, member, role, card, proof } : null;
}

function admitOne(draft: Membership, newcomer: Newcomer, place: Place): Refusal | null {
  const { invite, member, role, card, proof } = newcomer;
  const invitation = draft.invites.get(invite);
  if (invitation === undefined) return 'InvitationUnknown';
  if (!invitation.open) return 'InvitationSpent';
  if (invitation.role !== role) return 'NotAllowedForRole';
  if (draft.members.has(member)) return 'AlreadyHere';
  if (draft.circles.has(onlyMeCircle(place.workspace, member))) return 'AlreadyHere';
  const message = joinProofBytes(place.workspace, invite, card, proof.subarray(0, 32));
  if (!verifyNow(invitation.pub, proof.subarray(32), message)) return 'ProofBroken';
  const device = listDevice(draft, member, card);
  if (typeof device === 'string') return device;
  invitation.open = false;
  draft.members.set(member, { id: member, role, active: true });
  return null;
}
