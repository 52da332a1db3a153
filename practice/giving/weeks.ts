/**
 * The twelve weeks that are shown. A workspace has one week and one weekend: its week begins on the
 * day after the weekend. Days are days of the workspace's time zone (`dayOf`); a week has seven of
 * them whatever the clocks do.
 */
import { type Day, daysAfter, weekdayOf } from '../day.ts';

export type Weekend = 'sat-sun' | 'fri-sat' | 'sun' | 'fri';

export interface Week {
  readonly from: Day;
  /** Its last day. */
  readonly until: Day;
}

/** Sunday is 0. */
const begins: Readonly<Record<Weekend, number>> = { 'sat-sun': 1, sun: 1, 'fri-sat': 0, fri: 6 };

export const weeksShown = 12;

export function weekOf(day: Day, weekend: Weekend): Week {
  const from = daysAfter(day, -((weekdayOf(day) - begins[weekend] + 7) % 7));
  return { from, until: daysAfter(from, 6) };
}

/** This week and the eleven after it. */
export function twelveWeeks(today: Day, weekend: Weekend): readonly Week[] {
  const first = weekOf(today, weekend);
  return Array.from({ length: weeksShown }, (_, at) => ({
    from: daysAfter(first.from, at * 7),
    until: daysAfter(first.until, at * 7),
  }));
}

/** Whether a time from one day to another, either open, touches the week. */
export function touches(week: Week, from: Day | null, until: Day | null): boolean {
  return (from === null || from <= week.until) && (until === null || until >= week.from);
}
