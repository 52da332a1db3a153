/** Who else is here, for pages: people and their devices, invitations, the server. Null where nothing is kept. */
import type { KeptWorkspace, Together, TogetherState } from '@alongside/vault/kept';
import { useContext, useEffect, useSyncExternalStore } from 'react';
import { useTable, WorkspaceContext } from './workspace.tsx';

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

/** Milliseconds between two looks for who asks to be let in, while a page shows them. */
const looks = 3000;

/** While the page is open: looks again and again whether somebody asks to be let in. */
export function useLooking(): void {
  const together = useTogether()?.together;
  useEffect(() => {
    if (!together) return;
    let gone = false;
    let timer: number | undefined;
    const look = async () => {
      await together.look();
      if (!gone) timer = window.setTimeout(() => void look(), looks);
    };
    void look();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [together]);
}

/** What each person here is called, by their id; empty where they have not said. */
export function useNames(): (member: string) => string {
  const records = useTable('names');
  return (member) => {
    const name = records.find(({ id }) => id === member)?.name;
    return typeof name === 'string' ? name : '';
  };
}
