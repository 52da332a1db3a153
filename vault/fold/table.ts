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
import { isDeletedByFold } from './hidden.ts';
import type { PendingWrite } from './pending.ts';
import type { Segment } from './segment.ts';
import type { StoredRecord } from './tables.ts';

/** Birth of a row that only pending changes made: after all that was folded. */
export const notYetBorn = Number.MAX_SAFE_INTEGER;

export interface Table {
  readonly name: string;
  readonly segments: Segment[];
  readonly ids: string[];
  readonly audiences: number[];
  /** Position × 2^20 + place in the entry: rows in order of creation. */
  readonly births: number[];
  readonly rowsById: Map<string, number>;
  /** All rows of an id that lives in more than one audience. */
  readonly twins: Map<string, number[]>;
  readonly touched: Map<number, Map<string, Cell>>;
  readonly pending: Map<number, Map<string, PendingWrite[]>>;
  /** Last position of each device's typing in any text of the row. */
  readonly typed: Map<number, Map<number, number>>;
  readonly hidden: Set<number>;
  readonly indexes: Map<string, FieldIndex>;
  readonly objects: (StoredRecord | undefined)[];
  all: readonly StoredRecord[] | undefined;
  inOrder: boolean;
}

export function createTable(name: string): Table {
  return {
    name,
    segments: [],
    ids: [],
    audiences: [],
    births: [],
    rowsById: new Map(),
    twins: new Map(),
    touched: new Map(),
    pending: new Map(),
    typed: new Map(),
    hidden: new Set(),
    indexes: new Map(),
    objects: [],
    all: undefined,
    inOrder: true,
  };
}

export function rowIn(table: Table, id: string, audience: number): number | undefined {
  const row = table.rowsById.get(id);
  if (row === undefined || table.audiences[row] === audience) return row;
  return table.twins.get(id)?.find((twin) => table.audiences[twin] === audience);
}

/** The row that readers see for the id: of twins the one born first. */
export function shownRow(table: Table, id: string): number | undefined {
  const twins = table.twins.size === 0 ? undefined : table.twins.get(id);
  if (!twins) return table.rowsById.get(id);
  return twins.reduce((best, row) => (bornBefore(table, row, best) ? row : best));
}

/** Adds an empty row. The caller knows that the id has none in this audience. */
export function addRow(table: Table, id: string, audience: number, birth: number): number {
  const row = table.ids.length;
  if ((table.births[row - 1] ?? 0) > birth) table.inOrder = false;
  table.ids.push(id);
  table.audiences.push(audience);
  table.births.push(birth);
  table.objects.push(undefined);
  const first = table.rowsById.get(id);
  if (first === undefined) table.rowsById.set(id, row);
  else table.twins.set(id, [...(table.twins.get(id) ?? [first]), row]);
  return row;
}

/** Notes that the row was written at this place; the earliest is its birth. */
export function bear(table: Table, row: number, birth: number): void {
  if (birth >= (table.births[row] ?? 0)) return;
  table.births[row] = birth;
  const before = table.births[row - 1] ?? 0;
  const after = table.births[row + 1] ?? notYetBorn;
  if (before > birth || after < birth) table.inOrder = false;
}

export function bornBefore(table: Table, a: number, b: number): boolean {
  const births = table.births;
  return (births[a] ?? 0) === (births[b] ?? 0) ? a < b : (births[a] ?? 0) < (births[b] ?? 0);
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
  return segment?.columns.get(field)?.values()[row - segment.start];
}

export function writeFolded(
  table: Table,
  row: number,
  field: string,
  value: Value,
  stamp: Stamp,
): void {
  const cell = writeCell(foldedCell(table, row, field), value, stamp);
  const cells = table.touched.get(row);
  if (cells) cells.set(field, cell);
  else table.touched.set(row, new Map([[field, cell]]));
}

/** Whether readers see the row: it exists, is not deleted, and no twin was born before it. */
export function isShown(table: Table, row: number): boolean {
  if (table.hidden.size > 0 && table.hidden.has(row)) return false;
  return table.twins.size === 0 || shownRow(table, table.ids[row] ?? '') === row;
}

/** Decides again whether the row is hidden: deleted, or made by pending changes that are gone. */
export function refreshHidden(table: Table, row: number): void {
  const pending = table.pending.get(row);
  const deleted = pending?.get('deleted')?.at(-1);
  let hidden: boolean;
  if (deleted) hidden = deleted.value !== null && deleted.value !== false;
  else if (pending && pending.size > 0) hidden = false;
  else hidden = table.births[row] === notYetBorn || isDeletedByFold(table, row);
  if (hidden) table.hidden.add(row);
  else table.hidden.delete(row);
}

export function segmentOf(table: Table, row: number): Segment | undefined {
  for (const segment of table.segments) {
    if (row < segment.end) return row >= segment.start ? segment : undefined;
  }
  return undefined;
}
