/**
 * Keys on their way to and from local storage: wrapped with AES-256-GCM under a key that storage
 * owns (usages `wrapKey`, `unwrapKey`). What is unwrapped cannot be exported. Each wrap is
 * `iv[12] ‖ ciphertext`, bound to what it is for, so that one can never stand in for another.
 */

import { type Bytes, concat, copyOf, utf8Bytes } from '../envelope/bytes.ts';
import { signSeedToPkcs8 } from './device.ts';
import { importKemPublic, kemSeedToPkcs8 } from './kem.ts';
import { circleSecretFromHandle, epochSecretFromHandle } from './secret.ts';
import type { CircleSecret, DeviceCard, DeviceKeys, DeviceSeeds, Random, Secret } from './types.ts';

/** A device at rest: its public half as it is, its private keys wrapped. */
export interface WrappedDevice {
  readonly card: DeviceCard;
  readonly sign: Uint8Array;
  readonly kem: Uint8Array;
}

export async function wrapDevice(
  seeds: DeviceSeeds,
  card: DeviceCard,
  by: CryptoKey,
  random: Random,
): Promise<WrappedDevice> {
  const sign = await crypto.subtle.importKey(
    'pkcs8',
    signSeedToPkcs8(seeds.sign),
    'Ed25519',
    true,
    ['sign'],
  );
  const kem = await crypto.subtle.importKey(
    'pkcs8',
    await kemSeedToPkcs8(seeds.kem),
    'X25519',
    true,
    ['deriveBits'],
  );
  return {
    card,
    sign: await wrap('pkcs8', sign, by, 'device/sign', random),
    kem: await wrap('pkcs8', kem, by, 'device/kem', random),
  };
}

/** The device's keys, or null where the wraps were changed or are under another key. */
export async function unwrapDevice(
  wrapped: WrappedDevice,
  by: CryptoKey,
): Promise<DeviceKeys | null> {
  const sign = await unwrap('pkcs8', wrapped.sign, by, 'device/sign', 'Ed25519', ['sign']);
  const kem = await unwrap('pkcs8', wrapped.kem, by, 'device/kem', 'X25519', ['deriveBits']);
  if (sign === null || kem === null) return null;
  const publicKey = await importKemPublic(wrapped.card.kem);
  return { card: wrapped.card, sign, kem: { publicKey, privateKey: kem } };
}

/** Wraps an epoch's or a circle's raw key. `use` names it: `epoch/3`, `circle/<id>/2`. */
export async function wrapRaw(
  raw: Bytes,
  use: string,
  by: CryptoKey,
  random: Random,
): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', true, ['encrypt']);
  return wrap('raw', key, by, use, random);
}

export async function unwrapEpoch(
  wrapped: Uint8Array,
  use: string,
  by: CryptoKey,
): Promise<Secret | null> {
  const key = await unwrap('raw', wrapped, by, use, 'HKDF', ['deriveBits']);
  return key === null ? null : epochSecretFromHandle(key);
}

export async function unwrapCircle(
  wrapped: Uint8Array,
  use: string,
  by: CryptoKey,
): Promise<CircleSecret | null> {
  const key = await unwrap('raw', wrapped, by, use, 'HKDF', ['deriveBits']);
  return key === null ? null : circleSecretFromHandle(key);
}

/** The raw key itself: only for a keyring's `reveal`, when this person adds a device. */
export async function unwrapRaw(
  wrapped: Uint8Array,
  use: string,
  by: CryptoKey,
): Promise<Bytes | null> {
  const key = await unwrap('raw', wrapped, by, use, 'AES-GCM', ['encrypt'], true);
  return key === null ? null : new Uint8Array(await crypto.subtle.exportKey('raw', key));
}

async function wrap(
  format: 'raw' | 'pkcs8',
  key: CryptoKey,
  by: CryptoKey,
  use: string,
  random: Random,
): Promise<Bytes> {
  const iv = random(12);
  const ct = await crypto.subtle.wrapKey(format, key, by, parameters(iv, use));
  return concat(iv, new Uint8Array(ct));
}

async function unwrap(
  format: 'raw' | 'pkcs8',
  wrapped: Uint8Array,
  by: CryptoKey,
  use: string,
  algorithm: string,
  usages: KeyUsage[],
  extractable = false,
): Promise<CryptoKey | null> {
  const bytes = copyOf(wrapped);
  const how = parameters(bytes.slice(0, 12), use);
  try {
    return await crypto.subtle.unwrapKey(
      format,
      bytes.slice(12),
      by,
      how,
      algorithm,
      extractable,
      usages,
    );
  } catch {
    return null;
  }
}

function parameters(iv: Bytes, use: string): AesGcmParams {
  return { name: 'AES-GCM', iv, additionalData: utf8Bytes(`alongside/local/${use}`) };
}
