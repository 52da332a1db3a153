/**
 * The three lists of 2,048 words and the ways through them. English and Spanish are BIP-39's; Arabic
 * is ours. Words never say which list they are from: whoever types them is understood in any.
 */
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import { arabicWords } from './arabic.ts';
import { foldWord, splitWords, withoutMarks } from './fold-words.ts';

export type WordsLanguage = 'en' | 'es' | 'ar';

export const wordLists: Readonly<Record<WordsLanguage, readonly string[]>> = {
  en: english,
  es: spanish.map((word) => word.normalize('NFC')),
  ar: arabicWords,
};

export const languages: readonly WordsLanguage[] = ['en', 'es', 'ar'];

export type WordsRefusal =
  /** The word at that place (from 0) is in none of the lists. */
  | { readonly type: 'WordUnknown'; readonly at: number }
  | { readonly type: 'WordsMissing'; readonly have: number; readonly need: number };

/** The place of a typed word in one list, or undefined. Forgives missing accents and diacritics. */
export function placeOf(word: string, language: WordsLanguage): number | undefined {
  return places(language).get(foldWord(word)) ?? places(language).get(withoutMarks(word));
}

/**
 * Reads typed words as places in one list: the list that holds them all, else the one that holds
 * most, so that the refusal names the word that is wrong. Needs exactly that many.
 */
export function readWords(
  typed: string,
  need: number,
): { readonly language: WordsLanguage; readonly places: readonly number[] } | WordsRefusal {
  const words = splitWords(typed);
  const readings = languages.map((language) => ({
    language,
    places: words.map((word) => placeOf(word, language)),
  }));
  const known = (reading: { places: (number | undefined)[] }) =>
    reading.places.filter((place) => place !== undefined).length;
  const best = readings.reduce((a, b) => (known(b) > known(a) ? b : a));
  const wrong = best.places.indexOf(undefined);
  if (wrong !== -1) return { type: 'WordUnknown', at: wrong };
  if (words.length !== need) return { type: 'WordsMissing', have: words.length, need };
  return { language: best.language, places: best.places as number[] };
}

const indexes = new Map<WordsLanguage, Map<string, number>>();

function places(language: WordsLanguage): Map<string, number> {
  let index = indexes.get(language);
  if (!index) {
    const list = wordLists[language];
    index = new Map(list.map((word, at) => [withoutMarks(word), at]));
    for (const [at, word] of list.entries()) index.set(foldWord(word), at);
    indexes.set(language, index);
  }
  return index;
}
