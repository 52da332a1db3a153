/** Times away: a first and a last day, and no reason. Those that overlap become one; those that are over go. */
import { type Day, daysAfter, daysBetween, isDay } from '../day.ts';
import { awayAtMost } from './tables.ts';
import type { Week } from './weeks.ts';

export interface Away {
  readonly from: Day;
  /** The last day away. */
  readonly until: Day;
}

export type AwayRefused =
  | { readonly type: 'NotADay' }
  | { readonly type: 'EndsBeforeItBegins' }
  | { readonly type: 'Over' }
  | { readonly type: 'TooLong'; readonly days: number }
  | { readonly type: 'TooMany'; readonly atMost: number };

/** Longer than that is stepping back. */
export const longestAway = 366;

/** The times away with one more, joined with those it overlaps or follows on. */
export function addAway(
  away: readonly Away[],
  more: Away,
  today: Day,
): readonly Away[] | AwayRefused {
  if (!isDay(more.from) || !isDay(more.until)) return { type: 'NotADay' };
  if (more.until < more.from) return { type: 'EndsBeforeItBegins' };
  if (more.until < today) return { type: 'Over' };
  const days = daysBetween(more.from, more.until) + 1;
  if (days > longestAway) return { type: 'TooLong', days };
  const joined = joinAway([...away, more], today);
  return joined.length > awayAtMost ? { type: 'TooMany', atMost: awayAtMost } : joined;
}

/** In order, none touching another, none that is over, and nothing that is no time. */
export function joinAway(away: readonly Away[], today: Day): readonly Away[] {
  const right = away
    .filter(({ from, until }) => isDay(from) && isDay(until) && from <= until && until >= today)
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  const joined: Away[] = [];
  for (const one of right) {
    const last = joined.at(-1);
    if (last && one.from <= daysAfter(last.until, 1)) {
      joined[joined.length - 1] = {
        from: last.from,
        until: [one.until, last.until].sort()[1] ?? last.until,
      };
    } else joined.push({ from: one.from, until: one.until });
  }
  return joined;
}

/** How many days of the week somebody is here, however their times away overlap. */
export function daysHere(away: readonly Away[], week: Week): number {
  const days = Array.from({ length: 7 }, (_, at) => daysAfter(week.from, at));
  return days.filter((day) => !away.some(({ from, until }) => from <= day && day <= until)).length;
}
