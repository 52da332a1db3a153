/**
 * The languages of the interface, and how their words are loaded: each a catalogue a room, the house's
 * first and those of the rooms when one is about to be entered.
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

const house = import.meta.glob<{ messages: Messages }>('./*/house.po');
const rooms = import.meta.glob<{ messages: Messages }>([
  './*/*.po',
  '!./*/house.po',
  '!./*/visit.po',
]);

let spoken: Language = 'en';
let withRooms = false;

/** Loads the words of the language and makes it the one that is shown. */
export async function speak(language: Language): Promise<void> {
  spoken = language;
  const parts = await Promise.all(
    [...wordsIn(language, house), ...(withRooms ? wordsIn(language, rooms) : [])].map((load) =>
      load(),
    ),
  );
  if (language !== spoken) return;
  const messages: Messages = Object.assign({}, ...parts.map((part) => part.messages));
  const { locale, direction } = languages[language];
  i18n.loadAndActivate({ locale: language, locales: locale, messages });
  document.documentElement.lang = language === 'pseudo' ? 'en' : language;
  document.documentElement.dir = direction;
}

/** Adds the words of the rooms, which a first visit does not wait for; from now on they come too. */
export async function speakInRooms(): Promise<void> {
  if (withRooms) return;
  withRooms = true;
  await speak(spoken);
}

type Catalogues = Readonly<Record<string, () => Promise<{ messages: Messages }>>>;

function wordsIn(language: Language, catalogues: Catalogues): Catalogues[string][] {
  return Object.entries(catalogues)
    .filter(([path]) => path.startsWith(`./${language}/`))
    .map(([, load]) => load);
}
