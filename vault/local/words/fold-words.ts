/**
 * How typed words become the words that a key is made from. Phones, keyboards and people write the
 * same Arabic word in several ways: أ إ آ become ا, ة becomes ه, ى becomes ي; case and spaces are
 * folded everywhere. Marks above letters may be left out when typing (`withoutMarks`); that only
 * helps to find the word in its list and never enters the key.
 */

/** One word, folded. */
export function foldWord(word: string): string {
  return word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[أإآ]/g, 'ا')
    .replace(/ة/g, 'ه')
    .replace(/ى/g, 'ي');
}

/** The words of a typed line: split at any spaces, commas and hyphens, unfolded. */
export function splitWords(typed: string): readonly string[] {
  return typed.split(/[\s,،\-\u200e\u200f\u061c]+/u).filter((word) => word !== '');
}

/** Folded, and without accents, diacritics and the Arabic stretching line. */
export function withoutMarks(word: string): string {
  return foldWord(
    word
      .replace(/\u0640/g, '')
      .normalize('NFD')
      .replace(/[\u0300-\u036f\u064b-\u0652\u0670]/g, ''),
  );
}
