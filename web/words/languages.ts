/**
 * The languages of the interface, and how their words are loaded: each a catalogue a room, merged.
 * Spanish and Arabic as written in the United States, with Latin digits.
 */
import { i18n, type Messages } from '@lingui/core';

export type Language = 'en' | 'es' | 'ar' | 'pseudo';

export const languages: Record<
  Language,
  { locale: string; direction: 'ltr' | 'rtl'; name: string }
> = {
  en: { locale: 'en-US', direction: 'ltr', name: 'English' },
  es: { locale: 'es-US', direction: 'ltr', name: 'Español' },
  ar: { locale: 'ar-u-nu-latn', direction: 'rtl', name: 'العربية' },
  pseudo: { locale: 'en-US', direction: 'ltr', name: 'Pseudo' },
};

export { i18n };

const catalogues = import.meta.glob<{ messages: Messages }>('./*/*.po');

/** Loads every room's words in the language and makes it the one that is shown. */
export async function speak(language: Language): Promise<void> {
  const prefix = `./${language}/`;
  const parts = await Promise.all(
    Object.entries(catalogues)
      .filter(([path]) => path.startsWith(prefix))
      .map(([, load]) => load()),
  );
  const messages: Messages = Object.assign({}, ...parts.map((part) => part.messages));
  const { locale, direction } = languages[language];
  i18n.loadAndActivate({ locale: language, locales: locale, messages });
  document.documentElement.lang = language === 'pseudo' ? 'en' : language;
  document.documentElement.dir = direction;
}
