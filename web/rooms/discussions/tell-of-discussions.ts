/**
 * What becomes by itself of an evening to which partners came: once it is over it is a contact with each, and
 * that they come is written down no more. Works as long as a kept workspace is open.
 */
import {
  contactOfDiscussion,
  discussedKind,
  discussionPartnerFields,
  planOf,
  readFields,
} from '@alongside/practice';
import type { Audience } from '@alongside/vault';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { coreTeamWrote } from '../../ui/core-team-wrote.ts';
import { today } from '../../ui/days.ts';
import { lookWhileOpen } from '../../ui/look-while-open.ts';
import { mayGo } from '../../ui/may-go.ts';

/** Works until the function that it gives is called. */
export function goOn(workspace: KeptWorkspace): () => void {
  const look = () => tellOfDiscussions(workspace);
  return lookWhileOpen(workspace, look, ['discussionPartners', 'discussionPlans']);
}

/**
 * Tells whom the partner's readers are, and only of partners whom the core team chose, or whoever has this device: it
 * writes in our name nothing that somebody else planted. A contact that was deleted stays so.
 */
export function tellOfDiscussions(workspace: KeptWorkspace, day = today()): void {
  const { tables, together, commit, me } = workspace;
  for (const record of tables.all('discussionPartners')) {
    const tie = readFields(discussionPartnerFields, record);
    const plan = planOf(tables.get('discussionPlans', tie.plan ?? '') ?? { id: '' });
    const readers = tables.audienceOf('discussionPartners', tie.id);
    if (!plan || !readers || !tie.partner || !tables.get('partners', tie.partner)) continue;
    const fields = ['plan', 'partner'];
    const isMine = fields.every(
      (field) => tables.writtenBy('discussionPartners', tie.id, field)?.member === me,
    );
    if (!isMine && !coreTeamWrote(together.get(), tables, 'discussionPartners', tie.id, fields))
      continue;
    const changes = contactOfDiscussion(tie, plan, day);
    if (changes.length === 0) continue;
    if (!isTold(workspace, tie.id, tie.partner, plan.on)) commit(changes, readers);
    else letGo(workspace, tie.id, readers);
  }
}

/** Here already, or it was; or the same evening was told of under another id, chosen on another device. */
function isTold({ tables }: KeptWorkspace, id: string, partner: string, on: string | null) {
  return (
    tables.audienceOf('contacts', id) !== undefined ||
    tables
      .where('contacts', 'partner', partner)
      .some((contact) => contact.kind === discussedKind && contact.on === on)
  );
}

function letGo(workspace: KeptWorkspace, record: string, readers: Audience): void {
  if (!mayGo(workspace)) return;
  const gone = { table: 'discussionPartners', record, field: 'deleted', value: true };
  workspace.commit([gone], readers);
}
