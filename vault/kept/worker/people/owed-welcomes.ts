/**
 * Who was let in while the server went away, or the page was closed, before their welcome was left: they
 * are in the chain and wait. An invitation is kept on this device until its welcome is left, so that each
 * round finds it and leaves it then, without a person.
 */
import { publishCheckpoint } from '../../../checkpoint/publish.ts';
import {
  type Approval,
  type Invitation,
  leaveWelcome,
  lookIn,
  standingOf,
} from '../../../joining/invitation.ts';
import { isRefused } from '../../../log/children.ts';
import { keepInvitations, readInvitations } from './kept-invitations.ts';
import type { PeopleParts } from './parts.ts';

/** False where some could not be left: it is to be tried again later. */
export async function leaveOwedWelcomes(parts: PeopleParts): Promise<boolean> {
  const { context, children, publisher, server } = parts;
  const { replica, random } = publisher;
  const { membership } = replica.state;
  const kept = await readInvitations(context.resting);
  const used = kept.filter(({ id }) => membership.invites.get(id)?.open !== true);
  if (used.length === 0) return true;
  const owed: Approval[] = [];
  const settled = new Set(used);
  for (const invitation of used) {
    const found = await admittedBy(invitation, parts);
    if (found === 'Away') settled.delete(invitation);
    else owed.push(...found);
  }
  if (owed.length > 0) {
    const offset = await parts.reached();
    const checkpoint = await publishCheckpoint(publisher);
    if ('type' in checkpoint) return false;
    const about = { checkpoint, offset, relay: server };
    for (const one of owed) {
      const refused = await leaveWelcome(replica, one, about, children, random);
      // A lobby that is gone has nobody who waits at it; one that is away keeps no other from its welcome.
      if (refused && refused.type !== 'NotThere') settled.delete(one.invitation);
    }
  }
  return (await forgetInvitations(parts, [...settled])) && settled.size === used.length;
}

/** These are settled: nothing more is to be done with them. False where the disk refuses. */
export async function forgetInvitations(
  { context: { resting } }: PeopleParts,
  settled: readonly Invitation[],
): Promise<boolean> {
  const ids = new Set(settled.map(({ id }) => id));
  const kept = await readInvitations(resting);
  return keepInvitations(
    resting,
    kept.filter(({ id }) => !ids.has(id)),
  );
}

/** Who asked by this invitation and is in by now; nobody where it was withdrawn. */
async function admittedBy(
  invitation: Invitation,
  { context: { clock }, children, publisher }: PeopleParts,
): Promise<readonly Approval[] | 'Away'> {
  const { state } = publisher.replica;
  const requests = await lookIn(invitation, state.workspace, children);
  if (isRefused(requests)) return requests.type === 'Away' ? 'Away' : [];
  return requests
    .map((request) => ({ invitation, request }))
    .filter((approval) => standingOf(approval, state, clock).type === 'Admitted');
}
