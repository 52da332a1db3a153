/**
 * Makes plain records out of a segment's columns: a copy of one shape, then a value a column. The
 * shape comes out of `JSON.parse`, because engines lay such objects out in one piece, as they do
 * with a literal, which code that learns field names at run time cannot write.
 */
import type { Value } from '../types.ts';
import type { SegmentColumn } from './segment.ts';

/** Makes the record of a row, not frozen yet. */
export type RecordMaker = (row: number, id: string) => Record<string, Value>;

export function createRecordMaker(columns: ReadonlyMap<string, SegmentColumn>): RecordMaker {
  const all = Array.from(columns, ([field, { values }]) => ({ field, values }));
  const full = all.filter(({ values }) => values.isFull);
  const gappy = all.filter(({ values }) => !values.isFull);
  const empty = Object.fromEntries(['id', ...full.map(({ field }) => field)].map((f) => [f, null]));
  const shape = JSON.parse(JSON.stringify(empty)) as Record<string, Value>;
  return (row, id) => {
    const record = { ...shape };
    record.id = id;
    for (let at = 0; at < full.length; at += 1) {
      const column = full[at];
      if (column) record[column.field] = column.values.at(row) as Value;
    }
    for (let at = 0; at < gappy.length; at += 1) {
      const column = gappy[at];
      const value = column?.values.at(row);
      if (column && value !== undefined) record[column.field] = value;
    }
    return record;
  };
}
