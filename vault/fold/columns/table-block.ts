/**
 * One table of one audience as bytes, and back. Rows stand in order of creation. Fields that most
 * records have are columns; rare ones (a set with a field a member) are listed with their rows.
 */
import type { Cell, Stamp } from '../cell.ts';
import { cellsOf } from '../hidden.ts';
import { idOf, notYetBorn, rowsInOrder } from '../rows.ts';
import type { Table } from '../table.ts';
import { ByteReader, ByteWriter, broken, narrow, readWhole, writeWhole } from './bytes.ts';
import { writeColumn } from './column.ts';
import { writeIds } from './ids.ts';
import { createStampNumbers } from './stamps.ts';

/** A field that fewer than one record in this many has is listed with its rows. */
export const rare = 8;
/** Births count places within a position in steps of one, positions in steps of this. */
export const birthStep = 2 ** 20;

/** The table's folded rows in this audience. */
export function tableToBlock(table: Table, audience: number): Uint8Array<ArrayBuffer> {
  const rows = rowsInOrder(table).filter(
    (row) => table.audiences[row] === audience && table.births[row] !== notYetBorn,
  );
  const stamps = createStampNumbers();
  const fields = new Map<string, FieldCells>();
  const rowStamps = rows.map((row, at) => {
    const vote = new Majority();
    for (const [field, cell] of cellsOf(table, row)) {
      const cells = fields.get(field) ?? { rows: [], cells: [] };
      if (cells.rows.length === 0) fields.set(field, cells);
      cells.rows.push(at);
      cells.cells.push(cell);
      vote.count(cell.stamp);
    }
    return vote.winner ? stamps.numberOf(vote.winner) : 0;
  });

  const out = new ByteWriter().number(rows.length);
  const section = (write: (part: ByteWriter) => void) => {
    const part = new ByteWriter();
    write(part);
    out.bytes(part.finish());
  };
  section((part) =>
    writeIds(
      part,
      rows.map((row) => idOf(table, row)),
    ),
  );
  section((part) => writeBirths(part, table, rows));
  section((part) => writeRowStamps(part, rowStamps));
  const columns = new ByteWriter();
  const dense = [...fields].filter(([, { rows: own }]) => own.length * rare >= rows.length);
  columns.number(dense.length);
  for (const [field, { rows: own, cells }] of dense) {
    const all = new Array<Cell | undefined>(rows.length).fill(undefined);
    for (const [at, row] of own.entries()) all[row] = cells[at];
    writeColumn(columns.text(field), all, rowStamps, stamps);
  }
  const sparse = [...fields].filter(([, { rows: own }]) => own.length * rare < rows.length);
  columns.number(sparse.length);
  for (const [field, { rows: own, cells }] of sparse) {
    columns.text(field).number(own.length);
    writeAscending(columns, own);
    writeColumn(
      columns,
      cells,
      own.map((row) => rowStamps[row] ?? 0),
      stamps,
    );
  }
  section((part) => stamps.write(part));
  section((part) => writeTyped(part, table, rows));
  return out.raw(columns.finish()).finish();
}

interface FieldCells {
  readonly rows: number[];
  readonly cells: Cell[];
}

/** Finds the stamp that most cells of a row have, where there is one, in one pass. */
class Majority {
  winner: Stamp | undefined;
  #lead = 0;

  count(stamp: Stamp): void {
    if (this.#lead === 0) this.winner = stamp;
    this.#lead += stamp === this.winner ? 1 : -1;
  }
}

function writeBirths(out: ByteWriter, table: Table, rows: readonly number[]): void {
  let before = 0;
  const steps = rows.map((row) => {
    const position = Math.floor((table.births[row] ?? 0) / birthStep);
    const step = position - before;
    before = position;
    return step;
  });
  writeWhole(out, narrow(steps));
}

/** Rows born at one position stand in their order there. */
export function readBirths(bytes: Uint8Array, count: number): number[] {
  const steps = readWhole(new ByteReader(bytes), count);
  const births = new Array<number>(count);
  let position = 0;
  let place = 0;
  for (let row = 0; row < count; row += 1) {
    const step = steps[row] ?? 0;
    place = step === 0 ? place + 1 : 0;
    position += step;
    births[row] = position * birthStep + place;
  }
  return position < 2 ** 32 ? births : broken();
}

function writeRowStamps(out: ByteWriter, numbers: readonly number[]): void {
  let before = 0;
  for (const number of numbers) {
    out.signed(number - before);
    before = number;
  }
}

export function readRowStamps(bytes: Uint8Array, count: number): Uint32Array {
  const from = new ByteReader(bytes);
  const numbers = new Uint32Array(count);
  let number = 0;
  for (let row = 0; row < count; row += 1) {
    number += from.signed();
    numbers[row] = number;
  }
  return numbers;
}

export function writeAscending(out: ByteWriter, numbers: readonly number[]): void {
  let before = 0;
  for (const number of numbers) {
    out.number(number - before);
    before = number;
  }
}

function writeTyped(out: ByteWriter, table: Table, rows: readonly number[]): void {
  const typed = rows.flatMap((row, at) => {
    const devices = table.typed.get(row);
    return devices ? [{ at, devices }] : [];
  });
  out.number(typed.length);
  for (const { at, devices } of typed) {
    out.number(at).number(devices.size);
    for (const [device, position] of devices) out.number(device).number(position);
  }
}
