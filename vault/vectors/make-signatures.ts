/**
 * Ed25519 signatures at the edges, where engines disagree: torsion in R or in the key, small-order
 * keys, encodings that are not canonical, S at and above the group's order.
 */

import { ed25519 } from '@noble/curves/ed25519.js';
import { sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { verifyNow } from '../identity/signing.ts';

export interface SignatureVector {
  readonly name: string;
  readonly pub: string;
  readonly message: string;
  readonly sig: string;
  /** The one verdict. */
  readonly valid: boolean;
}

const { Point } = ed25519;
type P = InstanceType<typeof Point>;
const L = Point.Fn.ORDER;
const message = Uint8Array.from([1, 2, 3]);
const seedScalar = 0x1234567890abcdef1234567890abcdefn;
const nonce = 0xfedcba0987654321fedcba0987654321n;

/** A point of order eight; its multiples are all small-order points. */
const torsion = Point.fromHex('c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a');

const multiples: readonly P[] = Array.from({ length: 8 }, (_, i) => {
  let point: P = Point.ZERO;
  for (let k = 0; k < i; k++) point = point.add(torsion);
  return point;
});

/** Encodings of small-order points that only a lenient reader takes. */
const odd = [
  '0100000000000000000000000000000000000000000000000000000000000080',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff',
];

export function makeSignatureVectors(): readonly SignatureVector[] {
  const vectors: SignatureVector[] = [];
  const add = (name: string, pub: Uint8Array, sig: Uint8Array) => {
    vectors.push({
      name,
      pub: bytesToHex(pub),
      message: bytesToHex(message),
      sig: bytesToHex(sig),
      valid: verifyNow(pub, sig, message),
    });
  };
  const key = Point.BASE.multiply(seedScalar);
  const honest = signed(key.toBytes(), Point.BASE.multiply(nonce).toBytes(), nonce, seedScalar);
  add('honest', key.toBytes(), honest);
  multiples.slice(1).forEach((small, i) => {
    const R = Point.BASE.multiply(nonce).add(small).toBytes();
    add(`R with torsion ${i + 1}`, key.toBytes(), signed(key.toBytes(), R, nonce, seedScalar));
  });
  multiples.slice(1).forEach((small, i) => {
    const pub = key.add(small).toBytes();
    const R = Point.BASE.multiply(nonce).toBytes();
    add(`key with torsion ${i + 1}`, pub, signed(pub, R, nonce, seedScalar));
  });
  multiples.forEach((pub, i) => {
    const R = Point.BASE.multiply(nonce).toBytes();
    add(`small-order key ${i}`, pub.toBytes(), signed(pub.toBytes(), R, nonce, 0n));
    add(`small-order key ${i}, R small, S 0`, pub.toBytes(), withS(multiples[1]?.toBytes(), 0n));
  });
  odd.forEach((hex, i) => {
    const bytes = hexToBytes(hex);
    const R = Point.BASE.multiply(nonce).toBytes();
    add(`odd key ${i}`, bytes, signed(bytes, R, nonce, 0n));
    add(`odd R ${i}`, key.toBytes(), signed(key.toBytes(), bytes, 0n, seedScalar));
  });
  const s = toNumber(honest.slice(32));
  add('S plus the order', key.toBytes(), withS(honest.slice(0, 32), s + L));
  add('S is the order', key.toBytes(), withS(honest.slice(0, 32), L));
  add('S is the greatest', key.toBytes(), withS(honest.slice(0, 32), 2n ** 256n - 1n));
  add('S is zero', key.toBytes(), withS(honest.slice(0, 32), 0n));
  add('another S', key.toBytes(), withS(honest.slice(0, 32), s === 1n ? 2n : s - 1n));
  add('R of another', key.toBytes(), concatBytes(key.toBytes(), honest.slice(32)));
  add('key that is no point', new Uint8Array(32).fill(2), honest);
  add('all zero', key.toBytes(), new Uint8Array(64));
  return vectors;
}

/** R and S = r + H(R, A, M) a. */
function signed(pub: Uint8Array, R: Uint8Array, r: bigint, a: bigint): Uint8Array {
  const k = toNumber(sha512(concatBytes(R, pub, message))) % L;
  return withS(R, (r + k * a) % L);
}

function withS(R: Uint8Array | undefined, s: bigint): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set(R ?? new Uint8Array(32));
  for (let i = 0; i < 32; i++) bytes[32 + i] = Number((s >> BigInt(8 * i)) & 255n);
  return bytes;
}

function toNumber(littleEndian: Uint8Array): bigint {
  return littleEndian.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}
