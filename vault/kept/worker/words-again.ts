/**
 * The six words once more, for what would outlast a moment of script in the page: a kit, its end, other
 * words, a backup. They are tried at the lock itself, and it alone gives the root's own bytes.
 */
import type { Bytes } from '../../envelope/bytes.ts';
import type { Resting } from '../../local/rest/keys-at-rest.ts';
import type { WordsAgainRefusal } from '../types.ts';
import { tryWords } from './locks.ts';
import { readSix } from './words.ts';

/** The root under these words, to be cleared after use. */
export async function rootByWords(
  { storage, keys }: Resting,
  typed: string,
): Promise<Bytes | WordsAgainRefusal> {
  const text = await readSix(typed);
  if (typeof text !== 'string') return text;
  return (await tryWords(storage, keys.place, text)) ?? { type: 'WrongWords' };
}
