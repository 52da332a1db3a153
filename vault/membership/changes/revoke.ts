/** A steward withdraws an invitation that nobody has used. */

import { bringsNothing, type ChangeRule, needsSteward } from '../change.ts';
import { idToPlain, plainToId, plainToList } from '../parts.ts';

export const revoke: ChangeRule<{ readonly id: string }> = {
  code: 2,
  name: 'revoke',
  bodyToPlain: ({ id }) => [idToPlain(id)],
  plainToBody(plain) {
    const id = plainToId(plainToList(plain, 1)?.[0]);
    return id === null ? null : { id };
  },
  brings: () => bringsNothing,
  apply(draft, { id }, place) {
    const invitation = draft.invites.get(id);
    if (invitation === undefined) return 'InvitationUnknown';
    if (!invitation.open) return 'InvitationSpent';
    invitation.open = false;
    return needsSteward(place);
  },
};
