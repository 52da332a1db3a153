/** "Nov 17", in the words of the interface's language. */
import type { Day } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import { type Language, languages } from '../words/languages.ts';

export function useShortDay(): (day: Day) => string {
  const { i18n } = useLingui();
  const { locale } = languages[i18n.locale as Language];
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale, {
      month: 'short',
      day: 'numeric',
      timeZone: 'UTC',
    });
    return (day) => format.format(new Date(`${day}T00:00Z`));
  }, [locale]);
}
