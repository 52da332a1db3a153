/** The smallest keeper of records, for tests: fields set one by one, in the order they come. */
import type { Change, Fields } from './record.ts';

export function recordsInMemory() {
  const tables = new Map<string, Map<string, Fields>>();
  const get = (table: string, record: string): Fields | undefined => {
    const found = tables.get(table)?.get(record);
    return found?.deleted === true ? undefined : found;
  };
  return {
    get,
    commit(changes: readonly Change[]) {
      for (const { table, record, field, value } of changes) {
        const records = tables.get(table) ?? new Map<string, Fields>();
        tables.set(table, records);
        records.set(record, { ...(records.get(record) ?? { id: record }), [field]: value });
      }
    },
  };
}
