/** The words of this one page, in the browser's language or another that the visitor chooses. */
import { i18n, type Messages } from '@lingui/core';

export { i18n };

export const spoken = ['en', 'es', 'ar'] as const;
export type Spoken = (typeof spoken)[number];

/** Each by its own name, and its locale: Spanish and Arabic as written in the United States. */
export const languages: Readonly<
  Record<Spoken, { readonly name: string; readonly locale: string }>
> = {
  en: { name: 'English', locale: 'en-US' },
  es: { name: 'Español', locale: 'es-US' },
  ar: { name: 'العربية', locale: 'ar-u-nu-latn' },
};

const words = import.meta.glob<{ messages: Messages }>('../words/*/visit.po');

/** Loads the words and shows them; without a language, the first of the browser's that there is. */
export async function speak(language: Spoken = ownLanguage()): Promise<void> {
  const { messages } = (await words[`../words/${language}/visit.po`]?.()) ?? { messages: {} };
  i18n.loadAndActivate({ locale: language, locales: languages[language].locale, messages });
  document.documentElement.lang = language;
  document.documentElement.dir = language === 'ar' ? 'rtl' : 'ltr';
}

function ownLanguage(): Spoken {
  for (const tag of navigator.languages) {
    const found = spoken.find((language) => tag.toLowerCase().startsWith(language));
    if (found) return found;
  }
  return 'en';
}
