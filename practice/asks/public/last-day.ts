/**
 * How far ahead a page for people with nothing installed may be there, when its last day is over, and how long
 * after it what was sent is looked for.
 */
import { type Day, dayOf, daysAfter, isDay } from '../../day.ts';

/** Days. A server keeps what stands beside a workspace's own stream 400 days at most. */
const longestAhead = 365;
/** Days that an inbox outlasts its link: what was sent on the last evening waits for a device of ours. */
const inboxStays = 7;

/** The last day on which a page that is made today can take answers. */
export function furthestDay(today: Day): Day {
  return daysAfter(today, longestAhead);
}

/** The last day on which the inbox is looked into of a link that can be answered until this one. */
export function lastLook(until: Day): Day {
  return daysAfter(until, inboxStays);
}

/** Whether a link's inbox is still looked into; where it was taken back, until the day after. */
export function takesIn(
  { until, endedOn }: { readonly until: Day | null; readonly endedOn: Day | null },
  today: Day,
): boolean {
  if (until === null || !isDay(until) || lastLook(until) < today) return false;
  return endedOn === null || (isDay(endedOn) && daysAfter(endedOn, 1) >= today);
}

/**
 * The moment at which the day is over in a time zone, in milliseconds since 1970. Found by asking what day it
 * is: so it needs nothing that a browser without `Temporal` lacks.
 */
export function endOfDay(day: Day, zone: string): number {
  // When the day begins in UTC it is over nowhere; two days later it is everywhere.
  let before = Date.parse(`${day}T00:00Z`);
  let after = Date.parse(`${daysAfter(day, 2)}T00:00Z`);
  while (after - before > 1) {
    const between = Math.floor((before + after) / 2);
    if (dayOf(new Date(between), zone) > day) after = between;
    else before = between;
  }
  return after;
}
