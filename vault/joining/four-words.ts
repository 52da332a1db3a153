/**
 * The four words that two people compare, by voice or side by side, before one lets the other in.
 * They come from a hash over both sides' keys and the secret that both hold, so whoever puts keys
 * of their own in between gets other words. The hash is slow (Argon2id at its floor, 19 MiB): with
 * 44 bits, somebody who also holds the secret would otherwise try keys until the words fit.
 * Words are places in the lists of 2,048, so that each side reads them in their own language.
 */

import { concat } from '../envelope/bytes.ts';
import { contexts } from '../envelope/contexts.ts';
import type { DeviceCard } from '../identity/types.ts';
import { FLOOR, loadSlowHash } from '../local/lock/kdf.ts';
import { type WordsLanguage, wordLists } from '../local/words/lists.ts';

/** Four places, each from 0 to 2,047. */
export type FourWords = readonly [number, number, number, number];

export interface ComparedKeys {
  /** The 16 bytes that both sides hold. */
  readonly secret: Uint8Array;
  readonly workspace: Uint8Array;
  /** The key of the side that lets in: an invitation's, or the old device's. */
  readonly host: Uint8Array;
  /** The keys of the side that comes. */
  readonly card: DeviceCard;
}

export async function fourWords({
  secret,
  workspace,
  host,
  card,
}: ComparedKeys): Promise<FourWords> {
  const { argon2id } = await loadSlowHash();
  const bytes = await argon2id({
    password: concat(contexts.words, workspace, host, card.sign, card.kem),
    salt: secret,
    memorySize: FLOOR.m,
    iterations: FLOOR.t,
    parallelism: FLOOR.p,
    hashLength: 8,
    outputType: 'binary',
  });
  const place = (i: number) =>
    (((bytes[2 * i] as number) << 8) | (bytes[2 * i + 1] as number)) % 2048;
  return [place(0), place(1), place(2), place(3)];
}

export function wordsIn(places: FourWords, language: WordsLanguage): readonly string[] {
  return places.map((at) => wordLists[language][at] as string);
}
