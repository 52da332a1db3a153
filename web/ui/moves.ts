/** What was asked and said of moving something for an ask: read by Asks and by Today. */
import { moveFields, readFields, type SignedMove } from '@alongside/practice';
import type { Tables } from '@alongside/vault';
import { useMemo } from 'react';
import { usePromises } from './promises.ts';
import { useTable, useWorkspace } from './workspace.tsx';

export function readMoves(tables: Tables): readonly SignedMove[] {
  return tables.all('moves').map((record) => ({
    move: readFields(moveFields, record),
    by: tables.writtenBy('moves', record.id, 'says')?.member ?? null,
  }));
}

export function useAskedMoves(): readonly SignedMove[] {
  const { tables } = useWorkspace();
  const records = useTable('moves');
  return useMemo(() => (records.length === 0 ? [] : readMoves(tables)), [tables, records]);
}

/** Who carries a promise; null for a line of work, and for a promise that nobody took. */
export function useCarrierOf(): (id: string) => string | null {
  const promises = usePromises();
  return useMemo(() => {
    const byId = new Map(promises.map(({ id, carriedBy }) => [id, carriedBy]));
    return (id) => byId.get(id) ?? null;
  }, [promises]);
}
