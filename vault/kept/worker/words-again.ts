/**
 * The six words once more, for what would outlast a moment of script in the page: a kit, its end, other
 * words, a backup. They are tried at the lock itself, and it alone gives the root's own bytes. A lock in
 * the store may be anybody's: what it gives counts only where it is the root that is open here.
 */
import type { Bytes } from '../../envelope/bytes.ts';
import type { Resting } from '../../local/rest/keys-at-rest.ts';
import { isRoot } from '../../local/root.ts';
import type { WordsAgainRefusal } from '../types.ts';
import { tryWords } from './locks.ts';
import { readSix } from './words.ts';

/** The root under these words, to be cleared after use. */
export async function rootByWords(
  { storage, keys, local }: Resting,
  typed: string,
): Promise<Bytes | WordsAgainRefusal> {
  const text = await readSix(typed);
  if (typeof text !== 'string') return text;
  const isOpenHere = (root: Bytes) => isRoot(root, local.root);
  return (await tryWords(storage, keys.place, text, isOpenHere)) ?? { type: 'WrongWords' };
}
