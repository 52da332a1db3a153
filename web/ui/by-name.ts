/** Lists of names in the order of the interface's language: `partners.sort(useByName())`. */
import { byName } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { useMemo } from 'react';
import { type Language, languages } from '../words/languages.ts';

type Named = { readonly id: string; readonly name: string };

export function useByName(): (a: Named, b: Named) => number {
  const { i18n } = useLingui();
  return useMemo(() => byName(languages[i18n.locale as Language].locale), [i18n.locale]);
}
