/**
 * A page for people with nothing installed has two small streams: the *notice*, which says what is
 * asked, and the *inbox*, into which they answer. Everything comes from one secret of 16 bytes that the
 * core team keeps. From it, one way, comes the link's own secret: who has the link can read the notice
 * and add to the inbox; they can neither change what is asked nor read who answered.
 */
import { ed25519 } from '@noble/curves/ed25519.js';
import type { Bytes } from '../envelope/bytes.ts';
import { signSeedToPkcs8 } from '../identity/device.ts';
import type { ChildAddress } from '../log/children.ts';
import { authorOf, expand, type Sealed, type VisitSecrets, visitorKeys } from './visitor-keys.ts';

/** Whoever asks: makes both streams, says what is asked, reads what came. */
export interface IntakeKeys {
  readonly link: VisitSecrets;
  readonly notice: ChildAddress & Sealed;
  readonly inbox: ChildAddress & Sealed;
  /** Signs notices. */
  readonly sign: CryptoKey;
  readonly signPub: Bytes;
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
