/**
 * Which public keys may enter the chain. A key with a small-order part would let its owner sign
 * what some engines accept and others refuse; a low-order X25519 key would stop everybody from
 * wrapping the next epoch's key.
 */

import { ed25519, x25519 } from '@noble/curves/ed25519.js';
import { copyOf, sameBytes } from '../envelope/bytes.ts';
import type { DeviceCard } from './types.ts';

export function isAdmissible(card: DeviceCard): boolean {
  return card.kemAlg === 1 && isAdmissibleSignKey(card.sign) && isAdmissibleKemKey(card.kem);
}

/** Canonical, not of small order, free of torsion. */
export function isAdmissibleSignKey(pub: Uint8Array): boolean {
  if (pub.length !== 32) return false;
  try {
    const point = ed25519.Point.fromBytes(copyOf(pub), false);
    return sameBytes(point.toBytes(), pub) && !point.isSmallOrder() && point.isTorsionFree();
  } catch {
    return false;
  }
}

/** 2^255 − 19, little-endian. */
const FIELD = Uint8Array.from([0xed, ...Array<number>(30).fill(0xff), 0x7f]);
const ANY_SCALAR = new Uint8Array(32).fill(0x42);

/** Canonical and of a point that gives a shared secret. */
export function isAdmissibleKemKey(pub: Uint8Array): boolean {
  if (pub.length !== 32 || !isBelowField(pub)) return false;
  try {
    x25519.getSharedSecret(ANY_SCALAR, copyOf(pub));
    return true;
  } catch {
    return false;
  }
}

function isBelowField(bytes: Uint8Array): boolean {
  for (let i = 31; i >= 0; i--) {
    const difference = (bytes[i] as number) - (FIELD[i] as number);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
