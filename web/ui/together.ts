/** Who else is here, for pages: people and their devices, invitations, the server. Null where nothing is kept. */
import type { KeptWorkspace, Together, TogetherState } from '@alongside/vault/kept';
import { useContext, useEffect, useSyncExternalStore } from 'react';
import { nameHere } from './name-here.ts';
import { useTable, useWorkspace, WorkspaceContext } from './workspace.tsx';

const nobody = () => () => {};

export function useTogether(): { readonly together: Together; readonly now: TogetherState } | null {
  const workspace = useContext(WorkspaceContext);
  const together = workspace?.kind === 'kept' ? (workspace as KeptWorkspace).together : null;
  const now = useSyncExternalStore(together?.subscribe ?? nobody, () => together?.get() ?? null);
  return together && now ? { together, now } : null;
}

/** Whether there is a core team that I am not in. Without others here there is nobody but me. */
export function useOutsideCore(): boolean {
  const now = useTogether()?.now;
  const core = now?.circles.find(({ kind }) => kind === 'core-team');
  return now !== undefined && core?.members.includes(now.me) !== true;
}

/** While the page is open: whoever asks to be let in is told of at once. */
export function useLooking(): void {
  const together = useTogether()?.together;
  useEffect(() => together?.watch(), [together]);
}

/** What each person here is called, by their id; empty where they have not said. */
export function useNames(): (member: string) => string {
  const { tables } = useWorkspace();
  const people = useTogether()?.now.people;
  useTable('names');
  return (member) => nameHere(tables, people, member);
}
