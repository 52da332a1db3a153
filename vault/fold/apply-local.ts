/**
 * Local changes become visible at once, before anything is signed: they lie over the fold as
 * pending until the log reads them back, or gives them up.
 */
import type { Audience, Change, Op } from '../types.ts';
import { changing } from './changing.ts';
import { freezeValue } from './freeze-value.ts';
import { assertWithinLimits, beyondLimits } from './limits.ts';
import { addPending, type PendingBatch, removePending } from './pending.ts';
import { addRow, notYetBorn, shownRow } from './rows.ts';
import { type FoldState, type PendingField, tableIn } from './state.ts';
import type { Table } from './table.ts';
import { textIn } from './text/fold-text.ts';

/**
 * Shows the changes, made at the time `at`, all together. Records that exist keep their audience;
 * `audience` is for new ones. Values are frozen. A change beyond the limits is our mistake and
 * throws before any is shown.
 */
export function applyLocal(
  state: FoldState,
  changes: readonly Change[],
  audience: Audience,
  at: number,
): PendingBatch {
  assertWithinLimits(changes);
  state.lastBatch += 1;
  const batch = state.lastBatch;
  showFields(state, batch, changes, audience, at);
  state.subscriptions.deliver();
  return { batch, seen: state.position };
}

/**
 * Shows what was written before, here or in another tab, and was not read back: as pending, under a
 * batch that its keeper names. Ops are of one kind: values, or one update of a text. What is beyond
 * the limits is left out: it would be set aside when it comes back, too. Delivers nothing by itself.
 */
export function showWritten(
  state: FoldState,
  batch: number,
  ops: readonly Op[],
  audience: Audience,
  at: number,
): void {
  for (const op of ops) {
    if (beyondLimits(op) !== undefined || !('update' in op)) continue;
    const code = state.audiences.codeOf(audience);
    const text = textIn(state, op.table, op.record, op.field, code);
    text.pending.set(batch, op.update);
    state.batches.set(batch, { type: 'typing', text });
    for (const listener of text.listeners) listener(op.update);
  }
  const changes = ops.filter((op): op is Change => 'value' in op && !beyondLimits(op));
  if (changes.length > 0) showFields(state, batch, changes, audience, at);
}

function showFields(
  state: FoldState,
  batch: number,
  changes: readonly Change[],
  audience: Audience,
  at: number,
): void {
  const fields: PendingField[] = [];
  for (const change of changes) {
    freezeValue(change.value);
    const table = tableIn(state, change.table);
    const row = localRow(state, table, change.record, audience);
    changing(state, table, row, change.field, () => addPending(table, row, change, batch, at));
    fields.push({ table, row, field: change.field });
  }
  state.batches.set(batch, { type: 'fields', fields });
}

/** Takes a batch off the fold: it was read back, or will never be. Delivers nothing by itself. */
export function settle(state: FoldState, batch: number): void {
  const places = state.batches.get(batch);
  state.batches.delete(batch);
  if (places?.type === 'typing') places.text.pending.delete(batch);
  for (const { table, row, field } of places?.type === 'fields' ? places.fields : []) {
    changing(state, table, row, field, () => removePending(table, row, field, batch));
  }
}

function localRow(state: FoldState, table: Table, record: string, audience: Audience): number {
  const row = shownRow(table, record);
  if (row !== undefined) return row;
  return addRow(table, record, state.audiences.codeOf(audience), notYetBorn);
}
