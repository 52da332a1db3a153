/**
 * The rows of a table: their ids, births and order, and which of them readers see.
 */
import { isDeletedByFold } from './hidden.ts';
import type { Segment } from './segment.ts';
import { segmentOf, type Table } from './table.ts';

/** Birth of a row that only pending changes made: after all that was folded. */
export const notYetBorn = Number.MAX_SAFE_INTEGER;

export function idOf(table: Table, row: number): string {
  const known = table.ids[row];
  if (known !== undefined) return known;
  const segment = segmentOf(table, row);
  const id = segment?.idAt(row - segment.start) ?? '';
  table.ids[row] = id;
  return id;
}

export function rowIn(table: Table, id: string, audience: number): number | undefined {
  const row = rowsById(table).get(id);
  if (row === undefined || table.audiences[row] === audience) return row;
  return table.twins.get(id)?.find((twin) => table.audiences[twin] === audience);
}

/** The row that readers see for the id: of twins the one born first. */
export function shownRow(table: Table, id: string): number | undefined {
  const first = rowsById(table).get(id);
  const twins = table.twins.size === 0 ? undefined : table.twins.get(id);
  return twins ? twins.reduce((best, row) => (bornBefore(table, row, best) ? row : best)) : first;
}

/** Adds an empty row. The caller knows that the id has none in this audience. */
export function addRow(table: Table, id: string, audience: number, birth: number): number {
  const row = table.births.length;
  if ((table.births[row - 1] ?? 0) > birth) table.inOrder = false;
  table.ids.push(id);
  table.audiences.push(audience);
  table.births.push(birth);
  table.objects.push(undefined);
  rowsById(table);
  return row;
}

/** Adds the rows of a snapshot's block, and gives the number of the first. */
export function addSegment(
  table: Table,
  {
    audience,
    births,
    columns,
    idAt,
  }: Pick<Segment, 'columns' | 'idAt'> & {
    readonly audience: number;
    readonly births: number[];
  },
): number {
  const start = table.births.length;
  const end = start + births.length;
  table.segments.push({ start, end, columns, idAt, make: undefined });
  table.ids = table.ids.concat(new Array(births.length));
  table.births = start === 0 ? births : table.births.concat(births);
  table.audiences = table.audiences.concat(new Array(births.length).fill(audience));
  table.objects = table.objects.concat(new Array(births.length));
  if (start > 0) {
    table.inOrder = undefined;
    rowsById(table);
  }
  return start;
}

/** Notes that the row was written at this place; the earliest is its birth. */
export function bear(table: Table, row: number, birth: number): void {
  if (birth >= (table.births[row] ?? 0)) return;
  table.births[row] = birth;
  const before = table.births[row - 1] ?? 0;
  const after = table.births[row + 1] ?? notYetBorn;
  if (before > birth || after < birth || table.inOrder === false) table.inOrder = undefined;
}

export function isInOrder(table: Table): boolean {
  table.inOrder ??= table.births.every((birth, row) => (table.births[row - 1] ?? 0) <= birth);
  return table.inOrder;
}

/** The rows given (all of them without), in order of creation. */
export function rowsInOrder(table: Table, rows?: readonly number[]): readonly number[] {
  const listed = rows ?? Array.from(table.births.keys());
  if (isInOrder(table)) return listed;
  return [...listed].sort((a, b) => (bornBefore(table, a, b) ? -1 : 1));
}

/** Whether readers see the row: it exists, is not deleted, and no twin was born before it. */
export function isShown(table: Table, row: number): boolean {
  if (table.hidden.size > 0 && table.hidden.has(row)) return false;
  return table.twins.size === 0 || shownRow(table, idOf(table, row)) === row;
}

/** Decides again whether the row is hidden: deleted, or made by pending changes that are gone. */
export function refreshHidden(table: Table, row: number): void {
  const pending = table.pending.size > 0 ? table.pending.get(row) : undefined;
  const deleted = pending?.get('deleted')?.at(-1);
  let hidden: boolean;
  if (!pending && !table.hasDeletions && table.births[row] !== notYetBorn) {
    if (table.hidden.size > 0) table.hidden.delete(row);
    return;
  }
  if (deleted) hidden = deleted.value !== null && deleted.value !== false;
  else if (pending && pending.size > 0) hidden = false;
  else hidden = table.births[row] === notYetBorn || isDeletedByFold(table, row);
  if (hidden) table.hidden.add(row);
  else table.hidden.delete(row);
}

function bornBefore(table: Table, a: number, b: number): boolean {
  const { births } = table;
  return (births[a] ?? 0) === (births[b] ?? 0) ? a < b : (births[a] ?? 0) < (births[b] ?? 0);
}

/** Lists the rows that are not listed yet, and finds twins among them. */
function rowsById(table: Table): ReadonlyMap<string, number> {
  for (; table.listed < table.births.length; table.listed += 1) {
    const row = table.listed;
    const id = idOf(table, row);
    const first = table.rows.get(id);
    if (first === undefined) table.rows.set(id, row);
    else table.twins.set(id, [...(table.twins.get(id) ?? [first]), row]);
  }
  return table.rows;
}
