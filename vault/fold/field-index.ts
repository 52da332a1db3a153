/**
 * Rows by the shown value of one field: declared on first use, kept true on each change. Hidden
 * rows stay in it; whoever reads leaves them out.
 */
import type { Value } from '../types.ts';
import { shownValue, type Table } from './table.ts';
import type { StoredRecord } from './tables.ts';

export interface FieldIndex {
  readonly field: string;
  readonly plain: Map<Value, IndexEntry>;
  /** Lists, maps and bytes, by their text. */
  readonly structured: Map<string, IndexEntry>;
}

export interface IndexEntry {
  /** Ascending row numbers. */
  readonly rows: number[];
  records: readonly StoredRecord[] | undefined;
}

export function indexOf(table: Table, field: string): FieldIndex {
  const known = table.indexes.get(field);
  if (known) return known;
  const index: FieldIndex = { field, plain: new Map(), structured: new Map() };
  table.indexes.set(field, index);
  fill(table, index);
  return index;
}

export function entryOf(index: FieldIndex, value: Value): IndexEntry | undefined {
  return isPlain(value) ? index.plain.get(value) : index.structured.get(structuredKey(value));
}

/** The row's shown value went from one to the other. */
export function moveInIndex(
  index: FieldIndex,
  row: number,
  before: Value | undefined,
  after: Value | undefined,
): void {
  if (before === after) return;
  if (before !== undefined) {
    const rows = entryOf(index, before)?.rows;
    const place = rows ? placeOf(rows, row) : 0;
    if (rows?.[place] === row) rows.splice(place, 1);
  }
  if (after !== undefined) insert(index, after, row);
}

/** Records of the value change with the row: the array that was handed out is old. */
export function forgetRecords(index: FieldIndex, value: Value | undefined): void {
  if (value === undefined) return;
  const entry = entryOf(index, value);
  if (entry) entry.records = undefined;
}

function fill(table: Table, index: FieldIndex): void {
  const { touched, pending } = table;
  const anyOver = touched.size + pending.size > 0;
  const isOver = (row: number) => touched.has(row) || pending.has(row);
  for (const segment of table.segments) {
    const column = segment.columns.get(index.field);
    if (!column) continue;
    const byValue = anyOver ? undefined : column.values.rowsByValue();
    if (byValue) {
      for (const [value, rows] of byValue) adopt(index, value, rows, segment.start);
      continue;
    }
    for (let row = segment.start; row < segment.end; row += 1) {
      const value = anyOver && isOver(row) ? undefined : column.values.at(row - segment.start);
      if (value !== undefined) insert(index, value, row);
    }
  }
  for (const [row, cells] of touched) {
    if (pending.size > 0 && pending.has(row)) continue;
    const cell = cells.get(index.field);
    const value = cell ? cell.value : shownValue(table, row, index.field);
    if (value !== undefined) insert(index, value, row);
  }
  for (const row of pending.keys()) {
    const value = shownValue(table, row, index.field);
    if (value !== undefined) insert(index, value, row);
  }
}

/** Takes a segment's rows of one value as they are, where they are the first. */
function adopt(index: FieldIndex, value: Value, rows: number[], start: number): void {
  if (start === 0 && !entryOf(index, value)) setEntry(index, value, { rows, records: undefined });
  else for (const row of rows) insert(index, value, row + start);
}

function setEntry(index: FieldIndex, value: Value, entry: IndexEntry): void {
  if (isPlain(value)) index.plain.set(value, entry);
  else index.structured.set(structuredKey(value), entry);
}

function insert(index: FieldIndex, value: Value, row: number): void {
  const entry = entryOf(index, value);
  if (!entry) {
    setEntry(index, value, { rows: [row], records: undefined });
    return;
  }
  const rows = entry.rows;
  if ((rows.at(-1) ?? -1) < row) rows.push(row);
  else {
    const place = placeOf(rows, row);
    if (rows[place] !== row) rows.splice(place, 0, row);
  }
}

/** Where the row stands among ascending rows, or would stand. */
function placeOf(rows: readonly number[], row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isPlain(value: Value): boolean {
  return value === null || typeof value !== 'object';
}

/** Text that is equal for equal lists, maps (in any order of keys) and bytes. */
export function structuredKey(value: Value): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (value instanceof Uint8Array) return `b${value.join(',')}`;
  if (Array.isArray(value)) return `[${value.map(structuredKey).join(',')}]`;
  const map = value as { readonly [key: string]: Value };
  const items = Object.keys(map).sort();
  return `{${items.map((key) => `${JSON.stringify(key)}:${structuredKey(map[key] ?? null)}`).join(',')}}`;
}
