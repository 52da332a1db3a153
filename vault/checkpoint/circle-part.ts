/**
 * A circle's own checkpoint as others meet it: who was taken into the circle opens it and has what
 * the circle has; who is not in it carries it along in place of the boxes before it.
 */

import { sameBytes } from '../envelope/bytes.ts';
import type { Children } from '../log/children.ts';
import type { CircleId } from '../types.ts';
import type { Carried, CheckpointSeen } from './carried.ts';
import { type ChunksRefusal, readChunks } from './chunks.ts';
import { bytesToCircleCheckpoint } from './format.ts';
import type { Part } from './part.ts';
import type { CheckpointEntry } from './reference.ts';

export type PartRefusal = ChunksRefusal | { readonly type: 'CheckpointBroken' };

/** The part that the entry named. */
export async function fetchPart(
  children: Children,
  { circle, ...ref }: CheckpointEntry,
  workspace: Uint8Array,
): Promise<Part | PartRefusal> {
  const bytes = await readChunks(children, ref);
  if ('type' in bytes) return bytes;
  const read = bytesToCircleCheckpoint(bytes);
  const right =
    read !== null &&
    sameBytes(read.workspace, workspace) &&
    read.part.circle === circle &&
    read.part.n === ref.n;
  return right ? read.part : { type: 'CheckpointBroken' };
}

/** Takes a part into what this device carries, where it goes further and is needed. */
export function takePart(carried: Carried, part: Part): void {
  const { circle: id, n } = part;
  if (carried.open.has(id) || (carried.parts.get(id)?.n ?? 0) >= n) return;
  carried.parts.set(id, part);
  carried.sealed = carried.sealed.filter(
    ({ kind, circles, position }) => kind === 'capsule' || circles[0] !== id || position > n,
  );
}

/** The newest checkpoint of a circle that entries named, which this device could still use. */
export function partToFetch(carried: Carried, circle: CircleId): CheckpointSeen | undefined {
  const newest = carried.checkpoints
    .filter(({ checkpoint }) => checkpoint.circle === circle)
    .sort((a, b) => a.checkpoint.n - b.checkpoint.n)
    .at(-1);
  const have = carried.parts.get(circle)?.n ?? 0;
  return !carried.open.has(circle) && newest && newest.checkpoint.n > have ? newest : undefined;
}
