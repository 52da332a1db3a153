/** Gatherings of asks about one event, and who looks after them. */
import {
  type Ask,
  askChanges,
  cleanLine,
  type Gathering,
  gatheringFields,
  readFields,
} from '@alongside/practice';
import type { Workspace } from '@alongside/vault';
import { useMemo } from 'react';
import { today } from '../../../ui/days.ts';
import { useTable } from '../../../ui/workspace.tsx';
import { useAsks } from '../useAsk.ts';

/** The newest first. */
export function useGatherings(): readonly Gathering[] {
  const records = useTable('gatherings');
  return useMemo(
    () => records.map((record) => readFields(gatheringFields, record)).reverse(),
    [records],
  );
}

/** The asks of one gathering, those joined to others too. */
export function useGathered(id: string): readonly Ask[] {
  const asks = useAsks();
  return useMemo(() => asks.filter(({ gathering }) => gathering === id), [asks, id]);
}

/** Gathers the asks under a line that says what happened; gives the gathering's id. */
export function writeGathering(
  workspace: Workspace,
  name: string,
  asks: readonly string[],
): string {
  const record = workspace.newId();
  workspace.commit(
    [
      { table: 'gatherings', record, field: 'name', value: cleanLine(name) },
      { table: 'gatherings', record, field: 'on', value: today() },
      ...asks.flatMap((ask) => askChanges(ask, { gathering: record })),
    ],
    workspace.coreTeam,
  );
  return record;
}
