/** The lists of words, as the pages use them: beginnings for tapping, drawing by chance, comparing. */
import { drawWords, foldWord, withoutMarks, wordLists } from '@alongside/vault/words';
import type { WordList, WordsLanguage } from '../keeping/word-lists.ts';

export function wordListOf(language: WordsLanguage): WordList {
  const list = wordLists[language];
  return {
    beginningWith(typed, most) {
      const begun = withoutMarks(typed);
      const found: string[] = [];
      for (const word of list) {
        if (found.length === most) break;
        if (withoutMarks(word).startsWith(begun)) found.push(word);
      }
      return found.length === 1 && foldWord(found[0] ?? '') === foldWord(typed) ? [] : found;
    },
    draw: () => drawWords(language, (bytes) => crypto.getRandomValues(new Uint8Array(bytes))),
    isSame: (one, other) =>
      foldWord(one) === foldWord(other) || withoutMarks(one) === withoutMarks(other),
  };
}
