/**
 * The organization's list of dates as days of the weeks that are shown: those that were typed, and those
 * that were picked by a key, each as often as it falls into the stretch.
 */
import { type Day, daysAfter, isDay } from '../../day.ts';
import type { DateToKeep, GivesThen } from '../tables.ts';
import { observances } from './observances.ts';
import { observedDays } from './observed-days.ts';

export interface KeptDate {
  /** The record. */
  readonly id: string;
  /** What it is called: words of the organization, or a key that the page has a name for. */
  readonly name: string;
  readonly key: string;
  readonly from: Day;
  readonly until: Day;
  readonly about: boolean;
  readonly evening: boolean;
  readonly gives: GivesThen;
}

export type DateRefused =
  | { readonly type: 'NoName' }
  | { readonly type: 'NotADay' }
  | { readonly type: 'EndsBeforeItBegins' }
  | { readonly type: 'Over' };

/** Every time that they fall between two days, the earliest first. */
export function keptDates(list: readonly DateToKeep[], from: Day, until: Day): readonly KeptDate[] {
  return list
    .flatMap((date) => [...timesOf(date, from, until)])
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.id < b.id ? -1 : 1));
}

function timesOf(date: DateToKeep, from: Day, until: Day): readonly KeptDate[] {
  const { id, name, key, gives, on } = date;
  const observance = observances.get(key);
  if (observance) {
    const { about, evening, lasts } = observance;
    return observedDays(observance, from, until).map((first) => ({
      ...{ id, name, key, gives, about, evening },
      from: first,
      until: daysAfter(first, lasts - 1),
    }));
  }
  if (on === null || !isDay(on)) return [];
  const last = date.until !== null && date.until > on ? date.until : on;
  if (last < from || on > until) return [];
  return [{ id, name, key: '', gives, about: false, evening: false, from: on, until: last }];
}

/** Whether a typed date can be kept; null where it can. */
export function whatIsWrongWithDate(
  date: { readonly name: string; readonly on: string; readonly until: string },
  today: Day,
): DateRefused | null {
  if (date.name.trim() === '') return { type: 'NoName' };
  if (!isDay(date.on) || (date.until !== '' && !isDay(date.until))) return { type: 'NotADay' };
  if (date.until !== '' && date.until < date.on) return { type: 'EndsBeforeItBegins' };
  return (date.until || date.on) < today ? { type: 'Over' } : null;
}
