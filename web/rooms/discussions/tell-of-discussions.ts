/**
 * What becomes by itself of an evening to which partners came: once it is over it is a contact with each; after two
 * weeks that they came is written down no more but there. Works as long as a kept workspace is open.
 */
import {
  type Change,
  contactFields,
  discussionPartnerFields,
  followDiscussion,
  planOf,
  readFields,
  type Told,
} from '@alongside/practice';
import type { Tables } from '@alongside/vault';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { canWrite } from '../../ui/can-write.ts';
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
 * Tells whom the choice's readers are, and only of partners whom the core team chose, or whoever has this device:
 * it writes in our name nothing that somebody else planted.
 */
export function tellOfDiscussions(workspace: KeptWorkspace, day = today()): void {
  const { tables, commit, together } = workspace;
  const first = new Set<string>();
  const ties = tables
    .all('discussionPartners')
    .map((record) => readFields(discussionPartnerFields, record))
    .filter(({ id }) => isOurs(workspace, id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const tie of ties) {
    const readers = tables.audienceOf('discussionPartners', tie.id);
    if (!readers || !canWrite(together.get(), readers)) continue;
    if (!tie.partner || !tables.get('partners', tie.partner)) continue;
    const chosen = `${tie.plan} ${tie.partner}`;
    const isFirst = !first.has(chosen);
    first.add(chosen);
    const plan = planOf(tables.get('discussionPlans', tie.plan ?? '') ?? { id: '' });
    const { now, later } = followDiscussion(tie, plan, told(tables, tie.id), day, isFirst);
    const changes: readonly Change[] = mayGo(workspace) ? [...now, ...later] : now;
    if (changes.length > 0) commit(changes, readers);
  }
}

function isOurs({ tables, together, me }: KeptWorkspace, tie: string): boolean {
  const fields = ['plan', 'partner'];
  const isMine = fields.every(
    (field) => tables.writtenBy('discussionPartners', tie, field)?.member === me,
  );
  return isMine || coreTeamWrote(together.get(), tables, 'discussionPartners', tie, fields);
}

function told(tables: Pick<Tables, 'get' | 'audienceOf'>, id: string): Told {
  const contact = tables.get('contacts', id);
  if (contact) return readFields(contactFields, contact);
  return tables.audienceOf('contacts', id) === undefined ? 'never' : 'gone';
}
