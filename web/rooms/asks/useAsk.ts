/** An ask as it stands, and the way to change it. */
import { type Ask, type AskValues, askChanges, askFields, readFields } from '@alongside/practice';
import { useCallback, useMemo } from 'react';
import { useRecord, useTable, useWorkspace } from '../../ui/workspace.tsx';

export type ChangeAsk = (values: AskValues) => void;

/** The ask, or undefined where there is none. */
export function useAsk(id: string): { ask: Ask | undefined; change: ChangeAsk } {
  const workspace = useWorkspace();
  const record = useRecord('asks', id);
  const ask = useMemo(() => record && readFields(askFields, record), [record]);
  const change = useCallback<ChangeAsk>(
    (values) => workspace.commit(askChanges(id, values), workspace.coreTeam),
    [workspace, id],
  );
  return { ask, change };
}

/** All asks, the newest first. */
export function useAsks(): readonly Ask[] {
  const records = useTable('asks');
  return useMemo(() => records.map((record) => readFields(askFields, record)).reverse(), [records]);
}
