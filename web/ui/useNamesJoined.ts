/** People by name: "Ruth and Sam". */
import { useLingui } from '@lingui/react';
import { type Language, languages } from '../words/languages.ts';
import { useNames } from './together.ts';

export function useNamesJoined(): (people: readonly string[]) => string {
  const nameOf = useNames();
  const { i18n } = useLingui();
  const { locale } = languages[i18n.locale as Language];
  return (people) =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(
      // A name keeps its own direction among others.
      people.map((one) => `\u2068${nameOf(one) || '?'}\u2069`),
    );
}
