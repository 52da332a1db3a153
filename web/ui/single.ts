/** Tables that have one record each: its id is known to everyone. Quiet, and what we wrote about ourselves. */
import {
  isQuiet,
  type Ourselves,
  ourselvesFields,
  quietFields,
  readFields,
} from '@alongside/practice';
import type { Workspace } from '@alongside/vault';
import { useMemo } from 'react';
import { today } from './days.ts';
import { only } from './only.ts';
import { useRecord } from './workspace.tsx';

/** What we are for and what we can offer; empty words where nothing is written yet. */
export function useOurselves(): Ourselves {
  const record = useRecord('ourselves', only);
  return useMemo(() => readFields(ourselvesFields, record ?? { id: only }), [record]);
}

export function writeOurselves(
  workspace: Workspace,
  values: Partial<Pick<Ourselves, 'name' | 'purpose' | 'offer' | 'linkWords'>>,
): void {
  const changes = Object.entries(values).map(([field, value]) => ({
    table: 'ourselves',
    record: only,
    field,
    value: value.toWellFormed(),
  }));
  workspace.commit(changes, 'everyone');
}

/** The day on which quiet ends by itself; null when it is not quiet. */
export function useQuietUntil(): string | null {
  const record = useRecord('quiet', only);
  const { until } = readFields(quietFields, record ?? { id: only });
  return isQuiet(until, today()) ? until : null;
}

/** The same outside of a page: whether reminders are stopped now. */
export function isQuietNow(tables: Pick<Workspace['tables'], 'get'>): boolean {
  const { until } = readFields(quietFields, tables.get('quiet', only) ?? { id: only });
  return isQuiet(until, today());
}

/** Quiet until that day, for everyone here; null ends it. */
export function writeQuiet(workspace: Workspace, until: string | null): void {
  workspace.commit([{ table: 'quiet', record: only, field: 'until', value: until }], 'everyone');
}
