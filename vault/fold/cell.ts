/**
 * One field of one record: the writes that still stand, by causal last-writer-wins.
 *
 * A write removes every value at a position up to what its author had seen, and every earlier value
 * by the same device. What dead writes had seen counts too (`floor`), so that the same writes in any
 * order of arrival leave the same cell: a write stands iff its position is above the floor and it
 * is its device's last. Of those that stand the highest (clock, device) is shown.
 */
import type { Value } from '../types.ts';

/** Where and when a write was made: shared by all writes of one run. */
export interface Stamp {
  readonly position: number;
  readonly device: number;
  readonly hlc: number;
  readonly seen: number;
}

export interface Write {
  readonly value: Value;
  readonly stamp: Stamp;
}

export interface Cell extends Write {
  /** Writes that stand beside the shown one, best first. */
  readonly others: readonly Write[];
  /** The furthest that any author of this field had read. */
  readonly floor: number;
}

const none: readonly Write[] = [];

/** The cell after one more write. Takes writes in any order; the same write twice changes nothing. */
export function writeCell(cell: Cell | undefined, value: Value, stamp: Stamp): Cell {
  if (!cell) return { value, stamp, others: none, floor: stamp.seen };
  const floor = Math.max(cell.floor, stamp.seen);
  const written: Write = { value, stamp };
  if (cell.others.length === 0 && stamp.position > floor) {
    if (replaces(stamp, cell.stamp)) return { value, stamp, others: none, floor };
    if (cell.stamp.device !== stamp.device) {
      const beside: Write = { value: cell.value, stamp: cell.stamp };
      return byRank(written, beside) < 0
        ? { value, stamp, others: [beside], floor }
        : { ...beside, others: [written], floor };
    }
  }
  const standing = [written, { value: cell.value, stamp: cell.stamp }, ...cell.others].filter(
    (write, at, all) =>
      write.stamp.position > floor &&
      !all.some((other, place) => place !== at && supersedes(other.stamp, write.stamp, place < at)),
  );
  standing.sort(byRank);
  const shown = standing[0];
  if (!shown) return { ...cell, floor };
  return { value: shown.value, stamp: shown.stamp, others: standing.slice(1), floor };
}

/** The cell after all that either was written from: for two folds that read different entries. */
export function mergeCells(one: Cell, other: Cell): Cell {
  const floor = Math.max(one.floor, other.floor);
  const last = new Map<number, Write>();
  for (const { value, stamp } of [one, ...one.others, other, ...other.others]) {
    const known = last.get(stamp.device);
    if (!known || known.stamp.position < stamp.position) last.set(stamp.device, { value, stamp });
  }
  const standing = [...last.values()].filter(({ stamp }) => stamp.position > floor).sort(byRank);
  const [shown, ...others] = standing;
  return shown ? { ...shown, others, floor } : { ...one, floor };
}

/** Whether the newer write alone removes the older. */
function replaces(newer: Stamp, older: Stamp): boolean {
  return (
    older.position <= newer.seen ||
    (older.device === newer.device && older.position <= newer.position)
  );
}

/** Within one entry the write that was applied last, and is listed first, stands. */
function supersedes(other: Stamp, stamp: Stamp, listedBefore: boolean): boolean {
  if (other.device !== stamp.device) return false;
  return other.position > stamp.position || (other.position === stamp.position && listedBefore);
}

export function byRank(a: Write, b: Write): number {
  return b.stamp.hlc - a.stamp.hlc || b.stamp.device - a.stamp.device;
}
