/** Epoch keys and circle keys: 32 random bytes, held as HKDF handles that cannot be exported. */

import type { Bytes } from '../envelope/bytes.ts';
import { type Context, contexts } from '../envelope/contexts.ts';
import { kemPairFromSeed } from './kem.ts';
import type { CircleSecret, Secret } from './types.ts';

export async function epochSecret(raw: Bytes): Promise<Secret> {
  return epochSecretFromHandle(await handleFor(raw));
}

export async function circleSecret(raw: Bytes): Promise<CircleSecret> {
  return circleSecretFromHandle(await handleFor(raw));
}

/** From a handle that local storage unwrapped. */
export async function epochSecretFromHandle(key: CryptoKey): Promise<Secret> {
  return { key, commit: await expand(key, 'epoch-commit') };
}

export async function circleSecretFromHandle(key: CryptoKey): Promise<CircleSecret> {
  const { pair, pub } = await kemPairFromSeed(await expand(key, 'circle-kem'));
  return { key, commit: await expand(key, 'circle-commit'), kem: pair, kemPub: pub };
}

function handleFor(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveBits']);
}

async function expand(key: CryptoKey, context: Context): Promise<Bytes> {
  const algorithm = {
    name: 'HKDF',
    hash: 'SHA-256',
    salt: new Uint8Array(0),
    info: contexts[context],
  };
  return new Uint8Array(await crypto.subtle.deriveBits(algorithm, key, 256));
}
