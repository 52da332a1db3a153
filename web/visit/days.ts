/** Days in the words of the page's language. */
import { dayInWords, dayOf } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { languages, type Spoken } from './speak.ts';

export function useSayDay(): (day: string) => string {
  const { i18n } = useLingui();
  const { locale } = languages[i18n.locale as Spoken];
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (day) => dayInWords(day, locale, dayOf(new Date(), zone));
}
