/**
 * Whether a record is deleted: iff a live `deleted` stands that had seen every live value of the
 * other fields, or was written later by the same device. Somebody who edits at the same time as
 * another deletes keeps the record. Within one entry the deletion counts as last.
 */
import type { Cell, Write } from './cell.ts';
import { foldedCell, segmentOf, type Table } from './table.ts';

export function isDeletedByFold(table: Table, row: number): boolean {
  const cell = foldedCell(table, row, 'deleted');
  if (!cell) return false;
  const deletions = standing(cell).filter(({ value }) => value !== null && value !== false);
  return deletions.some((deletion) => hadSeenAll(table, row, deletion));
}

function hadSeenAll(table: Table, row: number, { stamp }: Write): boolean {
  const covers = (device: number, position: number) =>
    position <= stamp.seen || (device === stamp.device && position <= stamp.position);
  for (const [device, position] of table.typed.get(row) ?? []) {
    if (!covers(device, position)) return false;
  }
  for (const [field, cell] of cellsOf(table, row)) {
    if (field === 'deleted') continue;
    for (const write of standing(cell)) {
      if (!covers(write.stamp.device, write.stamp.position)) return false;
    }
  }
  return true;
}

/** Every folded cell of the row, touched ones in place of the snapshot's. */
export function* cellsOf(table: Table, row: number): Generator<[string, Cell]> {
  const touched = table.touched.get(row);
  const segment = segmentOf(table, row);
  if (segment) {
    for (const [field, column] of segment.columns) {
      if (touched?.has(field)) continue;
      const cell = column.cellAt(row - segment.start);
      if (cell) yield [field, cell];
    }
  }
  if (touched) yield* touched;
}

export function standing(cell: Cell): readonly Write[] {
  return [cell, ...cell.others];
}
