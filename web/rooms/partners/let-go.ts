/** What goes by itself in this room as long as a kept workspace is open. */
import type { KeptWorkspace } from '@alongside/vault/kept';
import { letGoAfterTerm } from '../../ui/let-go-after-term.ts';
import { clearOldWords } from './conversations/clear-old-words.ts';

export function letGo(workspace: KeptWorkspace): () => void {
  const stops = [clearOldWords(workspace), letGoAfterTerm(workspace, 'contactDays')];
  return () => {
    for (const stop of stops) stop();
  };
}
