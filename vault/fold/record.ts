/**
 * Rows become records: plain frozen objects with the shown values, made when first asked for.
 * Key order is the snapshot's columns, then fields in the order they were written.
 */
import type { Value } from '../types.ts';
import { bornBefore, isShown, segmentOf, type Table } from './table.ts';
import type { StoredRecord } from './tables.ts';

export function recordAt(table: Table, row: number): StoredRecord {
  const made = table.objects[row];
  if (made) return made;
  const record: Record<string, Value> = { id: table.ids[row] ?? '' };
  const segment = segmentOf(table, row);
  if (segment) {
    for (const [field, column] of segment.columns) {
      const value = column.values()[row - segment.start];
      if (value !== undefined) record[field] = value;
    }
  }
  const touched = table.touched.get(row);
  if (touched) for (const [field, cell] of touched) record[field] = cell.value;
  const pending = table.pending.size > 0 ? table.pending.get(row) : undefined;
  if (pending) {
    for (const [field, writes] of pending) {
      const last = writes.at(-1);
      if (last) record[field] = last.value;
    }
  }
  const frozen = Object.freeze(record) as StoredRecord;
  table.objects[row] = frozen;
  return frozen;
}

/** All shown records in order of creation; the same array until one changes. */
export function allRecords(table: Table): readonly StoredRecord[] {
  if (table.all) return table.all;
  const records: StoredRecord[] = [];
  for (const row of rowsInOrder(table)) {
    if (isShown(table, row)) records.push(recordAt(table, row));
  }
  table.all = Object.freeze(records);
  return table.all;
}

/** The rows given (all of them without) in order of creation. */
export function rowsInOrder(table: Table, rows?: readonly number[]): readonly number[] {
  const listed = rows ?? Array.from(table.ids.keys());
  if (table.inOrder) return listed;
  return [...listed].sort((a, b) => (bornBefore(table, a, b) ? -1 : 1));
}
