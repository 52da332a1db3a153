/**
 * One rule for signatures in every runtime. Engines disagree about signatures with a small-order
 * part (WebCrypto checks without the cofactor, ZIP-215 with it), and one disagreement about a chain
 * entry splits a workspace for good. WebCrypto's yes is always ZIP-215's yes; its no is asked again
 * of ZIP-215, whose answer is final. Honest signatures never get that far.
 */

import { ed25519 } from '@noble/curves/ed25519.js';
import { type Bytes, copyOf } from '../envelope/bytes.ts';

export async function sign(key: CryptoKey, message: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign('Ed25519', key, message));
}

/** Whether `pub` signed the message, by the rule above. Fast for honest signatures. */
export async function verify(pub: Uint8Array, sig: Uint8Array, message: Bytes): Promise<boolean> {
  return (await verifyNative(pub, sig, message)) || verifyNow(pub, sig, message);
}

/** The same verdict without waiting; some forty times slower. */
export function verifyNow(pub: Uint8Array, sig: Uint8Array, message: Uint8Array): boolean {
  try {
    return ed25519.verify(sig, message, pub, { zip215: true });
  } catch {
    return false;
  }
}

/** WebCrypto alone: exported for the tests that compare engines. */
export async function verifyNative(
  pub: Uint8Array,
  sig: Uint8Array,
  message: Bytes,
): Promise<boolean> {
  try {
    const key = await imported(pub);
    return await crypto.subtle.verify('Ed25519', key, copyOf(sig), message);
  } catch {
    return false;
  }
}

const handles = new WeakMap<Uint8Array, Promise<CryptoKey>>();

/** Device keys in the chain are the same objects for life, so their handles are made once. */
function imported(pub: Uint8Array): Promise<CryptoKey> {
  const known = handles.get(pub);
  if (known !== undefined) return known;
  const handle = crypto.subtle.importKey('raw', copyOf(pub), 'Ed25519', true, ['verify']);
  handles.set(pub, handle);
  return handle;
}
