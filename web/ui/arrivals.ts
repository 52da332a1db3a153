/** Whether an ask came by our public page, and whether somebody here has checked who sent it. */
import { type Arrival, arrivalFields, isUnverified, readFields } from '@alongside/practice';
import { useRecord, useTable } from './workspace.tsx';

/** How the ask came by our public page; undefined where it came another way. */
export function useArrival(ask: string): Arrival | undefined {
  const record = useRecord('arrivals', ask);
  return record && readFields(arrivalFields, record);
}

/** Whether an ask is one of those of which nobody knows who sent them. */
export function useUnverified(): (ask: string) => boolean {
  const records = useTable('arrivals');
  const ids = new Set(
    records.filter((record) => isUnverified(readFields(arrivalFields, record))).map(({ id }) => id),
  );
  return (ask) => ids.has(ask);
}
