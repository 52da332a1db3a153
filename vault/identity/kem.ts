/**
 * HPKE (RFC 9180), base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. Single shots
 * only: a context that lives on would have a counter to repeat. Who sealed is said by the signature
 * of the entry around it.
 */

import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { type Bytes, concat, copyOf } from '../envelope/bytes.ts';
import type { Random } from './types.ts';

/** enc, then what an AEAD adds to the plaintext. */
export const SEAL_OVERHEAD = 32 + 16;

const kem = new DhkemX25519HkdfSha256();
const suite = new CipherSuite({ kem, kdf: new HkdfSha256(), aead: new Aes256Gcm() });

/** The pair that derives from a seed (RFC 9180, 7.1.3). The private key cannot be exported. */
export async function kemPairFromSeed(seed: Bytes): Promise<{ pair: CryptoKeyPair; pub: Bytes }> {
  const made = await kem.deriveKeyPair(seed);
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', made.privateKey);
  const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, 'X25519', false, ['deriveBits']);
  const pub = new Uint8Array(await crypto.subtle.exportKey('raw', made.publicKey));
  return { pair: { publicKey: made.publicKey, privateKey }, pub };
}

/** The PKCS #8 form of the pair's private key, for local storage to wrap. */
export async function kemSeedToPkcs8(seed: Bytes): Promise<Bytes> {
  const made = await kem.deriveKeyPair(seed);
  return new Uint8Array(await crypto.subtle.exportKey('pkcs8', made.privateKey));
}

export async function importKemPublic(pub: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', copyOf(pub), 'X25519', true, []);
}

/**
 * enc ‖ ciphertext, for the holder of `to`. The one-use key pair derives from 32 fresh bytes of
 * `random`, which is what makes tests repeat.
 */
export async function sealTo(
  to: Uint8Array,
  info: Bytes,
  plaintext: Bytes,
  random: Random,
): Promise<Bytes> {
  const { enc, ct } = await suite.seal(
    { recipientPublicKey: await importKemPublic(to), info: info.buffer, ekm: random(32).buffer },
    plaintext.buffer,
  );
  return concat(new Uint8Array(enc), new Uint8Array(ct));
}

/** What was sealed, or null where it was not sealed to this pair for this use. */
export async function openSealed(
  pair: CryptoKeyPair,
  info: Bytes,
  sealed: Uint8Array,
): Promise<Bytes | null> {
  if (sealed.length < SEAL_OVERHEAD) return null;
  const bytes = copyOf(sealed);
  try {
    return new Uint8Array(
      await suite.open(
        { recipientKey: pair, enc: bytes.slice(0, 32).buffer, info: info.buffer },
        bytes.slice(32).buffer,
      ),
    );
  } catch {
    return null;
  }
}
