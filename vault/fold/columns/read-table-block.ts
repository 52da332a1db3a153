/**
 * Reads a table's block into the table: columns stay bytes until somebody asks, so that the first
 * query comes before all objects are made.
 */
import type { Stamp } from '../cell.ts';
import { addSegment, refreshHidden } from '../rows.ts';
import type { SegmentColumn } from '../segment.ts';
import type { Table } from '../table.ts';
import { ByteReader, broken } from './bytes.ts';
import { readColumn } from './column.ts';
import { readIds } from './ids.ts';
import { readStamps } from './stamps.ts';
import { readBirths, readRowStamps } from './table-block.ts';

/** Throws `BrokenBytes`, and leaves the table as it was, where the bytes are not a block. */
export function readTableBlock(table: Table, audience: number, bytes: Uint8Array): void {
  const from = new ByteReader(bytes);
  const count = from.count();
  const idAt = readIds(new ByteReader(from.bytes()), count);
  const births = readBirths(from.bytes(), count);
  const rowStamps = once(readRowStamps, from.bytes(), count);
  const stamps = once(readStamps, from.bytes());
  const typed = readTyped(from.bytes(), count);

  const columns = new Map<string, SegmentColumn>();
  for (let left = from.count(); left > 0; left -= 1) {
    const field = from.text();
    columns.set(field, readColumn(from, count, rowStamps, stamps));
  }
  const sparse: SparseColumn[] = [];
  for (let left = from.count(); left > 0; left -= 1) {
    sparse.push(readSparse(from, count, rowStamps, stamps));
  }
  if (!from.isAtEnd) broken();

  const start = addSegment(table, { audience, births, columns, idAt });
  for (const { field, rows, column } of sparse) {
    for (const [at, row] of rows.entries()) {
      const cell = column.cellAt(at) ?? broken();
      const cells = table.touched.get(start + row) ?? new Map();
      table.touched.set(start + row, cells.set(field, cell));
    }
  }
  for (const [row, devices] of typed) table.typed.set(start + row, devices);
  const deleted = columns.get('deleted');
  table.hasDeletions ||= deleted !== undefined || sparse.some(({ field }) => field === 'deleted');
  if (deleted) {
    for (let row = 0; row < count; row += 1) {
      if (deleted.values.at(row) !== undefined) refreshHidden(table, start + row);
    }
  }
  for (const { field, rows } of sparse) {
    if (field === 'deleted') for (const row of rows) refreshHidden(table, start + row);
  }
}

interface SparseColumn {
  readonly field: string;
  readonly rows: readonly number[];
  readonly column: SegmentColumn;
}

function readSparse(
  from: ByteReader,
  count: number,
  rowStamps: () => Uint32Array,
  stamps: () => readonly Stamp[],
): SparseColumn {
  const field = from.text();
  const length = from.count();
  let row = 0;
  const rows = Array.from({ length }, () => {
    row += from.number();
    return row < count ? row : broken();
  });
  const own = once(
    (all: () => Uint32Array) => Uint32Array.from(rows, (at) => all()[at] ?? 0),
    rowStamps,
  );
  return { field, rows, column: readColumn(from, length, own, stamps) };
}

function readTyped(bytes: Uint8Array, count: number): ReadonlyMap<number, Map<number, number>> {
  const from = new ByteReader(bytes);
  const typed = new Map<number, Map<number, number>>();
  for (let left = from.count(); left > 0; left -= 1) {
    const row = from.number();
    if (row >= count) broken();
    const devices = new Map<number, number>();
    for (let more = from.count(); more > 0; more -= 1) devices.set(from.number(), from.number());
    typed.set(row, devices);
  }
  return typed;
}

/** The function's result, computed when first asked for. */
function once<Given extends unknown[], Result>(
  compute: (...given: Given) => Result,
  ...given: Given
): () => Result {
  let result: Result | undefined;
  return () => {
    result ??= compute(...given);
    return result;
  };
}
