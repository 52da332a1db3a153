/**
 * A run of rows of one table as they came from a snapshot: immutable columns that are decoded when
 * first asked for. What was written since lies over them in the table's touched cells.
 */
import type { Cell } from './cell.ts';
import type { ColumnValues } from './columns/values.ts';
import type { RecordMaker } from './record-maker.ts';

export interface Segment {
  /** Rows `start` up to but not including `end` of the table; columns count from 0 at `start`. */
  readonly start: number;
  readonly end: number;
  readonly columns: ReadonlyMap<string, SegmentColumn>;
  idAt(row: number): string;
  /** Makes its records; made itself with the first. */
  make: RecordMaker | undefined;
}

export interface SegmentColumn {
  /** The shown values. */
  readonly values: ColumnValues;
  /** The whole cell: stamps, values written at the same time, floor. */
  cellAt(row: number): Cell | undefined;
}
