/** The read side of the fold: what rooms see as `Tables`. */
import { hlcPerMs, type RecordId, type Value } from '../types.ts';
import { entryOf, indexOf, structuredKey } from './field-index.ts';
import { allRecords, recordAt } from './record.ts';
import { isShown, notYetBorn, rowsInOrder, shownRow } from './rows.ts';
import type { FoldState } from './state.ts';
import { foldedCell, shownValue, type Table } from './table.ts';
import type { StoredRecord, Tables } from './tables.ts';

const noRecords: readonly StoredRecord[] = Object.freeze([]);
const noValues: readonly Value[] = Object.freeze([]);

/** `me` is named as the writer of what is pending. */
export function readTables(state: FoldState, me: string): Tables {
  const find = (name: string, record: RecordId): { table: Table; row: number } | undefined => {
    const table = state.tables.get(name);
    const row = table ? shownRow(table, record) : undefined;
    return table && row !== undefined && isShown(table, row) ? { table, row } : undefined;
  };
  return {
    get(name, record) {
      const table = state.tables.get(name);
      if (!table) return undefined;
      const row = shownRow(table, record);
      return row === undefined || table.hidden.has(row) ? undefined : recordAt(table, row);
    },
    all(name) {
      const table = state.tables.get(name);
      return table ? allRecords(table) : noRecords;
    },
    where(name, field, value) {
      const table = state.tables.get(name);
      const entry = table ? entryOf(indexOf(table, field), value) : undefined;
      if (!table || !entry) return noRecords;
      entry.records ??= Object.freeze(
        rowsInOrder(table, entry.rows)
          .filter((row) => isShown(table, row))
          .map((row) => recordAt(table, row)),
      );
      return entry.records;
    },
    audienceOf(name, record) {
      const table = state.tables.get(name);
      const row = table && shownRow(table, record);
      if (!table || row === undefined || isGivenUp(table, row)) return undefined;
      return state.audiences.audienceOf(table.audiences[row]);
    },
    alsoWritten(name, record, field) {
      const found = find(name, record);
      const cell = found && foldedCell(found.table, found.row, field);
      if (!cell || cell.others.length === 0 || isPending(found, field)) return noValues;
      const shown = structuredKey(cell.value);
      return cell.others.map(({ value }) => value).filter((v) => structuredKey(v) !== shown);
    },
    writtenBy(name, record, field) {
      const found = find(name, record);
      if (!found || shownValue(found.table, found.row, field) === undefined) return undefined;
      const pending = found.table.pending.get(found.row)?.get(field)?.at(-1);
      if (pending) return { member: me, at: pending.at };
      const stamp = foldedCell(found.table, found.row, field)?.stamp;
      return (
        stamp && {
          member: state.members.get(stamp.device) ?? '',
          at: Math.floor(stamp.hlc / hlcPerMs),
        }
      );
    },
    tableNames: () =>
      [...state.tables.values()].filter((table) => table.births.length > 0).map(({ name }) => name),
    subscribe: (table, listener, record) => state.subscriptions.subscribe(table, listener, record),
  };
}

/** A pending change has seen, and will replace, what is folded. */
function isPending(found: { table: Table; row: number }, field: string): boolean {
  return found.table.pending.get(found.row)?.has(field) ?? false;
}

/** Only changes that were given up made it: nothing was ever written of it. */
function isGivenUp(table: Table, row: number): boolean {
  return table.births[row] === notYetBorn && !table.pending.has(row);
}
