/** Leaves of a contact its month where its day is old enough, as long as the workspace is open. */
import { contactFields, contactsToShrink, readFields } from '@alongside/practice';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { today } from '../../ui/days.ts';
import { keptFor } from '../../ui/kept-for.ts';
import { commitForReaders, lookWhileOpen } from '../../ui/look-while-open.ts';
import { mayGo } from '../../ui/may-go.ts';

/** Works until the function that it gives is called. */
export function shrinkOldContacts(workspace: KeptWorkspace, day: () => string = today): () => void {
  const { tables } = workspace;
  const look = () => {
    const keep = keptFor(workspace, 'contactDays');
    if (keep === 'undecided' || !mayGo(workspace)) return;
    const all = tables.all('contacts').map((record) => readFields(contactFields, record));
    commitForReaders(workspace, contactsToShrink(all, keep, day()));
  };
  return lookWhileOpen(workspace, look, ['space']);
}
