/** The workspace's week and the twelve weeks from today, as every room that speaks of them reads them. */
import {
  type Day,
  dateToKeepFields,
  type GivenSum,
  givenSumFields,
  keptDates,
  readFields,
  spaceFields,
  twelveWeeks,
  type Week,
  type Weekend,
  type WeekRow,
  type WorkLine,
  weekRows,
  workLineFields,
} from '@alongside/practice';
import type { Tables } from '@alongside/vault';
import { only } from './only.ts';

/** For how many weeks something can be said to last. */
export const spans = [1, 2, 4, 8, 12] as const;

export interface Weeks {
  readonly weeks: readonly Week[];
  readonly rows: readonly WeekRow[];
  /** The last sum that was told. */
  readonly sum: GivenSum | null;
  readonly lines: readonly WorkLine[];
}

/** The workspace's weekend, after which its week begins. */
export function weekendOf(tables: Tables): Weekend {
  return readFields(spaceFields, tables.get('space', only) ?? { id: only }).weekend ?? 'sat-sun';
}

/** The twelve weeks from that day, as the core team sees them. */
export function readWeeks(tables: Tables, day: Day): Weeks {
  const weeks = twelveWeeks(day, weekendOf(tables));
  const [first, last] = [weeks[0]?.from ?? day, weeks.at(-1)?.until ?? day];
  const sum = lastOf(tables.all('givenSums').map((record) => readFields(givenSumFields, record)));
  const lines = tables.all('workLines').map((record) => readFields(workLineFields, record));
  const dates = tables.all('datesToKeep').map((record) => readFields(dateToKeepFields, record));
  const kept = keptDates(dates, first, last);
  return { weeks, sum, lines, rows: weekRows(weeks, sum?.halfDays ?? null, lines, kept) };
}

function lastOf(sums: readonly GivenSum[]): GivenSum | null {
  const latest = sums.reduce<GivenSum | null>(
    (last, one) => (last === null || (one.on ?? '') >= (last.on ?? '') ? one : last),
    null,
  );
  return latest && latest.halfDays > 0 ? latest : null;
}
