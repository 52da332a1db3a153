/** The language of the interface, as `lang` has it: for words of ours that stand within someone else's. */
import { useLingui } from '@lingui/react';

export function useLanguage(): string {
  const { i18n } = useLingui();
  return i18n.locale === 'pseudo' ? 'en' : i18n.locale;
}
