/** Keys sealed to devices: an epoch's to all, a circle's to its people's, all of them to one's own. */

import { circleWrapInfo } from '../circles/generation.ts';
import { type Bytes, concat, copyOf, uint32 } from '../envelope/bytes.ts';
import { bytesToPlain, type Plain } from '../envelope/cbor-read.ts';
import { plainToBytes } from '../envelope/cbor-write.ts';
import { type Context, contexts } from '../envelope/contexts.ts';
import { isBytes, isCount } from '../envelope/frame.ts';
import { openSealed, sealTo } from '../identity/kem.ts';
import type { Random, RawKeys } from '../identity/types.ts';
import type { Wrap } from '../log/types.ts';
import type { CircleId } from '../types.ts';
import { idToPlain, plainToId, plainToList } from './parts.ts';
import type { Device } from './state.ts';

export interface Recipient {
  readonly number: number;
  readonly kem: Uint8Array;
}

/** The recipients with these numbers, as the devices of a (drafted) membership say. */
export function recipientsFrom(
  devices: readonly Device[],
  numbers: readonly number[],
): readonly Recipient[] {
  return devices.filter(({ number }) => numbers.includes(number));
}

export function wrapEpochKey(
  raw: Bytes,
  epoch: number,
  workspace: Uint8Array,
  to: readonly Recipient[],
  random: Random,
): Promise<readonly Wrap[]> {
  return wrapAll(to, (number) => epochWrapInfo(workspace, epoch, number), raw, random);
}

export function wrapCircleKey(
  raw: Bytes,
  circle: CircleId,
  generation: number,
  workspace: Uint8Array,
  to: readonly Recipient[],
  random: Random,
): Promise<readonly Wrap[]> {
  const info = (number: number) => circleWrapInfo(workspace, circle, generation, number);
  return wrapAll(to, info, raw, random);
}

export function epochWrapInfo(workspace: Uint8Array, epoch: number, device: number): Bytes {
  return concat(contexts.wrap, workspace, uint32(epoch), uint32(device));
}

/** What `use` seals to one device of this workspace. */
export function deviceInfo(use: Context, workspace: Uint8Array, device: number): Bytes {
  return concat(contexts[use], workspace, uint32(device));
}

/** The raw key in the wrap that is for this device, or null. */
export async function unwrapOwn(
  wraps: readonly Wrap[],
  device: number,
  info: Bytes,
  kem: CryptoKeyPair,
): Promise<Bytes | null> {
  const own = wraps.find(([number]) => number === device);
  if (own === undefined) return null;
  const raw = await openSealed(kem, info, own[1]);
  return raw?.length === 32 ? raw : null;
}

export function rawKeysToBytes({ epochs, circles }: RawKeys): Bytes {
  return plainToBytes([
    epochs.map(({ epoch, raw }) => [epoch, raw]),
    circles.map(({ circle, generation, raw }) => [idToPlain(circle), generation, raw]),
  ]);
}

export function bytesToRawKeys(bytes: Uint8Array): RawKeys | null {
  const items = plainToList(bytesToPlain(bytes), 2);
  if (items === null || !Array.isArray(items[0]) || !Array.isArray(items[1])) return null;
  const epochs = (items[0] as readonly Plain[]).map((item) => {
    const [epoch, raw] = plainToList(item, 2) ?? [];
    return isCount(epoch) && isBytes(raw, 32) ? { epoch, raw: copyOf(raw) } : null;
  });
  const circles = (items[1] as readonly Plain[]).map((item) => {
    const [idPlain, generation, raw] = plainToList(item, 3) ?? [];
    const circle = plainToId(idPlain);
    if (circle === null || !isCount(generation) || !isBytes(raw, 32)) return null;
    return { circle, generation, raw: copyOf(raw) };
  });
  if (!epochs.every((item) => item !== null) || !circles.every((item) => item !== null))
    return null;
  return { epochs, circles };
}

/** One after the other, so that a seeded `random` gives the same wraps each time. */
async function wrapAll(
  to: readonly Recipient[],
  info: (number: number) => Bytes,
  raw: Bytes,
  random: Random,
): Promise<readonly Wrap[]> {
  const wraps: Wrap[] = [];
  for (const { number, kem } of to) {
    wraps.push([number, await sealTo(kem, info(number), raw, random)]);
  }
  return wraps;
}
