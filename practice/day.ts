/**
 * A day, written `2026-11-20`. Days are counted in UTC so that no time zone moves one; what day it
 * is today comes in from outside. Written days sort as text.
 *
 * Leaves out: times of day, and zones. A browser without `Temporal` needs nothing more than this.
 */

/** `2026-11-20`. */
export type Day = string;

/** `2026-11`: where a day is not kept. As text it sorts before each day in it. */
export type Month = string;

const oneDay = 86_400_000;

/** The day, or null where there is none such: the 31st of June, month 13. */
export function dayFrom(year: number, month: number, dayOfMonth: number): Day | null {
  const at = new Date(Date.UTC(year, month - 1, dayOfMonth));
  const real =
    year >= 1900 &&
    year <= 2999 &&
    at.getUTCMonth() === month - 1 &&
    at.getUTCDate() === dayOfMonth;
  return real ? at.toISOString().slice(0, 10) : null;
}

/** Whether the text is a written day that exists. */
export function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts !== null && dayFrom(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
}

/** The day so many days later; earlier with a negative count. */
export function daysAfter(day: Day, count: number): Day {
  return new Date(Date.parse(`${day}T00:00Z`) + count * oneDay).toISOString().slice(0, 10);
}

/** How many days from the first to the second; negative when the second is earlier. */
export function daysBetween(first: Day, second: Day): number {
  return Math.round((Date.parse(`${second}T00:00Z`) - Date.parse(`${first}T00:00Z`)) / oneDay);
}

/** Sunday is 0. */
export function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00Z`).getUTCDay();
}

/** The first such weekday on or after the day. */
export function nextWeekday(day: Day, weekday: number): Day {
  return daysAfter(day, (weekday - weekdayOf(day) + 7) % 7);
}

/**
 * The day in words, with its weekday: "Friday, November 20". The year only when it is another one. Of a
 * month the month and its year: "March 2026". What is no day stands as it is written.
 */
export function dayInWords(day: Day | Month, locale: string, today: Day): string {
  if (!isDay(day.length === 7 ? `${day}-01` : day)) return day;
  if (day.length === 7) {
    return new Intl.DateTimeFormat(locale, {
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }).format(new Date(`${day}-01T00:00Z`));
  }
  return new Intl.DateTimeFormat(locale, {
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    ...(day.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' as const }),
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00Z`));
}

/** The day that it is at this moment in a time zone, such as `America/Los_Angeles`. */
export function dayOf(moment: Date, zone: string): Day {
  const parts = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: zone,
  }).formatToParts(moment);
  const of = (type: Intl.DateTimeFormatPartTypes) =>
    parts.find((part) => part.type === type)?.value ?? '';
  return `${of('year')}-${of('month')}-${of('day')}`;
}

/**
 * The day that it is at this moment where something was asked: "by Friday" ends when Friday ends there.
 * `otherwise` where no zone is written, or one that is not known here.
 */
export function dayWhere(moment: Date, zone: string, otherwise: Day): Day {
  if (zone === '') return otherwise;
  try {
    return dayOf(moment, zone);
  } catch {
    return otherwise;
  }
}
