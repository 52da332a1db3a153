/** Lets what is older than its term go by itself, as long as the workspace is open and a steward chose the term. */
import type { KeptWorkspace } from '@alongside/vault/kept';
import { today } from './days.ts';
import { type HasTerm, keptFor } from './kept-for.ts';
import { commitForReaders, lookWhileOpen } from './look-while-open.ts';
import { mayGo } from './may-go.ts';
import { whatGoes } from './what-goes.ts';

/** Works until the function that it gives is called. */
export function letGoAfterTerm(
  workspace: KeptWorkspace,
  what: HasTerm,
  day: () => string = today,
): () => void {
  const look = () => {
    const term = keptFor(workspace, what);
    if (term === 'undecided' || !mayGo(workspace)) return;
    commitForReaders(workspace, whatGoes(workspace, what, term, day()));
  };
  return lookWhileOpen(workspace, look, ['space']);
}
