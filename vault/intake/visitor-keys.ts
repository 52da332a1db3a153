/** What a visitor's page makes of its link. It needs no curve: it weighs what it weighs on a slow network. */
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import type { Bytes } from '../envelope/bytes.ts';
import { type Context, contexts, hash } from '../envelope/contexts.ts';
import { epochSecret } from '../identity/secret.ts';
import type { Secret } from '../identity/types.ts';
import type { ChildAddress } from '../log/children.ts';

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

export interface Sealed {
  readonly secret: Secret;
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

/** HKDF-SHA-256 of a link's or an intake's secret. */
export function expand(secret: Uint8Array, context: Context, length: number): Bytes {
  return Uint8Array.from(hkdf(sha256, secret, undefined, contexts[context], length));
}
