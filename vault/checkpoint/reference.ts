/**
 * How an entry names a checkpoint: where its sealed chunks are, what opens them, what they must hash
 * to, and the place in the log that it stands for. With a circle it holds that circle's content
 * alone, for people whom its next generation added.
 */

import type { Plain } from '../envelope/cbor-read.ts';
import { bytesToPlain } from '../envelope/cbor-read.ts';
import { plainToBytes, type Writable } from '../envelope/cbor-write.ts';
import { isBytes, isCount } from '../envelope/frame.ts';
import { idToPlain, plainToId, plainToList } from '../membership/parts.ts';
import type { CircleId } from '../types.ts';

export interface CheckpointRef {
  /** The chunks' stream, 16 bytes. */
  readonly stream: Uint8Array;
  /** What the chunks are sealed with, 32 bytes. */
  readonly key: Uint8Array;
  /** Of all the bytes, before they were parted into chunks. */
  readonly sha256: Uint8Array;
  /** How many messages are in it, and H_n there. */
  readonly n: number;
  readonly tip: Uint8Array;
}

export interface CheckpointEntry extends CheckpointRef {
  /** Null where it is the whole workspace's. */
  readonly circle: CircleId | null;
}

export function refToPlain({ stream, key, sha256, n, tip }: CheckpointRef): Writable[] {
  return [stream, key, sha256, n, tip];
}

export function plainToRef(plain: Plain | undefined): CheckpointRef | null {
  const items = plainToList(plain, 5);
  if (items === null) return null;
  const [stream, key, sha256, n, tip] = items;
  if (!isBytes(stream, 16) || !isBytes(key, 32) || !isBytes(sha256, 32)) return null;
  return isCount(n) && isBytes(tip, 32) ? { stream, key, sha256, n, tip } : null;
}

/** As a `compact` entry carries it. */
export function refToBytes(ref: CheckpointRef): Uint8Array<ArrayBuffer> {
  return plainToBytes(refToPlain(ref));
}

export function bytesToRef(bytes: Uint8Array): CheckpointRef | null {
  return plainToRef(bytesToPlain(bytes));
}

export function checkpointToPlain({ circle, ...ref }: CheckpointEntry): Writable {
  return [circle === null ? null : idToPlain(circle), ...refToPlain(ref)];
}

export function plainToCheckpoint(plain: Plain): CheckpointEntry | null {
  const items = plainToList(plain, 6);
  if (items === null) return null;
  const ref = plainToRef(items.slice(1));
  const circle = items[0] === null ? null : plainToId(items[0]);
  if (ref === null || (items[0] !== null && circle === null)) return null;
  return { circle, ...ref };
}
