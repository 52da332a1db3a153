/** The days on which something is observed, within a stretch of days. */
import { type Day, dayFrom, daysAfter, nextWeekday } from '../../day.ts';
import { daysOfCalendar, type MonthCode } from './calendars.ts';
import { easternEaster, julianDay, westernEaster } from './easter.ts';
import type { Observance, Rule } from './observances.ts';

/** First days, each of a time that touches the stretch; empty where this platform cannot reckon them. */
export function observedDays({ rule, lasts }: Observance, from: Day, until: Day): readonly Day[] {
  const earliest = daysAfter(from, 1 - lasts);
  return firstDays(rule, earliest, until).filter((day) => day >= earliest && day <= until);
}

function firstDays(rule: Rule, from: Day, until: Day): readonly Day[] {
  if (rule.by === 'calendar') return daysOfCalendar(rule, from, until);
  const first = Number(from.slice(0, 4)) - 1;
  const last = Number(until.slice(0, 4)) + 1;
  return Array.from({ length: last - first + 1 }, (_, at) => ofYear(rule, first + at)).flat();
}

function ofYear(rule: Exclude<Rule, { readonly by: 'calendar' }>, year: number): readonly Day[] {
  switch (rule.by) {
    case 'date':
      return [dayFrom(year, rule.month, rule.day) ?? []].flat();
    case 'julian':
      return [julianDay(year, rule.month, rule.day)];
    case 'easter': {
      const easter = rule.church === 'western' ? westernEaster(year) : easternEaster(year);
      return [daysAfter(easter, rule.days)];
    }
    case 'weekday':
      return [daysAfter(nthWeekday(year, rule), rule.after ?? 0)];
    case 'new-moon': {
      const [begin, end] = [rule.from, rule.until].map(([month, day]) => dayFrom(year, month, day));
      if (!begin || !end) return [];
      return newMoons(begin, end).map((day) => daysAfter(day, rule.days));
    }
  }
}

function nthWeekday(
  year: number,
  { month, weekday, nth }: Extract<Rule, { readonly by: 'weekday' }>,
): Day {
  if (nth > 0) {
    return daysAfter(nextWeekday(dayFrom(year, month, 1) ?? '', weekday), (nth - 1) * 7);
  }
  const nextMonth = month === 12 ? dayFrom(year + 1, 1, 1) : dayFrom(year, month + 1, 1);
  return daysAfter(nextWeekday(nextMonth ?? '', weekday), nth * 7);
}

/** Each month of the Chinese calendar begins on the day of a new moon. */
function newMoons(from: Day, until: Day): readonly Day[] {
  const months = Array.from({ length: 12 }, (_, at) => `M${String(at + 1).padStart(2, '0')}`);
  return months
    .flatMap((month) => [month, `${month}L`] as readonly MonthCode[])
    .flatMap((month) => daysOfCalendar({ calendar: 'chinese', month, day: 1 }, from, until))
    .sort();
}
