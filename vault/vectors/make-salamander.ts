/**
 * One ciphertext that AES-GCM opens under two keys: GHASH is linear, so one block can be chosen to
 * make both tags equal. The commitment, not the cipher, is what refuses it.
 */

import { type Bytes, concat } from '../envelope/bytes.ts';
import { contexts } from '../envelope/contexts.ts';
import { HEADER, kidFor, SUITE, VERSION } from '../envelope/seal.ts';
import { epochSecret } from '../identity/secret.ts';

export interface Salamander {
  readonly first: Bytes;
  readonly second: Bytes;
  readonly stream: Bytes;
  readonly wire: Bytes;
}

/** Bytes of ciphertext before the tag, in a wire of 512. */
const BODY = 512 - HEADER - 16;

export async function makeSalamander(): Promise<Salamander> {
  const first = new Uint8Array(32).fill(1);
  const second = new Uint8Array(32).fill(2);
  const stream = new Uint8Array(16).fill(3);
  const salt = new Uint8Array(32).fill(4);
  const secret = await epochSecret(first);
  const prefix = concat(Uint8Array.of(VERSION, SUITE), kidFor(secret.commit, stream));
  const info = concat(contexts['entry-key'], stream, prefix);
  const one = await entryKeys(first, salt, info);
  const two = await entryKeys(second, salt, info);
  const header = concat(prefix, salt, one.commit);
  const aad = concat(stream, header);
  const ct = new Uint8Array(BODY);
  ct.fill(0x5a, 16);
  const blocks = [...split(aad), ...split(ct), lengths(aad.length, ct.length)];
  const chosen = split(aad).length;
  const power = BigInt(blocks.length - chosen);
  const rest = ghash(one.h, blocks) ^ ghash(two.h, blocks) ^ one.mask ^ two.mask;
  const block = multiply(rest, inverse(raise(one.h, power) ^ raise(two.h, power)));
  ct.set(toBytes(block), 0);
  blocks[chosen] = block;
  const tag = toBytes(ghash(one.h, blocks) ^ one.mask);
  return { first, second, stream, wire: concat(header, ct, tag) };
}

/** The message key's GHASH key and the mask of its tag, through AES-CTR of known blocks. */
async function entryKeys(raw: Bytes, salt: Bytes, info: Bytes) {
  const handle = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveBits']);
  const okm = new Uint8Array(
    await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, handle, 512),
  );
  const key = await crypto.subtle.importKey('raw', okm.slice(0, 32), 'AES-CTR', false, ['encrypt']);
  const encrypted = async (counter: Bytes) =>
    fromBytes(
      new Uint8Array(
        await crypto.subtle.encrypt(
          { name: 'AES-CTR', counter, length: 128 },
          key,
          new Uint8Array(16),
        ),
      ),
    );
  const j0 = new Uint8Array(16);
  j0[15] = 1;
  const h = await encrypted(new Uint8Array(16));
  return { commit: okm.slice(32), h, mask: await encrypted(j0) };
}

function split(bytes: Uint8Array): bigint[] {
  const blocks: bigint[] = [];
  for (let i = 0; i < bytes.length; i += 16) {
    const block = new Uint8Array(16);
    block.set(bytes.subarray(i, i + 16));
    blocks.push(fromBytes(block));
  }
  return blocks;
}

function lengths(aad: number, ct: number): bigint {
  return (BigInt(aad * 8) << 64n) | BigInt(ct * 8);
}

function ghash(h: bigint, blocks: readonly bigint[]): bigint {
  return blocks.reduce((sum, block) => multiply(sum ^ block, h), 0n);
}

/** In GF(2^128) as GCM orders its bits (NIST SP 800-38D, 6.3). */
function multiply(a: bigint, b: bigint): bigint {
  let product = 0n;
  let v = b;
  for (let i = 127n; i >= 0n; i--) {
    if ((a >> i) & 1n) product ^= v;
    v = v & 1n ? (v >> 1n) ^ (0xe1n << 120n) : v >> 1n;
  }
  return product;
}

function raise(a: bigint, power: bigint): bigint {
  let result = 1n << 127n;
  let square = a;
  for (let left = power; left > 0n; left >>= 1n) {
    if (left & 1n) result = multiply(result, square);
    square = multiply(square, square);
  }
  return result;
}

function inverse(a: bigint): bigint {
  return raise(a, 2n ** 128n - 2n);
}

function fromBytes(bytes: Uint8Array): bigint {
  return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
}

function toBytes(value: bigint): Bytes {
  return Uint8Array.from({ length: 16 }, (_, i) => Number((value >> BigInt(8 * (15 - i))) & 255n));
}
