/**
 * Moves the workspace to a new stream that begins with a checkpoint, and says which keys nobody needs
 * any more: once they are destroyed, what the old stream held can be read by nobody. Not while
 * *Keep everything* holds.
 */

import { plainToBox } from '../circles/box.ts';
import { plainToCapsule } from '../circles/capsule.ts';
import { bytesToPlain } from '../envelope/cbor-read.ts';
import type { KeysToForget } from '../identity/types.ts';
import type { WishRefused } from '../log/wishes.ts';
import { mayErase } from '../membership/questions/may-erase.ts';
import type { State } from '../membership/state.ts';
import type { CircleId } from '../types.ts';
import type { Carried } from './carried.ts';
import { type ChunksRefusal, writeChunks } from './chunks.ts';
import { type MakeRefusal, makeCheckpoint } from './make.ts';
import type { Publisher } from './publish.ts';
import { type CheckpointRef, refToBytes } from './reference.ts';

export type CompactRefusal =
  | MakeRefusal
  | ChunksRefusal
  | WishRefused
  | { readonly type: 'KeepEverything' };

/**
 * The new stream must exist already, and `children` be its children. Afterwards the state names the
 * new stream: go on there with a new replica from its start, publish a checkpoint there for those who
 * come, let go of the old messages, and `forget` the keys of `keysToForget`.
 */
export async function compactTo(
  { replica, carried, blocks, children, random }: Publisher,
  to: { readonly stream: Uint8Array; readonly relay: string },
): Promise<{ readonly type: 'Moved'; readonly checkpoint: CheckpointRef } | CompactRefusal> {
  const { state, keys, device } = replica;
  if (!mayErase(state)) return { type: 'KeepEverything' };
  const place = { n: state.n, tip: state.tip };
  const from = { state, keys, device, carried, blocks: await blocks(), random };
  const bytes = await makeCheckpoint(from);
  if ('type' in bytes) return bytes;
  const checkpoint = await writeChunks(children, bytes, place, null, random);
  if ('type' in checkpoint) return checkpoint;
  const wish = { type: 'compact' as const, ...to, checkpoint: refToBytes(checkpoint) };
  const outcome = await replica.change(wish);
  return outcome.type === 'Done' ? { type: 'Moved', checkpoint } : outcome;
}

/** Every epoch's key but the present one, and circles' keys that nothing carried needs to be opened. */
export function keysToForget(state: State, carried: Carried): KeysToForget {
  const needed = new Map<CircleId, number>();
  const need = (circle: CircleId, generation: number) =>
    needed.set(circle, Math.min(needed.get(circle) ?? generation, generation));
  for (const { circle, generation } of carried.parts.values()) need(circle, generation);
  for (const { kind, body } of carried.sealed) {
    const plain = bytesToPlain(body) ?? null;
    const box = kind === 'box' ? plainToBox(plain) : null;
    const to = kind === 'capsule' ? (plainToCapsule(plain)?.to ?? []) : box ? [box] : [];
    for (const { circle, generation } of to) need(circle, generation);
  }
  const circles = [...state.membership.circles.values()].map(({ id, generation }) => ({
    circle: id,
    before: Math.min(generation, needed.get(id) ?? generation),
  }));
  return { epochsBefore: state.epoch, circles };
}
