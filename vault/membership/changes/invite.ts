/** A steward announces an invitation by its public key. The secret never enters the chain. */

import { isBytes } from '../../envelope/frame.ts';
import { isAdmissibleSignKey } from '../../identity/admissible.ts';
import { bringsNothing, type ChangeRule, needsSteward } from '../change.ts';
import { idToPlain, plainToId, plainToList, plainToRole, roleToPlain } from '../parts.ts';
import type { Role } from '../state.ts';

export interface Invitation {
  readonly id: string;
  readonly pub: Uint8Array;
  readonly role: Role;
}

export const invite: ChangeRule<Invitation> = {
  code: 1,
  name: 'invite',
  bodyToPlain: ({ id, pub, role }) => [idToPlain(id), pub, roleToPlain(role)],
  plainToBody(plain) {
    const items = plainToList(plain, 3);
    if (items === null) return null;
    const [idPlain, pub, rolePlain] = items;
    const id = plainToId(idPlain);
    const role = plainToRole(rolePlain);
    return id === null || role === null || !isBytes(pub, 32) ? null : { id, pub, role };
  },
  brings: () => bringsNothing,
  apply(draft, { id, pub, role }, place) {
    if (draft.invites.has(id)) return 'AlreadyHere';
    if (!isAdmissibleSignKey(pub)) return 'KeyNotAdmissible';
    draft.invites.set(id, { id, pub, role, open: true });
    return needsSteward(place);
  },
};
