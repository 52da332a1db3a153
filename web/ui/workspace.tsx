/** The open workspace, for rooms: one context, and hooks that follow tables and records. */
import { readFields } from '@alongside/practice';
import type { RecordId, SafetyState, StoredRecord, Value, Workspace } from '@alongside/vault';
import { createContext, useCallback, useContext, useMemo, useSyncExternalStore } from 'react';

export const WorkspaceContext = createContext<Workspace | null>(null);

/** The open workspace. A page that uses it stands inside one. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('a page of a room stands inside an open workspace');
  return workspace;
}

/** Live records of a table in order of creation; the same array until one changes. */
export function useTable(table: string): readonly StoredRecord[] {
  const { tables } = useWorkspace();
  const subscribe = useCallback(
    (heard: () => void) => tables.subscribe(table, heard),
    [tables, table],
  );
  return useSyncExternalStore(subscribe, () => tables.all(table));
}

/** A table's records as its fields describe them; the same array until one changes. */
export function useRead<Fields extends Parameters<typeof readFields>[0]>(
  table: string,
  fields: Fields,
): readonly ReturnType<typeof readFields<Fields>>[] {
  const records = useTable(table);
  return useMemo(
    () => records.map((record: StoredRecord) => readFields(fields, record)),
    [records, fields],
  );
}

/** Live records whose field has the value. */
export function useWhere(table: string, field: string, value: Value): readonly StoredRecord[] {
  const { tables } = useWorkspace();
  const subscribe = useCallback(
    (heard: () => void) => tables.subscribe(table, heard),
    [tables, table],
  );
  return useSyncExternalStore(subscribe, () => tables.where(table, field, value));
}

/** One record, or undefined where there is none or it was deleted. */
export function useRecord(table: string, record: RecordId): StoredRecord | undefined {
  const { tables } = useWorkspace();
  const subscribe = useCallback(
    (heard: () => void) => tables.subscribe(table, heard, record),
    [tables, table, record],
  );
  return useSyncExternalStore(subscribe, () => tables.get(table, record));
}

/** How safe the work is, for the words on screen. */
export function useSafety(): SafetyState {
  const { safety } = useWorkspace();
  return useSyncExternalStore(safety.subscribe, safety.get);
}
