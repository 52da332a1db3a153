/**
 * The one door through which a field's shown value changes: keeps indexes, hidden rows, made
 * records and listeners true around the change.
 */
import { forgetRecords, moveInIndex } from './field-index.ts';
import { idOf, refreshHidden } from './rows.ts';
import type { FoldState } from './state.ts';
import { shownValue, type Table } from './table.ts';

/** Rows whose hiding is decided once, after all changes to them. */
export type Touched = Map<Table, Set<number>>;

export function changing(
  state: FoldState,
  table: Table,
  row: number,
  field: string,
  change: () => void,
  touched?: Touched,
): void {
  const index = table.indexes.get(field);
  const before = index ? shownValue(table, row, field) : undefined;
  change();
  if (index) {
    moveInIndex(index, row, before, shownValue(table, row, field));
    forgetRecords(index, before);
  }
  changed(state, table, row, touched);
}

/** The row is not what it was: whoever holds what was made of it asks again. */
export function changed(state: FoldState, table: Table, row: number, touched?: Touched): void {
  if (touched) touched.set(table, (touched.get(table) ?? new Set()).add(row));
  else refreshHidden(table, row);
  table.objects[row] = undefined;
  table.all = undefined;
  const id = idOf(table, row);
  const twins = table.twins.size === 0 ? undefined : table.twins.get(id);
  for (const [field, index] of table.indexes) {
    // Which of twins is shown may have changed with one of them.
    for (const one of twins ?? [row]) forgetRecords(index, shownValue(table, one, field));
  }
  state.subscriptions.note(table.name, id);
}
