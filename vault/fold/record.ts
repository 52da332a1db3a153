/**
 * Rows become records: plain frozen objects with the shown values, made when first asked for.
 * Key order is the snapshot's columns, then fields in the order they were written.
 */
import type { Value } from '../types.ts';
import { idOf, isInOrder, isShown, rowsInOrder } from './rows.ts';
import type { Segment } from './segment.ts';
import { segmentOf, type Table } from './table.ts';
import type { StoredRecord } from './tables.ts';

export function recordAt(table: Table, row: number): StoredRecord {
  const made = table.objects[row];
  if (made) return made;
  const record: Record<string, Value> = { id: idOf(table, row) };
  const segment = segmentOf(table, row);
  if (segment) {
    for (const [field, column] of segment.columns) {
      const value = column.valueAt(row - segment.start);
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
  for (const segment of table.segments) makeRecords(table, segment);
  let records: StoredRecord[] = [];
  if (table.hidden.size === 0 && table.twins.size === 0 && isInOrder(table)) {
    for (let row = 0; row < table.births.length; row += 1) recordAt(table, row);
    records = table.objects.slice() as StoredRecord[];
  } else {
    for (const row of rowsInOrder(table)) {
      if (isShown(table, row)) records.push(recordAt(table, row));
    }
  }
  table.all = Object.freeze(records);
  return table.all;
}

/**
 * Makes the records of a segment that nobody wrote to since, a column at a time: one shape copied
 * with its full columns, then each column filled in. Once only; later records are made one by one.
 */
function makeRecords(table: Table, segment: Segment): void {
  if (segment.isMade) return;
  segment.isMade = true;
  const shape: Record<string, Value> = { id: '' };
  for (const [field, column] of segment.columns) if (column.isFull) shape[field] = null;
  const count = segment.end - segment.start;
  const records = new Array<Record<string, Value>>(count);
  for (let at = 0; at < count; at += 1) {
    const record = { ...shape };
    record.id = idOf(table, segment.start + at);
    records[at] = record;
  }
  for (const [field, column] of segment.columns) column.fill(records, field);
  for (let at = 0; at < count; at += 1) {
    const row = segment.start + at;
    const record = records[at];
    if (table.objects[row] || table.touched.has(row) || table.pending.has(row)) continue;
    table.objects[row] = Object.freeze(record) as StoredRecord;
  }
}
