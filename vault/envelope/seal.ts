/**
 * A message as it travels: `ver | suite | kid[8] | salt[32] | commit[32] | ct`. Key, nonce and
 * commitment are made anew for each message from the epoch's key and 32 random bytes, so no counter
 * can roll back and no ciphertext opens under two keys. The signature is inside: the relay never
 * sees who wrote.
 */

import type { Random, Secret } from '../identity/types.ts';
import { type Bytes, bytesToText, concat, copyOf, sameBytes } from './bytes.ts';
import { contexts, hash } from './contexts.ts';
import { pad, unpad } from './padding.ts';

export const VERSION = 1;
export const SUITE = 1;
const KID = 2;
const SALT = KID + 8;
const COMMIT = SALT + 32;
export const HEADER = COMMIT + 32;
const TAG = 16;
/** Bytes of a wire besides the padded plaintext. */
export const AROUND = HEADER + TAG;
/** No wire is larger (a chain entry that wraps to hundreds of devices). */
export const MAX_WIRE = 1024 * 1024;
/** No wire that carries content is larger. */
export const MAX_CONTENT_WIRE = 256 * 1024;

/** Which epoch of which stream a message is for; eight bytes. */
export function kidFor(epochCommit: Uint8Array, stream: Uint8Array): Bytes {
  return hash('kid', epochCommit, stream).slice(0, 8);
}

/** The header's parts, or null where the message is too short to be one. Nothing is checked. */
export function readHeader(wire: Uint8Array) {
  if (wire.length < AROUND) return null;
  return {
    known: wire[0] === VERSION && wire[1] === SUITE,
    kid: bytesToText(wire.subarray(KID, SALT)),
  };
}

/** Seals a plaintext under the epoch's key for one stream. */
export async function sealWire(
  plaintext: Uint8Array,
  secret: Secret,
  stream: Uint8Array,
  random: Random,
): Promise<Bytes> {
  const prefix = concat(Uint8Array.of(VERSION, SUITE), kidFor(secret.commit, stream));
  const salt = random(32);
  const okm = await entryKey(secret, salt, stream, prefix);
  const header = concat(prefix, salt, okm.commit);
  return concat(header, await sealOnce(okm.key, pad(plaintext, AROUND), concat(stream, header)));
}

/** The plaintext, or the first thing that is wrong. The commitment is compared before opening. */
export async function openWire(
  wire: Uint8Array,
  secret: Secret,
  stream: Uint8Array,
): Promise<Uint8Array | 'CommitmentDiffers' | 'SealBroken' | 'PaddingBroken'> {
  const header = wire.subarray(0, HEADER);
  const okm = await entryKey(
    secret,
    copyOf(header.subarray(SALT, COMMIT)),
    stream,
    header.subarray(0, SALT),
  );
  if (!sameBytes(okm.commit, header.subarray(COMMIT))) return 'CommitmentDiffers';
  const padded = await openOnce(okm.key, wire.subarray(HEADER), concat(stream, header));
  return padded === null ? 'SealBroken' : (unpad(padded, AROUND) ?? 'PaddingBroken');
}

/** The key and commitment of one message; `prefix` is ver ‖ suite ‖ kid. */
async function entryKey(secret: Secret, salt: Bytes, stream: Uint8Array, prefix: Uint8Array) {
  return keyAndCommit(secret.key, salt, concat(contexts['entry-key'], stream, prefix));
}

/** 64 bytes of HKDF-SHA-256: an AES-256-GCM key and the commitment that is sent beside it. */
export async function keyAndCommit(
  secret: CryptoKey,
  salt: Bytes,
  info: Bytes,
): Promise<{ key: CryptoKey; commit: Bytes }> {
  const okm = new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, secret, 512),
  );
  const key = await crypto.subtle.importKey('raw', okm.slice(0, 32), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  return { key, commit: okm.slice(32) };
}

/** AES-256-GCM under a key that seals nothing else, so that its nonce may be zero. */
export async function sealOnce(key: CryptoKey, plaintext: Bytes, data: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.encrypt(withData(data), key, plaintext));
}

/** The plaintext, or null where a bit of the ciphertext or of `data` is another. */
export async function openOnce(key: CryptoKey, ct: Uint8Array, data: Bytes): Promise<Bytes | null> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt(withData(data), key, copyOf(ct)));
  } catch {
    return null;
  }
}

function withData(additionalData: Bytes) {
  return { name: 'AES-GCM', iv: new Uint8Array(12), additionalData };
}
