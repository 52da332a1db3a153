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
  /** Whether its records were made in one go. */
  isMade: boolean;
}

export interface SegmentColumn {
  /** Whether every row has a value. */
  readonly isFull: boolean;
  /** The shown value, undefined where the record has no such field. */
  valueAt(row: number): Value | undefined;
  /** The whole cell: stamps, values written at the same time, floor. */
  cellAt(row: number): Cell | undefined;
  /** Sets the field of every record that has a value; records count as rows do. */
  fill(records: readonly Record<string, Value>[], field: string): void;
  /** Rows by shown value, ascending, where the column is a dictionary. */
  rowsByValue(): ReadonlyMap<Value, number[]> | undefined;
}
