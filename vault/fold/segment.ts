/**
 * A run of rows of one table as they came from a snapshot: immutable columns that are decoded when
 * first asked for. What was written since lies over them in the table's touched cells.
 */
import type { Value } from '../types.ts';
import type { Cell } from './cell.ts';

export interface Segment {
  /** Rows `start` up to but not including `end` of the table; columns count from 0 at `start`. */
  readonly start: number;
  readonly end: number;
  readonly columns: ReadonlyMap<string, SegmentColumn>;
  idAt(row: number): string;
}

export interface SegmentColumn {
  /** All shown values, undefined where the record has no such field. Decoded once, then kept. */
  values(): readonly (Value | undefined)[];
  /** The whole cell: stamps, values written at the same time, floor. */
  cellAt(row: number): Cell | undefined;
  /** Rows by shown value where the column is a dictionary; undefined where it is not. */
  rowsByValue?(): ReadonlyMap<Value, number[]>;
}
