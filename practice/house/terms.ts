/** How long something is kept: the terms that a steward chooses among, for what goes by itself once it is old. */
import { type Day, daysBetween, isDay } from '../day.ts';

export const terms = ['season', 'year', 'always'] as const;
/** For 90 days, for a year, or always. */
export type Term = (typeof terms)[number];

const daysOf: Readonly<Record<Term, number>> = {
  season: 90,
  year: 365,
  always: Number.POSITIVE_INFINITY,
};

/** Whether more days than the term have passed since; never for what is no day, or is to come. */
export function isPast(since: Day, term: Term, today: Day): boolean {
  return isDay(since) && daysBetween(since, today) > daysOf[term];
}
