/**
 * A device's keys: Ed25519 to sign, X25519 to receive. Made from two seeds, so that tests repeat
 * and a recovery kit's words can be a device. Handles that come out of here cannot be exported.
 */

import { ed25519 } from '@noble/curves/ed25519.js';
import { type Bytes, concat } from '../envelope/bytes.ts';
import { kemPairFromSeed } from './kem.ts';
import type { DeviceKeys, DeviceSeeds, Random } from './types.ts';

/** What precedes the 32-byte seed of an Ed25519 private key in PKCS #8 (RFC 8410, section 7). */
const ED25519_PKCS8 = Uint8Array.from([
  0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
]);

export function createDeviceSeeds(random: Random): DeviceSeeds {
  return { sign: random(32), kem: random(32) };
}

export async function deviceFromSeeds(seeds: DeviceSeeds): Promise<DeviceKeys> {
  const sign = await crypto.subtle.importKey(
    'pkcs8',
    signSeedToPkcs8(seeds.sign),
    'Ed25519',
    false,
    ['sign'],
  );
  const { pair, pub } = await kemPairFromSeed(seeds.kem);
  return {
    card: { sign: ed25519.getPublicKey(seeds.sign) as Bytes, kemAlg: 1, kem: pub },
    sign,
    kem: pair,
  };
}

export function signSeedToPkcs8(seed: Uint8Array): Bytes {
  return concat(ED25519_PKCS8, seed);
}
