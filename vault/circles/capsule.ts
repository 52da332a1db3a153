/**
 * A capsule: a body sealed under a one-time key, and that key sealed to circles which its author
 * need not be in. A circle it was sealed to can hand the key on (a release), and whoever gets it
 * reads the body with its author's signature intact.
 */

import { type Bytes, concat, copyOf, sameBytes, uint32 } from '../envelope/bytes.ts';
import { bytesToPlain, type Plain } from '../envelope/cbor-read.ts';
import { plainToBytes, type Writable } from '../envelope/cbor-write.ts';
import { contexts } from '../envelope/contexts.ts';
import { isBytes, isCount } from '../envelope/frame.ts';
import { keyAndCommit, openOnce, sealOnce } from '../envelope/seal.ts';
import { openSealed, sealTo } from '../identity/kem.ts';
import type { CircleSecret, Random } from '../identity/types.ts';
import { idToPlain, plainToId, plainToList } from '../membership/parts.ts';
import type { Circle } from '../membership/state.ts';
import type { CircleId } from '../types.ts';
import type { SealPlace } from './box.ts';

export interface Capsule {
  readonly commit: Uint8Array;
  readonly ct: Uint8Array;
  readonly to: readonly CapsuleKey[];
}

/** The one-time key, sealed to one circle's KEM key. */
export interface CapsuleKey {
  readonly circle: CircleId;
  readonly generation: number;
  readonly enc: Uint8Array;
  readonly key: Uint8Array;
}

export function capsuleToPlain({ commit, ct, to }: Capsule): Writable {
  return [
    commit,
    ct,
    to.map(({ circle, generation, enc, key }) => [idToPlain(circle), generation, enc, key]),
  ];
}

export function plainToCapsule(plain: Plain): Capsule | null {
  const items = plainToList(plain, 3);
  if (items === null) return null;
  const [commit, ct, toPlain] = items;
  if (!isBytes(commit, 32) || !(ct instanceof Uint8Array) || !Array.isArray(toPlain)) return null;
  const to = (toPlain as readonly Plain[]).map(plainToKey);
  return to.length > 0 && to.every((key) => key !== null) ? { commit, ct, to } : null;
}

export async function sealCapsule(
  body: Writable,
  circles: readonly Circle[],
  place: SealPlace,
  random: Random,
): Promise<Capsule> {
  const once = random(32);
  const { key, commit } = await capsuleKey(once, place);
  const ct = await sealOnce(key, plainToBytes(body), capsuleData(place));
  const to = await Promise.all(
    circles.map(async ({ id, generation, kemPub }) => {
      const sealed = await sealTo(kemPub, keyInfo(id, generation, place), once, random);
      return { circle: id, generation, enc: sealed.slice(0, 32), key: sealed.slice(32) };
    }),
  );
  return { commit, ct, to };
}

/** The one-time key, for a circle it was sealed to: what opens the capsule, and what a release says. */
export async function capsuleKeyFor(
  to: CapsuleKey,
  secret: CircleSecret,
  place: SealPlace,
): Promise<Bytes | null> {
  const info = keyInfo(to.circle, to.generation, place);
  const key = await openSealed(secret.kem, info, concat(to.enc, to.key));
  return key?.length === 32 ? key : null;
}

/** The body, or null where this key does not open it in this place. */
export async function openCapsule(
  capsule: Capsule,
  once: Uint8Array,
  place: SealPlace,
): Promise<Plain | null> {
  const { key, commit } = await capsuleKey(copyOf(once), place);
  if (!sameBytes(commit, capsule.commit)) return null;
  const body = await openOnce(key, capsule.ct, capsuleData(place));
  return (body && bytesToPlain(body)) ?? null;
}

function plainToKey(plain: Plain): CapsuleKey | null {
  const items = plainToList(plain, 4);
  if (items === null) return null;
  const [circlePlain, generation, enc, key] = items;
  const circle = plainToId(circlePlain);
  if (circle === null || !isCount(generation) || generation >= 2 ** 32) return null;
  return isBytes(enc, 32) && isBytes(key, 48) ? { circle, generation, enc, key } : null;
}

async function capsuleKey(once: Bytes, place: SealPlace) {
  const handle = await crypto.subtle.importKey('raw', once, 'HKDF', false, ['deriveBits']);
  return keyAndCommit(handle, new Uint8Array(0), concat(contexts.capsule, place.workspace));
}

/** w ‖ d ‖ p: nobody can carry another's capsule as their own. */
function capsuleData(place: SealPlace): Bytes {
  return concat(place.workspace, uint32(place.device), place.previous);
}

function keyInfo(circle: CircleId, generation: number, place: SealPlace): Bytes {
  return concat(contexts.capsule, idToPlain(circle), uint32(generation), capsuleData(place));
}
