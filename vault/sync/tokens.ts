/**
 * What a relay asks for: a token to read a stream and one to append, which derive from an epoch's
 * key, so that whoever has the key has them and nobody is told. The relay keeps their hashes.
 */
import { type Bytes, concat, uint32 } from '../envelope/bytes.ts';
import { contexts, plainHash } from '../envelope/contexts.ts';
import type { Secret } from '../identity/types.ts';

export interface Tokens {
  readonly epoch: number;
  readonly read: Bytes;
  readonly append: Bytes;
}

export async function tokensOf(secret: Secret, stream: Uint8Array, epoch: number): Promise<Tokens> {
  const of = (context: 'read' | 'append') =>
    expand(secret.key, concat(contexts[context], stream, uint32(epoch)));
  return { epoch, read: await of('read'), append: await of('append') };
}

/** What the relay is given to know a token by. */
export function verifierOf(token: Uint8Array): Bytes {
  return plainHash(token);
}

/** 32 bytes of HKDF-SHA-256 for one use. */
export async function expand(key: CryptoKey, info: Bytes): Promise<Bytes> {
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, 256));
}
