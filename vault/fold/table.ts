/**
 * One table: rows with an id, an audience and cells. Rows from a snapshot are columns; a row that
 * was written since has its touched cells over them; local changes that were not read back lie over
 * both as pending. A record becomes a frozen object when first asked for, and stays the same object
 * until it changes.
 *
 * The same id in two audiences makes two rows, so that what one circle wrote never changes what the
 * others fold; the row that was born first is the one shown.
 */
import type { Value } from '../types.ts';
import { type Cell, type Stamp, writeCell } from './cell.ts';
import type { FieldIndex } from './field-index.ts';
import type { PendingWrite } from './pending.ts';
import type { Segment } from './segment.ts';
import type { StoredRecord } from './tables.ts';

export interface Table {
  readonly name: string;
  readonly segments: Segment[];
  /** Ids of rows, empty until asked for where they came with a segment: ask `idOf`. */
  ids: (string | undefined)[];
  audiences: number[];
  /** Position × 2^20 + place in the entry: rows in order of creation. */
  births: number[];
  /** Rows by id, listed up to `listed`: ask `rowsById`. */
  readonly rows: Map<string, number>;
  listed: number;
  /** All rows of an id that lives in more than one audience. */
  readonly twins: Map<string, number[]>;
  readonly touched: Map<number, Map<string, Cell>>;
  readonly pending: Map<number, Map<string, PendingWrite[]>>;
  /** Last position of each device's typing in any text of the row. */
  readonly typed: Map<number, Map<number, number>>;
  readonly hidden: Set<number>;
  /** Whether any record was ever deleted: until then no row need be looked at for it. */
  hasDeletions: boolean;
  readonly indexes: Map<string, FieldIndex>;
  objects: (StoredRecord | undefined)[];
  all: readonly StoredRecord[] | undefined;
  /** Whether births ascend; undefined where that has to be looked at again. */
  inOrder: boolean | undefined;
}

export function createTable(name: string): Table {
  return {
    name,
    segments: [],
    ids: [],
    audiences: [],
    births: [],
    rows: new Map(),
    listed: 0,
    twins: new Map(),
    touched: new Map(),
    pending: new Map(),
    typed: new Map(),
    hidden: new Set(),
    hasDeletions: false,
    indexes: new Map(),
    objects: [],
    all: undefined,
    inOrder: true,
  };
}

export function foldedCell(table: Table, row: number, field: string): Cell | undefined {
  const touched = table.touched.get(row)?.get(field);
  if (touched) return touched;
  const segment = segmentOf(table, row);
  return segment?.columns.get(field)?.cellAt(row - segment.start);
}

export function shownValue(table: Table, row: number, field: string): Value | undefined {
  if (table.pending.size > 0) {
    const pending = table.pending.get(row)?.get(field)?.at(-1);
    if (pending) return pending.value;
  }
  const touched = table.touched.get(row)?.get(field);
  if (touched) return touched.value;
  const segment = segmentOf(table, row);
  return segment?.columns.get(field)?.values.at(row - segment.start);
}

export function writeFolded(
  table: Table,
  row: number,
  field: string,
  value: Value,
  stamp: Stamp,
): void {
  const cell = writeCell(foldedCell(table, row, field), value, stamp);
  if (field === 'deleted') table.hasDeletions = true;
  const cells = table.touched.get(row);
  if (cells) cells.set(field, cell);
  else table.touched.set(row, new Map([[field, cell]]));
}

export function segmentOf(table: Table, row: number): Segment | undefined {
  for (const segment of table.segments) {
    if (row < segment.end) return row >= segment.start ? segment : undefined;
  }
  return undefined;
}
