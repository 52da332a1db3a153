/** From one day to another in words: "Dec 20 – Jan 3". */
import type { Day } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import { type Language, languages } from '../../../words/languages.ts';

export function useSpan(): (from: Day, until: Day) => string {
  const { i18n } = useLingui();
  const { locale } = languages[i18n.locale as Language];
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, {
      month: 'short',
      day: 'numeric',
      timeZone: 'UTC',
    });
    const at = (day: Day) => new Date(`${day}T00:00Z`);
    return (from, until) => format.formatRange(at(from), at(until));
  }, [locale]);
}
