/**
 * A page for people with nothing installed has two small streams: the *notice*, which says what is
 * asked, and the *inbox*, into which they answer. Everything comes from one secret of 16 bytes that the
 * core team keeps. From it, one way, comes the link's own secret: who has the link can read the notice
 * and add to the inbox; they can neither change what is asked nor read who answered.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { type Bytes, concat } from '../envelope/bytes.ts';
import { type Context, contexts, hash } from '../envelope/contexts.ts';
import { signSeedToPkcs8 } from '../identity/device.ts';
import { epochSecret } from '../identity/secret.ts';
import type { Secret } from '../identity/types.ts';
import type { ChildAddress } from '../log/children.ts';

/** Whoever asks: makes both streams, says what is asked, reads what came. */
export interface IntakeKeys {
  readonly link: VisitSecrets;
  readonly notice: ChildAddress & Sealed;
  readonly inbox: ChildAddress & Sealed;
  /** Signs notices. */
  readonly sign: CryptoKey;
  readonly signPub: Bytes;
}

/** Whoever was sent the link. */
export interface VisitorKeys {
  readonly notice: Omit<ChildAddress, 'append'> & Sealed;
  readonly inbox: Omit<ChildAddress, 'read'> & Sealed;
  readonly author: Bytes;
}

/** What the link carries: its secret, and by what the notice's author is known. 16 bytes each. */
export interface VisitSecrets {
  readonly secret: Bytes;
  readonly author: Bytes;
}

interface Sealed {
  readonly secret: Secret;
}

export async function intakeKeys(secret: Uint8Array): Promise<IntakeKeys> {
  const okm = expand(secret, 'intake', 112);
  const seed = okm.slice(80, 112);
  const signPub = ed25519.getPublicKey(seed) as Bytes;
  const pkcs8 = signSeedToPkcs8(seed);
  const sign = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
  const link = { secret: okm.slice(0, 16), author: authorOf(signPub) };
  const { notice, inbox } = await visitorKeys(link);
  return {
    link,
    notice: { ...notice, append: okm.slice(16, 48) },
    inbox: { ...inbox, read: okm.slice(48, 80) },
    sign,
    signPub,
  };
}

export async function visitorKeys({ secret, author }: VisitSecrets): Promise<VisitorKeys> {
  const okm = expand(secret, 'visit', 160);
  return {
    notice: {
      id: okm.slice(0, 16),
      read: okm.slice(16, 48),
      secret: await epochSecret(okm.slice(48, 80)),
    },
    inbox: {
      id: okm.slice(80, 96),
      append: okm.slice(96, 128),
      secret: await epochSecret(okm.slice(128, 160)),
    },
    author,
  };
}

/** The first half of a hash of the key: enough that nobody finds another key for it. */
export function authorOf(signPub: Uint8Array): Bytes {
  return hash('author', signPub).slice(0, 16);
}

function expand(secret: Uint8Array, context: Context, length: number): Bytes {
  return Uint8Array.from(hkdf(sha256, secret, undefined, concat(contexts[context]), length));
}
