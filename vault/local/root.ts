/**
 * The local root: 32 random bytes that everything at rest hangs on. Words (and the kit) wrap it;
 * from it come the key that wraps keys and the key that seals data. In use it is a handle that
 * cannot be exported, which may pass to another tab of the same browser.
 */
import { type Bytes, concat, copyOf, sameBytes, utf8Bytes } from '../envelope/bytes.ts';
import { keyAndCommit, openOnce, sealOnce } from '../envelope/seal.ts';
import type { Random } from '../identity/types.ts';

export interface LocalKeys {
  /** HKDF handle; what another tab is given. */
  readonly root: CryptoKey;
  /** Wraps device, epoch and circle keys (AES-256-GCM, `wrapKey` and `unwrapKey` only). */
  readonly wraps: CryptoKey;
  /** HKDF handle from which each sealed record draws its own key. */
  readonly data: CryptoKey;
}

/** What each key drawn from a root, a kit or words is for. None is a prefix of another. */
const uses = {
  wraps: utf8Bytes('alongside/local/v1/wraps-key\0'),
  data: utf8Bytes('alongside/local/v1/data-key\0'),
  record: utf8Bytes('alongside/local/v1/record\0'),
  same: utf8Bytes('alongside/local/v1/same-root\0'),
};

export async function rootHandle(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveBits', 'deriveKey']);
}

/** Whether these are the root's own bytes. Only the handle in memory can tell: what lies in a store may be anybody's. */
export async function isRoot(raw: Bytes, root: CryptoKey): Promise<boolean> {
  const derived = await Promise.all(
    [await rootHandle(raw), root].map((by) =>
      crypto.subtle.deriveBits(
        { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: uses.same },
        by,
        256,
      ),
    ),
  );
  const [mine, theirs] = derived.map((bits) => new Uint8Array(bits));
  return mine !== undefined && theirs !== undefined && sameBytes(mine, theirs);
}

export async function localKeys(root: CryptoKey): Promise<LocalKeys> {
  const wraps = await crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: uses.wraps },
    root,
    { name: 'AES-GCM', length: 256 },
    false,
    ['wrapKey', 'unwrapKey'],
  );
  const data = await crypto.subtle.deriveBits(
    { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: uses.data },
    root,
    256,
  );
  const sealing = await crypto.subtle.importKey('raw', data, 'HKDF', false, ['deriveBits']);
  return { root, wraps, data: sealing };
}

const SALT = 32;
const COMMIT = 32;
/** The place is in the key already. */
const nothingBeside = new Uint8Array(0);

/**
 * Seals bytes for one place in the store: `salt[32] | commit[32] | ct`, with a key of its own from
 * 32 random bytes, like a wire. What was sealed for one place opens at no other.
 */
export async function sealRecord(
  by: CryptoKey,
  place: string,
  bytes: Uint8Array,
  random: Random,
): Promise<Bytes> {
  const salt = random(SALT);
  const { key, commit } = await keyAndCommit(by, salt, concat(uses.record, utf8Bytes(place)));
  return concat(salt, commit, await sealOnce(key, copyOf(bytes), nothingBeside));
}

/** The bytes, or null where any of them, or the place, was changed. */
export async function openRecord(
  by: CryptoKey,
  place: string,
  sealed: Uint8Array,
): Promise<Bytes | null> {
  if (sealed.length < SALT + COMMIT + 16) return null;
  const salt = copyOf(sealed.subarray(0, SALT));
  const { key, commit } = await keyAndCommit(by, salt, concat(uses.record, utf8Bytes(place)));
  if (commit.some((byte, i) => byte !== sealed[SALT + i])) return null;
  return openOnce(key, sealed.subarray(SALT + COMMIT), nothingBeside);
}
