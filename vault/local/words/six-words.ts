/**
 * The six words that open a kept workspace: drawn from one list of 2,048 (66 bits), typed back in
 * any form that folds to the same. Two of them are asked for again before anything is kept.
 */
import { foldWord } from './fold-words.ts';
import { placeOf, readWords, type WordsLanguage, type WordsRefusal, wordLists } from './lists.ts';

export const WORDS = 6;

/** Six words in that language. `random` gives that many unpredictable bytes. */
export function drawWords(
  language: WordsLanguage,
  random: (length: number) => Uint8Array,
): readonly string[] {
  const bytes = random(WORDS * 2);
  return Array.from({ length: WORDS }, (_, i) => {
    const drawn = (((bytes[2 * i] as number) << 8) | (bytes[2 * i + 1] as number)) % 2048;
    return wordLists[language][drawn] as string;
  });
}

/** What the key is made from: the list's own words, folded and joined by single spaces. */
export function keyText(typed: string): string | WordsRefusal {
  const read = readWords(typed, WORDS);
  if ('type' in read) return read;
  return read.places.map((at) => foldWord(wordLists[read.language][at] as string)).join(' ');
}

/** Which two of the six to ask for again: two different places, from 0, in order. */
export function twoToAsk(random: (length: number) => Uint8Array): readonly [number, number] {
  const bytes = random(2);
  const first = (bytes[0] as number) % WORDS;
  const second = (first + 1 + ((bytes[1] as number) % (WORDS - 1))) % WORDS;
  return [Math.min(first, second), Math.max(first, second)];
}

/** Whether the two typed words are those at the two places. */
export function checkTwoWords(
  words: readonly string[],
  asked: readonly [number, number],
  typed: readonly [string, string],
): boolean {
  return asked.every((at, i) => {
    const word = words[at] ?? '';
    const language = (['en', 'es', 'ar'] as const).find((l) => wordLists[l].includes(word));
    if (!language) return false;
    return placeOf(typed[i] ?? '', language) === wordLists[language].indexOf(word);
  });
}
