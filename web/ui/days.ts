/** Days in the words of the interface's language, and today by this device's calendar. */
import { type Day, dayInWords, dayOf } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { useCallback } from 'react';
import { type Language, languages } from '../words/languages.ts';

export function today(): Day {
  return dayOf(new Date());
}

/** `sayDay('2026-11-20')` is "Friday, November 20". */
export function useSayDay(): (day: Day) => string {
  const { i18n } = useLingui();
  const { locale } = languages[i18n.locale as Language];
  return useCallback((day) => dayInWords(day, locale, today()), [locale]);
}
