/** Values that two devices wrote into one field without knowing of each other: all are kept, people settle it. */
import type { RecordId, Value } from '@alongside/vault';
import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { useWorkspace } from './workspace.tsx';

/** Those that stand beside the shown one; plain values only, none where nothing was written at the same time. */
export function useAlsoWritten(table: string, record: RecordId, field: string): readonly Value[] {
  const { tables } = useWorkspace();
  const subscribe = useCallback(
    (heard: () => void) => tables.subscribe(table, heard, record),
    [tables, table, record],
  );
  const written = useSyncExternalStore(subscribe, () =>
    JSON.stringify(tables.alsoWritten(table, record, field)),
  );
  return useMemo(() => JSON.parse(written) as readonly Value[], [written]);
}
