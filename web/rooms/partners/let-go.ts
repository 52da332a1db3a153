/** What goes by itself in this room as long as a kept workspace is open. */
import type { KeptWorkspace } from '@alongside/vault/kept';
import { clearOldWords } from './conversations/clear-old-words.ts';
import { shrinkOldContacts } from './shrink-old-contacts.ts';

export function letGo(workspace: KeptWorkspace): () => void {
  const stops = [clearOldWords(workspace), shrinkOldContacts(workspace)];
  return () => {
    for (const stop of stops) stop();
  };
}
