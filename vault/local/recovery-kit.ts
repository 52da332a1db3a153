/**
 * The recovery kit: twelve words that stand for 16 random bytes and a checksum, as in BIP-39. From
 * those bytes come a recovery device (listed in the chain, revocable like any), the key that opens
 * this store when the six words are forgotten, and the age identity that opens own backups.
 *
 * The words may be of any of the three lists; what counts is their places, so that the checksum is
 * computed over English and a kit in Arabic is as good as one in Spanish.
 */

import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { entropyToMnemonic, mnemonicToEntropy } from '@scure/bip39';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { type Bytes, utf8Bytes } from '../envelope/bytes.ts';
import type { DeviceSeeds, Random } from '../identity/types.ts';
import { readWords, type WordsLanguage, type WordsRefusal, wordLists } from './words/lists.ts';

export const KIT_WORDS = 12;

/** 16 bytes: the whole secret of a kit. */
export type KitSeed = Bytes;

export type KitWordsRefusal =
  | WordsRefusal
  /** All words are known, but not in this order: one was misread. */
  | { readonly type: 'KitMistyped' };

export function createKitSeed(random: Random): KitSeed {
  return random(16);
}

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

export function deviceOfKit(seed: KitSeed): DeviceSeeds {
  return { sign: from(seed, 'sign'), kem: from(seed, 'kem') };
}

/** Seals the local root a second time. */
export async function lockKeyOfKit(seed: KitSeed): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', from(seed, 'lock'), 'HKDF', false, ['deriveBits']);
}

/** An X25519 private key for age. */
export function backupKeyOfKit(seed: KitSeed): Bytes {
  return from(seed, 'backup');
}

function from(seed: KitSeed, use: 'sign' | 'kem' | 'lock' | 'backup'): Bytes {
  const info = utf8Bytes(`alongside/local/v1/kit-${use}\0`);
  return Uint8Array.from(hkdf(sha256, seed, undefined, info, 32));
}
