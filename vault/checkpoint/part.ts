/**
 * A circle's folded content, sealed under the circle's key: what somebody reads who is taken into
 * the circle later, and what everybody else carries along unread. It stands in place of the boxes
 * up to its n.
 *
 *   part = [circle, generation, n, salt 32, commit 32, ct]      ct: CBOR [[[name, bytes], …], [[entry, key], …]]
 */

import { type Bytes, concat, copyOf, sameBytes, uint32 } from '../envelope/bytes.ts';
import { bytesToPlain, type Plain } from '../envelope/cbor-read.ts';
import { plainToBytes, type Writable } from '../envelope/cbor-write.ts';
import { contexts } from '../envelope/contexts.ts';
import { isBytes, isCount } from '../envelope/frame.ts';
import { keyAndCommit } from '../envelope/seal.ts';
import type { Block } from '../fold/columns/snapshot.ts';
import type { CircleSecret, Random } from '../identity/types.ts';
import type { Release } from '../log/types.ts';
import { idToPlain, plainToId, plainToList } from '../membership/parts.ts';
import type { CircleId } from '../types.ts';

export interface Part {
  readonly circle: CircleId;
  /** Whose key opens it. */
  readonly generation: number;
  /** How many messages of the log are in it. */
  readonly n: number;
  readonly salt: Uint8Array;
  readonly commit: Uint8Array;
  readonly ct: Uint8Array;
}

export interface PartContent {
  readonly blocks: readonly Block[];
  readonly releases: readonly Release[];
}

export function partToPlain({ circle, generation, n, salt, commit, ct }: Part): Writable {
  return [idToPlain(circle), generation, n, salt, commit, ct];
}

export function plainToPart(plain: Plain): Part | null {
  const items = plainToList(plain, 6);
  if (items === null) return null;
  const [circlePlain, generation, n, salt, commit, ct] = items;
  const circle = plainToId(circlePlain);
  if (circle === null || !isSmall(generation) || !isSmall(n)) return null;
  if (!isBytes(salt, 32) || !isBytes(commit, 32) || !(ct instanceof Uint8Array)) return null;
  return { circle, generation, n, salt, commit, ct };
}

export async function sealPart(
  about: Pick<Part, 'circle' | 'generation' | 'n'>,
  { blocks, releases }: PartContent,
  secret: CircleSecret,
  workspace: Uint8Array,
  random: Random,
): Promise<Part> {
  const salt = random(32);
  const info = partInfo(about, workspace);
  const { key, commit } = await keyAndCommit(secret.key, salt, info);
  const bytes = plainToBytes([blocksToPlain(blocks), releasesToPlain(releases)]);
  const how = { name: 'AES-GCM', iv: new Uint8Array(12), additionalData: info };
  const ct = new Uint8Array(await crypto.subtle.encrypt(how, key, bytes));
  return { ...about, salt, commit, ct };
}

/** What is in it, or null where this key does not open it or it is not of this form. */
export async function openPart(
  part: Part,
  secret: CircleSecret,
  workspace: Uint8Array,
): Promise<PartContent | null> {
  const info = partInfo(part, workspace);
  const { key, commit } = await keyAndCommit(secret.key, copyOf(part.salt), info);
  if (!sameBytes(commit, part.commit)) return null;
  const how = { name: 'AES-GCM', iv: new Uint8Array(12), additionalData: info };
  const bytes = await crypto.subtle.decrypt(how, key, copyOf(part.ct)).catch(() => null);
  const items = bytes && plainToList(bytesToPlain(new Uint8Array(bytes)), 2);
  const blocks = plainToBlocks(items?.[0]);
  const releases = plainToReleases(items?.[1]);
  return blocks && releases && { blocks, releases };
}

export function blocksToPlain(blocks: readonly Block[]): Writable {
  return blocks.map(({ name, bytes }) => [name, bytes]);
}

export function plainToBlocks(plain: Plain | undefined): readonly Block[] | null {
  if (!Array.isArray(plain)) return null;
  const blocks = (plain as readonly Plain[]).map((item) => {
    const [name, bytes] = plainToList(item, 2) ?? [];
    return typeof name === 'string' && bytes instanceof Uint8Array ? { name, bytes } : null;
  });
  return blocks.every((block) => block !== null) ? blocks : null;
}

export function releasesToPlain(releases: readonly Release[]): Writable {
  return releases.map(({ entry, key }) => [entry, key]);
}

export function plainToReleases(plain: Plain | undefined): readonly Release[] | null {
  if (!Array.isArray(plain)) return null;
  const releases = (plain as readonly Plain[]).map((item) => {
    const [entry, key] = plainToList(item, 2) ?? [];
    return isBytes(entry, 32) && isBytes(key, 32) ? { entry, key } : null;
  });
  return releases.every((release) => release !== null) ? releases : null;
}

function partInfo({ circle, generation, n }: Omit<Part, 'salt' | 'commit' | 'ct'>, w: Uint8Array) {
  const info: Bytes = concat(contexts.part, w, idToPlain(circle), uint32(generation), uint32(n));
  return info;
}

function isSmall(value: Plain | undefined): value is number {
  return isCount(value) && value < 2 ** 32;
}
