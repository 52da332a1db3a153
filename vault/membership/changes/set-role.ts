/**
 * A steward changes another person's role. Taking a steward's role away brings the stewards'
 * circle's next generation; nobody takes their own, since they would know its key.
 */

import type { MemberId } from '../../types.ts';
import { bringsNothing, type ChangeRule, needsSteward } from '../change.ts';
import {
  type Generation,
  generationToPlain,
  idToPlain,
  plainToGeneration,
  plainToId,
  plainToList,
  plainToRole,
  roleToPlain,
} from '../parts.ts';
import type { Role } from '../state.ts';

export interface RoleChange {
  readonly member: MemberId;
  readonly role: Role;
  readonly stewards: Generation | null;
}

export const setRole: ChangeRule<RoleChange> = {
  code: 9,
  name: 'setRole',
  bodyToPlain: ({ member, role, stewards }) => [
    idToPlain(member),
    roleToPlain(role),
    stewards === null ? null : generationToPlain(stewards),
  ],
  plainToBody(plain) {
    const items = plainToList(plain, 3);
    if (items === null) return null;
    const member = plainToId(items[0]);
    const role = plainToRole(items[1]);
    const stewards = items[2] === null ? null : plainToGeneration(items[2]);
    if (member === null || role === null) return null;
    if (items[2] !== null && stewards === null) return null;
    return { member, role, stewards };
  },
  brings: ({ stewards }) => ({ ...bringsNothing, stewards }),
  apply(draft, { member: id, role }, place) {
    const member = draft.members.get(id);
    if (member === undefined || !member.active) return 'NobodyKnown';
    if (id === place.by?.member.id) return 'NotYourself';
    if (member.role === role) return 'NothingChanges';
    member.role = role;
    return needsSteward(place);
  },
};
