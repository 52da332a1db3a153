/** Who else is here, for pages: people and their devices, invitations, the server. Null where nothing is kept. */
import type { KeptWorkspace, Together, TogetherState } from '@alongside/vault/kept';
import { useSyncExternalStore } from 'react';
import { useTable, useWorkspace } from './workspace.tsx';

const nobody = () => () => {};

export function useTogether(): { readonly together: Together; readonly now: TogetherState } | null {
  const workspace = useWorkspace();
  const together = workspace.kind === 'kept' ? (workspace as KeptWorkspace).together : null;
  const now = useSyncExternalStore(together?.subscribe ?? nobody, () => together?.get() ?? null);
  return together && now ? { together, now } : null;
}

/** What each person here is called, by their id; empty where they have not said. */
export function useNames(): (member: string) => string {
  const records = useTable('names');
  return (member) => {
    const name = records.find(({ id }) => id === member)?.name;
    return typeof name === 'string' ? name : '';
  };
}
