/**
 * One column of a block: the shown values, and what a cell is beyond its value. Most cells have the
 * stamp of their row and nothing else, so only the others are listed: a stamp of their own, values
 * written at the same time, a floor.
 */
import { bytesToPlain } from '../../envelope/cbor-read.ts';
import { plainToBytes } from '../../envelope/cbor-write.ts';
import type { Value } from '../../types.ts';
import type { Cell, Stamp } from '../cell.ts';
import type { SegmentColumn } from '../segment.ts';
import { ByteReader, ByteWriter, broken } from './bytes.ts';
import type { StampNumbers } from './stamps.ts';
import { readValues } from './values.ts';
import { writeValues } from './write-values.ts';

export function writeColumn(
  out: ByteWriter,
  cells: readonly (Cell | undefined)[],
  rowStamps: readonly number[],
  stamps: StampNumbers,
): void {
  const values = new ByteWriter();
  writeValues(
    values,
    cells.map((cell) => cell?.value),
  );
  out.bytes(values.finish());

  const own = new ByteWriter();
  const contested = new ByteWriter();
  let owns = 0;
  let contests = 0;
  for (const [row, cell] of cells.entries()) {
    if (!cell) continue;
    const number = stamps.numberOf(cell.stamp);
    if (number !== rowStamps[row]) {
      owns += 1;
      own.number(row).number(number);
    }
    if (cell.others.length > 0 || cell.floor !== cell.stamp.seen) {
      contests += 1;
      contested.number(row).number(cell.floor).number(cell.others.length);
      for (const other of cell.others) contested.number(stamps.numberOf(other.stamp));
      contested.bytes(plainToBytes(cell.others.map(({ value }) => value)));
    }
  }
  out.bytes(new ByteWriter().number(owns).raw(own.finish()).finish());
  out.bytes(new ByteWriter().number(contests).raw(contested.finish()).finish());
}

/** Reads the values now, the rest when a cell is first asked for. */
export function readColumn(
  from: ByteReader,
  rows: number,
  rowStamps: () => Uint32Array,
  stamps: () => readonly Stamp[],
): SegmentColumn {
  const values = readValues(new ByteReader(from.bytes()), rows);
  const ownBytes = from.bytes();
  const contestedBytes = from.bytes();
  let numbers: Uint32Array | undefined;
  let contested: ReadonlyMap<number, Contested> | undefined;
  return {
    values,
    cellAt(row) {
      const value = values.at(row);
      if (value === undefined) return undefined;
      numbers ??= readOwn(ownBytes, rowStamps());
      contested ??= readContested(contestedBytes, stamps());
      const stamp = stamps()[numbers[row] ?? -1] ?? broken();
      const { others, floor } = contested.get(row) ?? { others: none, floor: stamp.seen };
      return { value, stamp, others, floor };
    },
  };
}

type Contested = Pick<Cell, 'others' | 'floor'>;
const none: Cell['others'] = [];

function readOwn(bytes: Uint8Array, rowStamps: Uint32Array): Uint32Array {
  const from = new ByteReader(bytes);
  const count = from.count();
  if (count === 0) return rowStamps;
  const numbers = rowStamps.slice();
  for (let at = 0; at < count; at += 1) numbers[from.number()] = from.number();
  return numbers;
}

function readContested(
  bytes: Uint8Array,
  stamps: readonly Stamp[],
): ReadonlyMap<number, Contested> {
  const from = new ByteReader(bytes);
  const cells = new Map<number, Contested>();
  for (let left = from.count(); left > 0; left -= 1) {
    const row = from.number();
    const floor = from.number();
    const written = Array.from({ length: from.count() }, () => stamps[from.number()] ?? broken());
    const values = bytesToPlain(from.bytes());
    if (!Array.isArray(values) || values.length !== written.length) broken();
    const others = written.map((stamp, place) => ({
      value: (values as readonly Value[])[place] ?? null,
      stamp,
    }));
    cells.set(row, { others, floor });
  }
  return cells;
}
