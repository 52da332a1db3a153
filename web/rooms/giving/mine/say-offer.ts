/**
 * Saying what one can give: the own record, which only I read, and a copy that is sealed to the planners'
 * circle (docs/decisions/0012). Nothing here draws anything.
 */
import { type OwnOffer, setFields } from '@alongside/practice';
import type { Workspace } from '@alongside/vault';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { writeOwn } from '../../../ui/own-record.ts';
import { type Planners, readOwnOffer } from '../../../ui/planners.ts';

export type OfferValues = Pick<OwnOffer, 'usual' | 'steppedBack' | 'away' | 'skills' | 'sayName'>;

/**
 * Keeps what is chosen for me alone. What was said to planners stands as they read it: what is chosen
 * since is a draft beside it, until it is said.
 */
export function keepChosen(workspace: Workspace, values: OfferValues): void {
  const written = stored(values);
  const isSaid = readOwnOffer(workspace).circle !== null;
  writeOwn(workspace, 'ownOffers', isSaid ? { draft: written } : written);
}

/** What was said stands again, as though nothing had been chosen since. */
export function dropDraft(workspace: Workspace): void {
  writeOwn(workspace, 'ownOffers', { draft: null });
}

/** Keeps what I can give, and says it to the planners where there are any. No draft is left. */
export function sayOffer(
  workspace: Workspace,
  values: OfferValues,
  planners: Planners | null,
): void {
  const own = readOwnOffer(workspace);
  if (own.circle !== null && own.circle !== planners?.circle) unsay(workspace, own);
  const isSame = own.circle === planners?.circle;
  const record = (isSame && own.record) || workspace.newId();
  const said = planners
    ? { circle: planners.circle, record, planners: planners.people }
    : { circle: null, record: null, planners: [] };
  const written = stored(values);
  writeOwn(workspace, 'ownOffers', { ...written, ...said, draft: null });
  if (planners && isKept(workspace)) {
    workspace.envelopes.give(setFields('offers', record, written), [planners.circle]);
  }
}

/** The planners are told nothing of mine any more; what they have read they have. A draft is mine again. */
export function takeBack(workspace: Workspace): void {
  const own = readOwnOffer(workspace);
  unsay(workspace, own);
  const nobody = { circle: null, record: null, planners: [], draft: null };
  writeOwn(workspace, 'ownOffers', { ...(own.draft && stored(own.draft)), ...nobody });
}

function unsay(workspace: Workspace, { circle, record }: OwnOffer): void {
  if (circle === null || record === null || !isKept(workspace)) return;
  workspace.envelopes.give(setFields('offers', record, { deleted: true }), [circle]);
}

function stored({ usual, steppedBack, away, skills, sayName }: OfferValues) {
  return { usual, steppedBack, away: away.map((one) => ({ ...one })), skills, sayName };
}

function isKept(workspace: Workspace): workspace is KeptWorkspace {
  return workspace.kind === 'kept';
}
