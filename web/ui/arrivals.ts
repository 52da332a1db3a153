/** Whether an ask came by our public page, and whether somebody here has checked who sent it. */
import { type Arrival, arrivalFields, isUnverified, readFields } from '@alongside/practice';
import type { StoredRecord, Tables } from '@alongside/vault';
import type { TogetherState } from '@alongside/vault/kept';
import { coreTeamWrote } from './core-team-wrote.ts';
import { useTogether } from './together.ts';
import { useRecord, useTable, useWorkspace } from './workspace.tsx';

/**
 * How an ask came, as far as it counts: that somebody checked who sent it, only where the core team wrote so. A
 * visitor can be a member here. Without `now` nothing is kept, and there
 * is nobody else.
 */
export function readArrival(
  now: Pick<TogetherState, 'circles'> | undefined,
  tables: Pick<Tables, 'writtenBy'>,
  record: StoredRecord,
): Arrival {
  const isOurs = (field: string) =>
    !now || coreTeamWrote(now, tables, 'arrivals', record.id, [field]);
  return {
    ...readFields(arrivalFields, record),
    ...(!isOurs('checkedOn') && { checkedOn: null }),
    ...(!isOurs('checkedHow') && { checkedHow: '' }),
  };
}

/** How the ask came by our public page; undefined where it came another way. */
export function useArrival(ask: string): Arrival | undefined {
  const { tables } = useWorkspace();
  const now = useTogether()?.now;
  const record = useRecord('arrivals', ask);
  return record && readArrival(now, tables, record);
}

/** Whether an ask is one of those of which nobody knows who sent them. */
export function useUnverified(): (ask: string) => boolean {
  const { tables } = useWorkspace();
  const now = useTogether()?.now;
  const records = useTable('arrivals');
  const ids = new Set(
    records.filter((record) => isUnverified(readArrival(now, tables, record))).map(({ id }) => id),
  );
  return (ask) => ids.has(ask);
}
