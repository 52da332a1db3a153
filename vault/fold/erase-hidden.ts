/**
 * What a compaction takes out of the tables: the values and words of records that are deleted. Their
 * ids, who wrote and when, and the deletion itself stay, so that what was written at the same time
 * elsewhere still folds to one state on every device.
 */
import { hlcPerMs } from '../types.ts';
import type { Cell } from './cell.ts';
import { changing } from './changing.ts';
import { cellsOf, isDeletedByFold } from './hidden.ts';
import { idOf } from './rows.ts';
import type { FoldState } from './state.ts';
import { foldedCell, type Table } from './table.ts';
import { documentOf, type FoldedText, isWritten, rootName } from './text/folded-text.ts';

/** Takes it out, at the same place of the log on every device. Listeners hear once. */
export function eraseHidden(state: FoldState): void {
  const texts = textsByRecord(state);
  for (const [table, row] of deletedRows(state)) {
    for (const [field, cell] of [...cellsOf(table, row)]) {
      if (field === 'deleted' || isEmpty(cell)) continue;
      changing(state, table, row, field, () => putEmpty(table, row, field, cell));
    }
    for (const text of texts.get(recordKey(table.audiences[row], table.name, idOf(table, row))) ??
      []) {
      eraseText(text);
    }
  }
  state.subscriptions.deliver();
}

/** How many deleted records still have what they said, of those that were deleted before then (ms since 1970). */
export function countErasable(state: FoldState, before = Number.POSITIVE_INFINITY): number {
  const texts = textsByRecord(state);
  let count = 0;
  for (const [table, row] of deletedRows(state)) {
    const deletedAt = (foldedCell(table, row, 'deleted')?.stamp.hlc ?? 0) / hlcPerMs;
    if (deletedAt >= before) continue;
    const written = texts.get(recordKey(table.audiences[row], table.name, idOf(table, row))) ?? [];
    const says = [...cellsOf(table, row)].some(
      ([field, cell]) => field !== 'deleted' && !isEmpty(cell),
    );
    if (says || written.some((text) => documentOf(text).getText(rootName).length > 0)) count += 1;
  }
  return count;
}

function* deletedRows(state: FoldState): Generator<readonly [Table, number]> {
  for (const table of state.tables.values()) {
    if (!table.hasDeletions) continue;
    for (let row = 0; row < table.births.length; row += 1) {
      if (isDeletedByFold(table, row)) yield [table, row];
    }
  }
}

function isEmpty(cell: Cell): boolean {
  return cell.value === null && cell.others.every(({ value }) => value === null);
}

function putEmpty(table: Table, row: number, field: string, cell: Cell): void {
  const others = cell.others.map(({ stamp }) => ({ value: null, stamp }));
  const cells = table.touched.get(row) ?? new Map<string, Cell>();
  table.touched.set(row, cells.set(field, { ...cell, value: null, others }));
}

function textsByRecord(state: FoldState): ReadonlyMap<string, readonly FoldedText[]> {
  const found = new Map<string, FoldedText[]>();
  for (const text of state.texts.values()) {
    if (!isWritten(text)) continue;
    const key = recordKey(text.audience, text.table, text.record);
    found.set(key, [...(found.get(key) ?? []), text]);
  }
  return found;
}

function recordKey(audience: number | undefined, table: string, record: string): string {
  return JSON.stringify([audience, table, record]);
}

/** The pieces stay as lengths, so that what comes later still has its place; their words go. */
function eraseText(text: FoldedText): void {
  const words = documentOf(text).getText(rootName);
  if (words.length > 0) words.delete(0, words.length);
}
