/** The keys of a recovery kit, from its 16 bytes (`recovery-kit.ts` has its words). */
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { type Bytes, utf8Bytes } from '../envelope/bytes.ts';
import type { DeviceSeeds, Random } from '../identity/types.ts';

/** 16 bytes: the whole secret of a kit. */
export type KitSeed = Bytes;

export function createKitSeed(random: Random): KitSeed {
  return random(16);
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
