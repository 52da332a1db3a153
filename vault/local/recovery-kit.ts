/**
 * The recovery kit: twelve words that stand for 16 random bytes and a checksum, as in BIP-39. From
 * those bytes come a recovery device (listed in the chain, revocable like any), the key that opens
 * this store when the six words are forgotten, and the age identity that opens own backups.
 *
 * The words may be of any of the three lists; what counts is their places, so that the checksum is
 * computed over English and a kit in Arabic is as good as one in Spanish.
 */

import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import type { KitSeed } from './kit-keys.ts';
import { readWords, type WordsLanguage, type WordsRefusal, wordLists } from './words/lists.ts';

export const KIT_WORDS = 12;

export type KitWordsRefusal =
  | WordsRefusal
  /** All words are known, but not in this order: one was misread. */
  | { readonly type: 'KitMistyped' };

export function kitToWords(seed: KitSeed, language: WordsLanguage): readonly string[] {
  const places = entropyToMnemonic(seed, english)
    .split(' ')
    .map((word) => english.indexOf(word));
  return places.map((at) => wordLists[language][at] as string);
}

export function wordsToKit(typed: string): KitSeed | KitWordsRefusal {
  const read = readWords(typed, KIT_WORDS);
  if ('type' in read) return read;
  try {
    const words = read.places.map((at) => english[at]).join(' ');
    return Uint8Array.from(mnemonicToEntropy(words, english));
  } catch {
    return { type: 'KitMistyped' };
  }
}
