/**
 * Rows become records: plain frozen objects with the shown values, made when first asked for.
 * Key order is the snapshot's columns, then fields in the order they were written.
 */
import type { Value } from '../types.ts';
import { createRecordMaker } from './record-maker.ts';
import { idOf, isInOrder, isShown, rowsInOrder } from './rows.ts';
import { segmentOf, type Table } from './table.ts';
import type { StoredRecord } from './tables.ts';

export function recordAt(table: Table, row: number): StoredRecord {
  const made = table.objects[row];
  if (made) return made;
  const segment = segmentOf(table, row);
  let record: Record<string, Value>;
  if (segment) {
    segment.make ??= createRecordMaker(segment.columns);
    record = segment.make(row - segment.start, idOf(table, row));
  } else record = { id: idOf(table, row) };
  const touched = table.touched.size > 0 ? table.touched.get(row) : undefined;
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
