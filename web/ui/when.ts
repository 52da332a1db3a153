/** A moment in the words of the interface's language: "2 hours ago", "Tuesday, 3:10 PM". */
import { useLingui } from '@lingui/react';
import { useCallback } from 'react';
import { type Language, languages } from '../words/languages.ts';

const steps: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** `sayWhen(at)` from milliseconds since 1970, seen from now. */
export function useSayWhen(): (at: number) => string {
  const { i18n } = useLingui();
  const { locale } = languages[i18n.locale as Language];
  return useCallback((at) => whenInWords(at, Date.now(), locale), [locale]);
}

export function whenInWords(at: number, now: number, locale: string): string {
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  for (const [unit, length] of steps) {
    const passed = Math.trunc((at - now) / length);
    if (passed !== 0) return format.format(passed, unit);
  }
  return format.format(0, 'minute');
}
