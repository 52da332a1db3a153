/**
 * A checkpoint's bytes as sealed chunks on a stream of their own, and back. Each chunk says which it
 * is and how many there are, inside its seal, so none can be dropped, swapped or taken from another
 * checkpoint unseen; the whole must have the hash that the entry named. Reading is bounded.
 *
 *   chunk = sealed like a message of the chunks' stream: u32 index ‖ u32 total ‖ bytes
 */

import { bytesToText, concat, copyOf, sameBytes, uint32 } from '../envelope/bytes.ts';
import { derive, plainHash } from '../envelope/contexts.ts';
import { kidFor, openWire, readHeader, sealWire } from '../envelope/seal.ts';
import { epochSecret } from '../identity/secret.ts';
import type { Random, Secret } from '../identity/types.ts';
import {
  type ChildAddress,
  type ChildRefusal,
  type Children,
  isRefused,
  reachChild,
} from '../log/children.ts';
import type { Stream, Wire } from '../log/types.ts';
import type { CheckpointRef } from './reference.ts';

/** Bytes in a chunk: sealed and padded it stays below 256 KiB. */
const CHUNK = 192 * 1024;
/** Chunks at most: 192 MiB. */
const MOST_CHUNKS = 1024;
/** Messages on a chunks' stream that are looked at, junk and all. */
const MOST_LOOKED = 2 * MOST_CHUNKS;
/** Chunks in one append: below the 2 MiB that a request may have. */
const TOGETHER = 8;

export type ChunksRefusal =
  | ChildRefusal
  /** Chunks are missing. */
  | { readonly type: 'CheckpointMissing' }
  /** All are there, and are not what the entry named. */
  | { readonly type: 'CheckpointAltered' }
  | { readonly type: 'CheckpointTooLarge' };

export interface ChunksKeys extends ChildAddress {
  readonly secret: Secret;
}

export async function chunksKeys({
  stream,
  key,
}: Pick<CheckpointRef, 'stream' | 'key'>): Promise<ChunksKeys> {
  const okm = derive(key, 'chunks', 96);
  return {
    id: copyOf(stream),
    read: okm.slice(0, 32),
    append: okm.slice(32, 64),
    secret: await epochSecret(okm.slice(64)),
  };
}

/** A new child for chunks that are still to be made. */
export interface ChunksPlace {
  readonly at: Pick<CheckpointRef, 'stream' | 'key'>;
  readonly keys: ChunksKeys;
  readonly stream: Stream;
}

/** Makes the child that chunks will stand on, to last until then. */
export async function openChunks(
  children: Children,
  until: number | null,
  random: Random,
): Promise<ChunksPlace | ChildRefusal> {
  const at = { stream: random(16), key: random(32) };
  const keys = await chunksKeys(at);
  const stream = await children.open(keys, until);
  return isRefused(stream) ? stream : { at, keys, stream };
}

/** Puts the bytes on a new child that lasts until then, and says how an entry names them. */
export async function writeChunks(
  children: Children,
  bytes: Uint8Array,
  place: Pick<CheckpointRef, 'n' | 'tip'>,
  until: number | null,
  random: Random,
): Promise<CheckpointRef | ChunksRefusal> {
  if (bytes.length > MOST_CHUNKS * CHUNK) return { type: 'CheckpointTooLarge' };
  const opened = await openChunks(children, until, random);
  return isRefused(opened) ? opened : fillChunks(opened, bytes, place, random);
}

/** Puts the bytes on the child that was made for them. */
export async function fillChunks(
  { at, keys, stream }: ChunksPlace,
  bytes: Uint8Array,
  place: Pick<CheckpointRef, 'n' | 'tip'>,
  random: Random,
): Promise<CheckpointRef | ChunksRefusal> {
  const total = Math.max(1, Math.ceil(bytes.length / CHUNK));
  if (total > MOST_CHUNKS) return { type: 'CheckpointTooLarge' };
  const ref = { ...at, sha256: plainHash(bytes), ...place };
  let wires: Wire[] = [];
  for (let index = 0; index < total; index++) {
    const part = bytes.subarray(index * CHUNK, (index + 1) * CHUNK);
    const plaintext = concat(uint32(index), uint32(total), part);
    wires.push(await sealWire(plaintext, keys.secret, keys.id, random));
    if (wires.length === TOGETHER || index === total - 1) {
      const stored = await stream.append(wires).then(
        () => true,
        () => false,
      );
      if (!stored) return { type: 'Away' };
      wires = [];
    }
  }
  return ref;
}

/** The bytes that an entry or a welcome named, exactly, or why they are not there. */
export async function readChunks(
  children: Children,
  ref: CheckpointRef,
): Promise<Uint8Array<ArrayBuffer> | ChunksRefusal> {
  const keys = await chunksKeys(ref);
  const found = await reachChild(() => collect(children.at(keys), keys));
  if (found === null) return { type: 'CheckpointMissing' };
  if ('type' in found) return found;
  const bytes = concat(...found);
  return sameBytes(plainHash(bytes), ref.sha256) ? bytes : { type: 'CheckpointAltered' };
}

/** The chunks in order, or null where some are missing. The first of each index counts. */
async function collect(stream: Stream, keys: ChunksKeys): Promise<readonly Uint8Array[] | null> {
  const kid = bytesToText(kidFor(keys.secret.commit, keys.id));
  const chunks = new Map<number, Uint8Array>();
  let [total, looked, from] = [0, 0, ''];
  while (total === 0 || chunks.size < total) {
    const batch = await stream.read(from);
    if (batch.wires.length === 0 || batch.next === from) return null;
    from = batch.next;
    for (const wire of batch.wires) {
      looked += 1;
      if (looked > MOST_LOOKED) return null;
      const header = readHeader(wire);
      if (!header?.known || header.kid !== kid) continue;
      const chunk = await openWire(wire, keys.secret, keys.id);
      if (typeof chunk === 'string' || chunk.length < 8) continue;
      const view = new DataView(chunk.buffer, chunk.byteOffset);
      const [index, count] = [view.getUint32(0), view.getUint32(4)];
      if (count === 0 || count > MOST_CHUNKS || index >= count) continue;
      if (total === 0) total = count;
      if (count === total && !chunks.has(index)) chunks.set(index, chunk.subarray(8));
    }
    if (batch.atEnd && chunks.size < total) return null;
  }
  return [...chunks].sort(([a], [b]) => a - b).map(([, bytes]) => bytes);
}
