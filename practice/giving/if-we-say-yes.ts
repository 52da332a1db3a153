/**
 * The twelve weeks as they would be after a yes: where it fits, and by how much it does not. A picture
 * of one ask at a time; it recommends nothing.
 */
import { type Day, daysAfter } from '../day.ts';
import { touches } from './weeks.ts';
import type { WeekRow } from './what-we-can-give.ts';

export interface Yes {
  /** A day of its first week. */
  readonly from: Day;
  readonly weeks: number;
  /** In each of them. */
  readonly halfDays: number;
}

export interface RowAfter extends WeekRow {
  /** Half days that the yes adds to this week. */
  readonly added: number;
}

export interface Short {
  readonly from: Day;
  readonly halfDays: number;
}

export interface IfWeSayYes {
  readonly rows: readonly RowAfter[];
  /** Weeks of the yes with less than it needs, and how much is missing. */
  readonly short: readonly Short[];
  /** How many of its weeks are among those shown. */
  readonly weeksShown: number;
  /** Whether a sum was told: without one nothing can be said of what is free. */
  readonly isKnown: boolean;
}

export function ifWeSayYes(rows: readonly WeekRow[], yes: Yes): IfWeSayYes {
  const until = daysAfter(yes.from, yes.weeks * 7 - 1);
  let left = yes.weeks;
  const after = rows.map((row): RowAfter => {
    const isIn = left > 0 && touches(row.week, yes.from, until);
    if (isIn) left -= 1;
    const added = isIn ? yes.halfDays : 0;
    if (row.free === null) return { ...row, added };
    return {
      ...row,
      added,
      free: Math.max(0, row.free - added),
      over: row.over + Math.max(0, added - row.free),
    };
  });
  const short = after.flatMap(({ week, added, over }, at) => {
    const missing = Math.min(added, over - (rows[at]?.over ?? 0));
    return missing > 0 ? [{ from: week.from, halfDays: missing }] : [];
  });
  const inThem = after.filter(({ added }) => added > 0);
  return {
    rows: after,
    short,
    weeksShown: inThem.length,
    isKnown: inThem.every(({ free }) => free !== null),
  };
}
