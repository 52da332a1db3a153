/** The lists that six words are drawn from, loaded when they are first needed. */
import type { WordsLanguage } from '../open-workspace/vault.ts';

export type { WordsLanguage };

export const wordsLanguages: readonly WordsLanguage[] = ['en', 'es', 'ar'];

export interface WordList {
  /** Up to `most` words of the list that begin as typed, marks and case aside. */
  beginningWith(typed: string, most: number): readonly string[];
  /** Six words drawn by chance. */
  draw(): readonly string[];
  /** Whether two ways of typing mean the same word. */
  isSame(one: string, other: string): boolean;
}

export async function loadList(language: WordsLanguage): Promise<WordList> {
  const { wordListOf } = await import('../open-workspace/words.ts');
  return wordListOf(language);
}

export async function drawWords(language: WordsLanguage): Promise<readonly string[]> {
  return (await loadList(language)).draw();
}

export async function isSameWord(
  one: string,
  other: string,
  language: WordsLanguage,
): Promise<boolean> {
  return (await loadList(language)).isSame(one.trim(), other);
}
