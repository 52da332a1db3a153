/**
 * The one record of a table that each person has for themselves alone. Its id is random: one that others
 * know could be planted by them where everyone reads it, or written into. What somebody else wrote, or what
 * stands anywhere but among what only I read, is not mine.
 */
import { setFields } from '@alongside/practice';
import type { StoredRecord, Value, Workspace } from '@alongside/vault';
import { useMemo } from 'react';
import { useTable, useWorkspace } from './workspace.tsx';

type Own = Pick<Workspace, 'tables' | 'me' | 'onlyMe'>;

/** With the fields that I wrote; undefined where I wrote none. */
export function ownRecord({ tables, me, onlyMe }: Own, table: string): StoredRecord | undefined {
  for (const record of tables.all(table)) {
    const audience = tables.audienceOf(table, record.id);
    if (audience === undefined || !isSame(audience, onlyMe)) continue;
    const mine = Object.entries(record).filter(
      ([field]) => tables.writtenBy(table, record.id, field)?.member === me,
    );
    if (mine.length > 0) return { ...Object.fromEntries(mine), id: record.id };
  }
  return undefined;
}

export function useOwnRecord(table: string): StoredRecord | undefined {
  const workspace = useWorkspace();
  const changing = [useTable(table)];
  return useMemo(() => ownRecord(workspace, table), [workspace, table, ...changing]);
}

/** Writes into it, or begins it. */
export function writeOwn(
  workspace: Own & Pick<Workspace, 'commit' | 'newId'>,
  table: string,
  fields: Readonly<Record<string, Value>>,
): void {
  const record = ownRecord(workspace, table)?.id ?? workspace.newId();
  workspace.commit(setFields(table, record, fields), workspace.onlyMe);
}

function isSame(one: Workspace['onlyMe'], other: Workspace['onlyMe']): boolean {
  if (one === 'everyone' || other === 'everyone') return one === other;
  return one.circle === other.circle;
}
