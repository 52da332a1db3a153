/**
 * Local changes that were not read back at a position yet. They lie over the fold, the latest
 * shown, and go when the log settles them.
 */
import type { Change, Value } from '../types.ts';
import type { Table } from './table.ts';

export interface PendingWrite {
  readonly batch: number;
  readonly value: Value;
  /** By the clock of this device, ms since 1970. */
  readonly at: number;
}

/** A batch of local changes, as the log must carry them. */
export interface PendingBatch {
  /** Names the batch when it is read back or given up. */
  readonly batch: number;
  /** How far the tables were folded when the changes were made. */
  readonly seen: number;
}

export function addPending(
  table: Table,
  row: number,
  change: Change,
  batch: number,
  at: number,
): void {
  let fields = table.pending.get(row);
  if (!fields) {
    fields = new Map();
    table.pending.set(row, fields);
  }
  const write: PendingWrite = { batch, value: change.value, at };
  const writes = fields.get(change.field);
  if (writes) writes.push(write);
  else fields.set(change.field, [write]);
}

/** Takes the batch's writes off the row's field. */
export function removePending(table: Table, row: number, field: string, batch: number): void {
  const fields = table.pending.get(row);
  const left = fields?.get(field)?.filter((write) => write.batch !== batch);
  if (!fields || !left) return;
  if (left.length > 0) {
    fields.set(field, left);
    return;
  }
  fields.delete(field);
  if (fields.size === 0) table.pending.delete(row);
}
