/**
 * A box: a body sealed with a circle's key, inside an entry that everyone can check. It is bound to
 * its workspace, circle, generation and author's place, never to stream or incarnation, so that it
 * survives compaction. Its key and commitment are made anew for each, as a message's are.
 */

import { concat, sameBytes, uint32 } from '../envelope/bytes.ts';
import { bytesToPlain, type Plain } from '../envelope/cbor-read.ts';
import { plainToBytes, type Writable } from '../envelope/cbor-write.ts';
import { contexts } from '../envelope/contexts.ts';
import { isBytes, isCount } from '../envelope/frame.ts';
import { keyAndCommit, openOnce, sealOnce } from '../envelope/seal.ts';
import type { CircleSecret, Random } from '../identity/types.ts';
import { idToPlain, plainToId, plainToList } from '../membership/parts.ts';
import type { CircleId } from '../types.ts';

export interface Box {
  readonly circle: CircleId;
  readonly generation: number;
  readonly salt: Uint8Array;
  readonly commit: Uint8Array;
  readonly ct: Uint8Array;
}

/** Whose entry a sealed body belongs to: w, the author's device, and its p. */
export interface SealPlace {
  readonly workspace: Uint8Array;
  readonly device: number;
  readonly previous: Uint8Array;
}

export function boxToPlain(box: Box): Writable {
  return [idToPlain(box.circle), box.generation, box.salt, box.commit, box.ct];
}

export function plainToBox(plain: Plain): Box | null {
  const items = plainToList(plain, 5);
  if (items === null) return null;
  const [circlePlain, generation, salt, commit, ct] = items;
  const circle = plainToId(circlePlain);
  if (circle === null || !isCount(generation) || generation >= 2 ** 32) return null;
  if (!isBytes(salt, 32) || !isBytes(commit, 32) || !(ct instanceof Uint8Array)) return null;
  return { circle, generation, salt, commit, ct };
}

export async function sealBox(
  body: Writable,
  circle: CircleId,
  generation: number,
  secret: CircleSecret,
  place: SealPlace,
  random: Random,
): Promise<Box> {
  const salt = random(32);
  const about = boxAbout(circle, generation, place);
  const { key, commit } = await keyAndCommit(secret.key, salt, concat(contexts.box, about.key));
  const ct = await sealOnce(key, plainToBytes(body), about.data);
  return { circle, generation, salt, commit, ct };
}

/** The body, or null where the box does not open under this key, here, or is not CBOR of ours. */
export async function openBox(
  box: Box,
  secret: CircleSecret,
  place: SealPlace,
): Promise<Plain | null> {
  const about = boxAbout(box.circle, box.generation, place);
  const salt = Uint8Array.from(box.salt);
  const { key, commit } = await keyAndCommit(secret.key, salt, concat(contexts.box, about.key));
  if (!sameBytes(commit, box.commit)) return null;
  const body = await openOnce(key, box.ct, about.data);
  return (body && bytesToPlain(body)) ?? null;
}

/** w ‖ c ‖ g for the key; and ‖ d ‖ p for the associated data. */
function boxAbout(circle: CircleId, generation: number, place: SealPlace) {
  const key = concat(place.workspace, idToPlain(circle), uint32(generation));
  return { key, data: concat(key, uint32(place.device), place.previous) };
}
