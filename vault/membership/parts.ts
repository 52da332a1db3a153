/** The parts that chain entries are made of, to and from plain CBOR. Nulls mean: not of this form. */

import { bytesToText, idToBytes } from '../envelope/bytes.ts';
import type { Plain } from '../envelope/cbor-read.ts';
import { plainToBytes, type Writable } from '../envelope/cbor-write.ts';
import { hash } from '../envelope/contexts.ts';
import { isBytes, isCount } from '../envelope/frame.ts';
import type { DeviceCard } from '../identity/types.ts';
import type { Second, Wrap } from '../log/types.ts';
import type { Role } from './state.ts';

/** The next epoch: its number, the commitment to its key, and the hash of the wraps beside it. */
export interface Rotation {
  readonly epoch: number;
  readonly commit: Uint8Array;
  readonly wrapsHash: Uint8Array;
  /** The stewards' circle's next generation, where a steward goes. */
  readonly stewards: Generation | null;
}

/** A next generation of the stewards' circle, inside a chain entry. */
export interface Generation {
  readonly generation: number;
  readonly commit: Uint8Array;
  readonly kemPub: Uint8Array;
  readonly wrapsHash: Uint8Array;
}

const roles: readonly Role[] = ['steward', 'member', 'guest'];

export function roleToPlain(role: Role): number {
  return roles.indexOf(role);
}

export function plainToRole(plain: Plain | undefined): Role | null {
  return typeof plain === 'number' ? (roles[plain] ?? null) : null;
}

/** A 16-byte id as text, or null. */
export function plainToId(plain: Plain | undefined): string | null {
  return isBytes(plain, 16) ? bytesToText(plain) : null;
}

export function idToPlain(id: string): Uint8Array {
  const bytes = idToBytes(id);
  if (bytes === null) throw new Error('Must hold: an id of 16 bytes');
  return bytes;
}

export function plainToIds(plain: Plain | undefined): readonly string[] | null {
  if (!Array.isArray(plain)) return null;
  const ids = plain.map(plainToId);
  return ids.every((id) => id !== null) ? ids : null;
}

/** A list of exactly so many items, or null. */
export function plainToList(plain: Plain | undefined, length: number): readonly Plain[] | null {
  return Array.isArray(plain) && plain.length === length ? plain : null;
}

export function cardToPlain(card: DeviceCard): Writable {
  return [card.sign, card.kemAlg, card.kem];
}

export function plainToCard(plain: Plain | undefined): DeviceCard | null {
  const items = plainToList(plain, 3);
  if (items === null) return null;
  const [sign, kemAlg, kem] = items;
  if (!isBytes(sign, 32) || kemAlg !== 1 || !isBytes(kem, 32)) return null;
  return { sign, kemAlg, kem };
}

export function rotationToPlain(rotation: Rotation): Writable {
  const { epoch, commit, wrapsHash, stewards } = rotation;
  return [epoch, commit, wrapsHash, stewards === null ? null : generationToPlain(stewards)];
}

export function plainToRotation(plain: Plain | undefined): Rotation | null {
  const items = plainToList(plain, 4);
  if (items === null) return null;
  const [epoch, commit, wrapsHash, carried] = items;
  if (!isCount(epoch) || !isBytes(commit, 32) || !isBytes(wrapsHash, 32)) return null;
  const stewards = carried === null ? null : plainToGeneration(carried);
  if (carried !== null && stewards === null) return null;
  return { epoch, commit, wrapsHash, stewards };
}

export function generationToPlain(generation: Generation): Writable {
  return [generation.generation, generation.commit, generation.kemPub, generation.wrapsHash];
}

export function plainToGeneration(plain: Plain | undefined): Generation | null {
  const items = plainToList(plain, 4);
  if (items === null) return null;
  const [generation, commit, kemPub, wrapsHash] = items;
  if (!isCount(generation) || !isBytes(commit, 32)) return null;
  if (!isBytes(kemPub, 32) || !isBytes(wrapsHash, 32)) return null;
  return { generation, commit, kemPub, wrapsHash };
}

export function secondToPlain(second: Second | null): Writable {
  return second === null ? null : [second.device, second.sig];
}

/** A second signature, null where there is none, undefined where it is not of this form. */
export function plainToSecond(plain: Plain | undefined): Second | null | undefined {
  if (plain === null) return null;
  const items = plainToList(plain, 2);
  if (items === null) return undefined;
  const [device, sig] = items;
  return isCount(device) && isBytes(sig, 64) ? { device, sig } : undefined;
}

export function wrapsHashOf(wraps: readonly Wrap[]): Uint8Array {
  return hash('wraps', plainToBytes(wraps));
}

export function plainToWraps(plain: unknown): readonly Wrap[] | null {
  if (!Array.isArray(plain)) return null;
  const wraps: Wrap[] = [];
  for (const item of plain as readonly Plain[]) {
    const pair = plainToList(item, 2);
    if (pair === null) return null;
    const [device, sealed] = pair;
    if (!isCount(device) || !(sealed instanceof Uint8Array)) return null;
    wraps.push([device, sealed]);
  }
  return wraps;
}
