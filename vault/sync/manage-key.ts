/**
 * What stewards sign operations on a stream with: an Ed25519 key that derives from their circle's key,
 * so that it changes when a steward goes. An operation is bytes of JSON; its counter makes it good
 * once, the stream's id before it makes it good there only.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import { type Bytes, concat, utf8Bytes } from '../envelope/bytes.ts';
import { contexts } from '../envelope/contexts.ts';
import { signSeedToPkcs8 } from '../identity/device.ts';
import { sign } from '../identity/signing.ts';
import type { CircleSecret } from '../identity/types.ts';
import { expand } from './tokens.ts';

export interface ManageKey {
  readonly pub: Bytes;
  sign(stream: Uint8Array, operation: ManageOperation): Promise<SignedOperation>;
}

/** All texts are base64url; times are seconds since 1970. */
export type ManageOperation = { readonly counter: number } & (
  | {
      readonly op: 'swap';
      readonly tail: string;
      readonly read: string;
      readonly append: string;
      readonly manage?: string;
    }
  | { readonly op: 'expire'; readonly at: number }
  | { readonly op: 'trim'; readonly before: string }
  | { readonly op: 'delete' }
);

export interface SignedOperation {
  readonly bytes: Bytes;
  readonly signature: Bytes;
}

export async function manageKeyOf(stewards: CircleSecret): Promise<ManageKey> {
  const seed = await expand(stewards.key, contexts['manage-key']);
  const pub = ed25519.getPublicKey(seed) as Bytes;
  const pkcs8 = signSeedToPkcs8(seed);
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, 'Ed25519', false, ['sign']);
  seed.fill(0);
  pkcs8.fill(0);
  return {
    pub,
    async sign(stream, operation) {
      const bytes = utf8Bytes(JSON.stringify(operation));
      return { bytes, signature: await sign(key, concat(contexts.manage, stream, bytes)) };
    },
  };
}
