/**
 * The lists of words, loaded when words are typed: a worker that starts does not wait for them.
 */
import type { KitSeed } from '../../local/kit-keys.ts';
import type { KitWordsRefusal } from '../../local/recovery-kit.ts';
import type { WordsRefusal } from '../../local/words/lists.ts';

/** What a key is made from, or why these are no six words. */
export async function readSix(typed: string): Promise<string | WordsRefusal> {
  return (await loadSixWords()).keyText(typed);
}

export function loadSixWords() {
  return import('../../local/words/six-words.ts');
}

/** The kit that these twelve words stand for. */
export async function readKit(typed: string): Promise<KitSeed | KitWordsRefusal> {
  return (await import('../../local/recovery-kit.ts')).wordsToKit(typed);
}
