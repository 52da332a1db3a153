/** Deleting a record from its page: gone at once, with a line to take it back. */
import { type Change, undoOf } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useKeepsEverything } from './KeepingNotice.tsx';
import { useUndo } from './Undo.tsx';
import { useGo } from './where.ts';
import { useWorkspace } from './workspace.tsx';

/** What is said instead while *Keep everything* holds. */
export function nothingIsDeleted(): string {
  return t`Not deleted: “Keep everything” holds. If papers have been served, call the lawyer first.`;
}

/**
 * `deleteIt('asks', id, t`The ask is deleted.`, '/asks')`, for what the core team reads: goes to the
 * page that lists the others. `withIt` goes at the same time and comes back with it.
 */
export function useDelete(): (
  table: string,
  record: string,
  said: string,
  then: string,
  withIt?: readonly Change[],
) => void {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const go = useGo();
  const keeps = useKeepsEverything();
  return (table, record, said, then, withIt = []) => {
    if (keeps) {
      offerUndo(nothingIsDeleted());
      return;
    }
    const changes = [{ table, record, field: 'deleted', value: true }, ...withIt];
    const back = undoOf(changes, workspace.tables.get);
    workspace.commit(changes, workspace.coreTeam);
    offerUndo(said, () => workspace.commit(back, workspace.coreTeam));
    go(then, { instead: true });
  };
}
