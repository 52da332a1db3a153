/** Days in the words of the interface's language, and today by the workspace's time zone. */
import { type Day, dayInWords, dayOf, dayWhere } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { useCallback } from 'react';
import { type Language, languages } from '../words/languages.ts';

let zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** From now on days are counted by the time zone that the open workspace chose. */
export function countDaysIn(chosen: string): void {
  zone = chosen;
}

export function today(): Day {
  return dayOf(new Date(), zone);
}

/** The day of a moment, milliseconds since 1970. */
export function dayAt(moment: number): Day {
  return dayOf(new Date(moment), zone);
}

/** `sayDay('2026-11-20')` is "Friday, November 20". */
export function useSayDay(): (day: Day) => string {
  const { i18n } = useLingui();
  const { locale } = languages[i18n.locale as Language];
  return useCallback((day) => dayInWords(day, locale, today()), [locale]);
}

/** The day that it is now where it was asked: the ask's own time zone, else the workspace's. */
export function todayWhere(asked: { readonly timeZone: string }): Day {
  return dayWhere(new Date(), asked.timeZone, today());
}

/** The time zone by which the open workspace counts days. */
export function zoneOfDays(): string {
  return zone;
}
