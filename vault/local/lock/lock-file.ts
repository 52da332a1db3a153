/**
 * The lock of one place: how hard the words are to guess, and the local root sealed under them. It
 * is the only thing in the store that is readable without words, and holds nothing else.
 *
 *   JSON { format: 1, kdf: { name: "argon2id", m, t, p, salt }, root, sum }    bytes as base64url
 *
 * `sum` is the SHA-256 of "m.t.p.salt.root" as written. It proves nothing about who wrote them: it tells
 * a damaged lock from wrong words, so that nobody doubts their paper because of a bad disk.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { type Bytes, bytesToText, textToBytes, utf8Bytes } from '../../envelope/bytes.ts';
import type { Random } from '../../identity/types.ts';
import { openRecord, sealRecord } from '../root.ts';
import { deriveFromWords, isStrongEnough, type KdfParameters, newParameters } from './kdf.ts';

/** The format of everything in a place; `migrate.ts` brings older ones up. */
export const FORMAT = 1;

export interface LockFile {
  readonly format: number;
  readonly kdf: KdfParameters;
  readonly root: Uint8Array;
}

export type LockFileRefusal =
  | { readonly type: 'LockDamaged' }
  | { readonly type: 'LockWeakened' }
  | { readonly type: 'NewerVersion' };

/** Reads a lock. Needs no words; call it before asking for any. */
export function readLock(bytes: Uint8Array): LockFile | LockFileRefusal {
  const read = parse(bytes);
  if (!read) return { type: 'LockDamaged' };
  if (read.format > FORMAT) return { type: 'NewerVersion' };
  const { kdf, root, sum } = read;
  const salt = kdf && typeof kdf.salt === 'string' ? textToBytes(kdf.salt) : null;
  const sealed = typeof root === 'string' ? textToBytes(root) : null;
  if (kdf?.name !== 'argon2id' || !salt || !sealed) return { type: 'LockDamaged' };
  const parameters = { m: Number(kdf.m), t: Number(kdf.t), p: Number(kdf.p), salt };
  if (!isStrongEnough(parameters)) return { type: 'LockWeakened' };
  if (sum !== sumOf(parameters, String(root))) return { type: 'LockDamaged' };
  return { format: read.format, kdf: parameters, root: sealed };
}

/** A new lock around the root. `text` is `keyText` of the words. */
export async function makeLock(text: string, root: Bytes, random: Random): Promise<Bytes> {
  const kdf = newParameters(random);
  const sealed = await sealRecord(await keyOf(text, kdf), about(kdf), root, random);
  const rootText = bytesToText(sealed);
  return utf8Bytes(
    JSON.stringify({
      format: FORMAT,
      kdf: { name: 'argon2id', m: kdf.m, t: kdf.t, p: kdf.p, salt: bytesToText(kdf.salt) },
      root: rootText,
      sum: sumOf(kdf, rootText),
    }),
  );
}

function sumOf({ m, t, p, salt }: KdfParameters, root: string): string {
  return bytesToText(sha256(utf8Bytes([m, t, p, bytesToText(salt), root].join('.'))));
}

/** The root, or null where the words are not these. Only give it a lock from `readLock`. */
export async function openLock(lock: LockFile, text: string): Promise<Bytes | null> {
  return openRecord(await keyOf(text, lock.kdf), about(lock.kdf), lock.root);
}

async function keyOf(text: string, kdf: KdfParameters): Promise<CryptoKey> {
  const derived = await deriveFromWords(text, kdf);
  return crypto.subtle.importKey('raw', derived, 'HKDF', false, ['deriveBits']);
}

/** Binds the sealed root to the parameters it was sealed with. */
function about({ m, t, p }: KdfParameters): string {
  return `lock/${m}/${t}/${p}`;
}

interface Parsed {
  readonly format: number;
  readonly kdf?: Readonly<Record<string, unknown>>;
  readonly root?: unknown;
  readonly sum?: unknown;
}

function parse(bytes: Uint8Array): Parsed | undefined {
  try {
    const read = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Parsed;
    return typeof read === 'object' && Number.isSafeInteger(read?.format) ? read : undefined;
  } catch {
    return undefined;
  }
}
