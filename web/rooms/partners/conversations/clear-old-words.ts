/** Lets the words of honest conversations go that were repaired long ago, as long as the workspace is open. */
import { conversationFields, conversationsToClear, readFields } from '@alongside/practice';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { today } from '../../../ui/days.ts';
import { commitForReaders, lookWhileOpen } from '../../../ui/look-while-open.ts';
import { mayGo } from '../../../ui/may-go.ts';

/** Works until the function that it gives is called. */
export function clearOldWords(workspace: KeptWorkspace, day: () => string = today): () => void {
  const { tables } = workspace;
  return lookWhileOpen(workspace, () => {
    if (!mayGo(workspace)) return;
    const all = tables.all('conversations').map((record) => readFields(conversationFields, record));
    commitForReaders(workspace, conversationsToClear(all, day()));
  });
}
