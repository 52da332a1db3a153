/**
 * The seed of a recovery device, parted among two or three trustees so that any two of them have it
 * together and one alone has nothing. Each pair has a pad of its own: one of the two keeps the pad,
 * the other the seed under it. That is exact secrecy with nothing but XOR, and two parts of 16 bytes
 * for each of three.
 *
 *   share = CBOR [1, sign key of the recovery device 32, place, [[other's place, part 16], …]]
 */

import { copyOf, sameBytes } from '../envelope/bytes.ts';
import { bytesToPlain, type Plain } from '../envelope/cbor-read.ts';
import { plainToBytes } from '../envelope/cbor-write.ts';
import { isBytes, isCount } from '../envelope/frame.ts';
import { deviceFromSeeds } from '../identity/device.ts';
import type { Random } from '../identity/types.ts';
import { deviceOfKit, type KitSeed } from '../local/kit-keys.ts';
import { plainToList } from '../membership/parts.ts';

export interface Share {
  /** The sign key of the recovery device: shares of one seed are known by it. */
  readonly of: Uint8Array;
  /** Which of the trustees, from 0. */
  readonly place: number;
  readonly parts: readonly { readonly with: number; readonly part: Uint8Array }[];
}

export type ShareRefusal =
  /** They are of two different seeds, or both the same person's. */
  | { readonly type: 'SharesDiffer' }
  /** One of them was changed: together they give another seed. */
  | { readonly type: 'ShareBroken' };

const VERSION = 1;

/** Shares for two or three, in their order. */
export async function splitSeed(
  seed: KitSeed,
  trustees: 2 | 3,
  random: Random,
): Promise<readonly Share[]> {
  const of = (await deviceFromSeeds(deviceOfKit(seed))).card.sign;
  const parts: { with: number; part: Uint8Array }[][] = Array.from({ length: trustees }, () => []);
  for (let one = 0; one < trustees; one++) {
    for (let other = one + 1; other < trustees; other++) {
      const pad = random(seed.length);
      parts[one]?.push({ with: other, part: pad });
      parts[other]?.push({ with: one, part: xor(seed, pad) });
    }
  }
  return parts.map((own, place) => ({ of, place, parts: own }));
}

/** The seed that two shares are of. */
export async function joinShares(one: Share, other: Share): Promise<KitSeed | ShareRefusal> {
  const mine = one.parts.find((part) => part.with === other.place)?.part;
  const theirs = other.parts.find((part) => part.with === one.place)?.part;
  if (!sameBytes(one.of, other.of) || mine === undefined || theirs === undefined) {
    return { type: 'SharesDiffer' };
  }
  const seed = xor(mine, theirs);
  const { card } = await deviceFromSeeds(deviceOfKit(seed));
  return sameBytes(card.sign, one.of) ? seed : { type: 'ShareBroken' };
}

export function shareToBytes({ of, place, parts }: Share): Uint8Array<ArrayBuffer> {
  return plainToBytes([VERSION, of, place, parts.map((one) => [one.with, one.part])]);
}

export function bytesToShare(bytes: Uint8Array): Share | null {
  const items = plainToList(bytesToPlain(bytes), 4);
  if (items === null || items[0] !== VERSION) return null;
  const [, of, place, partsPlain] = items;
  if (!isBytes(of, 32) || !isCount(place) || place > 2 || !Array.isArray(partsPlain)) return null;
  const parts = (partsPlain as readonly Plain[]).map((item) => {
    const [other, part] = plainToList(item, 2) ?? [];
    const right = isCount(other) && other !== place && other <= 2 && isBytes(part, 16);
    return right ? { with: other, part } : null;
  });
  const whole = parts.length >= 1 && parts.length <= 2;
  return whole && parts.every((part) => part !== null) ? { of, place, parts } : null;
}

function xor(a: Uint8Array, b: Uint8Array): KitSeed {
  return copyOf(a).map((byte, i) => byte ^ (b[i] as number));
}
