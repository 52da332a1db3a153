/**
 * Twelve weeks side by side: our own work, what we do with others, what is kept free, and by how much
 * a week is over. Everything is in half days a week. Nothing here knows a person: it is made of the sum
 * that was told, the lines of work and the organization's dates.
 */
import type { Day } from '../day.ts';
import type { KeptDate } from './dates/kept-dates.ts';
import type { GivesThen, WorkLine } from './tables.ts';
import { touches, type Week } from './weeks.ts';

type Line = Pick<WorkLine, 'kind' | 'halfDays' | 'from' | 'until' | 'sureness'>;

export interface WeekRow {
  readonly week: Week;
  /** Half days of our own work. */
  readonly own: number;
  /** Half days with others: what is sure, and what is not yet. */
  readonly sure: number;
  readonly maybe: number;
  /** What can be given to others' causes in all; null where no sum was told. */
  readonly offered: number | null;
  /** What is left of it, and what is more than it. One of the two is 0. */
  readonly free: number | null;
  readonly over: number;
  /** Less can be given because of a date to keep in mind. */
  readonly short: boolean;
  readonly dates: readonly KeptDate[];
}

const shares: Readonly<Record<GivesThen, number>> = { 'as-usual': 2, half: 1, none: 0 };

/** `sum` is what can be given in a usual week, or null. */
export function weekRows(
  weeks: readonly Week[],
  sum: number | null,
  lines: readonly Line[],
  dates: readonly KeptDate[],
): readonly WeekRow[] {
  return weeks.map((week) => {
    const here = lines.filter(({ from, until }) => touches(week, from, until));
    const of = (holds: (line: Line) => boolean) =>
      here.filter(holds).reduce((total, { halfDays }) => total + halfDays, 0);
    const own = of(({ kind }) => kind === 'own');
    const maybe = of(({ kind, sureness }) => kind === 'with-others' && sureness === 'maybe');
    const sure = of(({ kind, sureness }) => kind === 'with-others' && sureness !== 'maybe');
    const then = dates.filter(({ from, until }) => touches(week, from, until));
    const share = Math.min(2, ...then.map(({ gives }) => shares[gives]));
    const offered = sum === null ? null : Math.floor((sum * share) / 2);
    const left = offered === null ? null : offered - sure - maybe;
    return {
      week,
      own,
      sure,
      maybe,
      offered,
      free: left === null ? null : Math.max(0, left),
      over: left === null ? 0 : Math.max(0, -left),
      short: share < 2,
      dates: then,
    };
  });
}

/** The answer in a sentence: what the page is called. */
export type WeCanGive =
  | { readonly type: 'NotKnown' }
  /** So much more in every week up to and with the one that ends then; all twelve where it is null. */
  | { readonly type: 'Free'; readonly halfDays: number; readonly until: Day | null }
  /** Nothing more before the week that begins then; null where it is all twelve. */
  | { readonly type: 'Nothing'; readonly before: Day | null };

/** From this week on, for as long as it holds: an amount that every one of those weeks has. */
export function weCanGive(rows: readonly WeekRow[]): WeCanGive {
  const first = rows[0]?.free ?? null;
  if (first === null) return { type: 'NotKnown' };
  if (first === 0) {
    return { type: 'Nothing', before: rows.find(({ free }) => (free ?? 0) > 0)?.week.from ?? null };
  }
  const month = rows.slice(0, 4).map(({ free }) => free ?? 0);
  const run = month.indexOf(0);
  const halfDays = Math.min(...(run < 0 ? month : month.slice(0, run)));
  const ends = rows.findIndex(({ free }) => (free ?? 0) < halfDays);
  return { type: 'Free', halfDays, until: ends < 0 ? null : (rows[ends - 1]?.week.until ?? null) };
}
