/**
 * Makes a checkpoint of what this device has: what everyone reads in the open, each circle that it
 * reads sealed under the circle's key, and all that it cannot read verbatim. It refuses where
 * something would be missing: a person who left a circle no longer has all of it.
 */

import { audiencesOf, blocksOf } from '../fold/columns/select.ts';
import type { Block } from '../fold/columns/snapshot.ts';
import type { Keyring, Random } from '../identity/types.ts';
import type { Circle, State } from '../membership/state.ts';
import type { Audience, CircleId } from '../types.ts';
import type { Carried } from './carried.ts';
import { checkpointToBytes, circleCheckpointToBytes } from './format.ts';
import { type Part, sealPart } from './part.ts';

export interface CheckpointFrom {
  readonly state: State;
  readonly device: number;
  readonly keys: Keyring;
  /** The folded state at `state.n` as blocks, with every audience that this device reads. */
  readonly blocks: readonly Block[];
  readonly carried: Carried;
  readonly random: Random;
}

export type MakeRefusal =
  /** A newer application has been here: this one does not know all there is. */
  | { readonly type: 'NeedsUpdate' }
  /** This device has only some of what was said in that circle: somebody who is in it must help. */
  | { readonly type: 'CircleMissing'; readonly circle: CircleId }
  | { readonly type: 'BlocksBroken' };

/** The whole workspace's checkpoint as bytes. */
export async function makeCheckpoint(
  from: CheckpointFrom,
): Promise<Uint8Array<ArrayBuffer> | MakeRefusal> {
  const { state, carried, blocks } = from;
  if (state.membership.version > 1) return { type: 'NeedsUpdate' };
  const forAll = blocksOf(blocks, (audience) => audience === 'everyone');
  if (!forAll) return { type: 'BlocksBroken' };
  const parts: Part[] = [];
  for (const circle of state.membership.circles.values()) {
    const part = await partFor(from, circle);
    if (part !== null && 'type' in part) return part;
    if (part !== null) parts.push(part);
  }
  const folded = new Map(parts.map(({ circle, n }) => [circle, n]));
  return checkpointToBytes(state, {
    blocks: forAll,
    parts,
    sealed: carried.sealed.filter(
      ({ kind, circles, position }) =>
        kind === 'capsule' || position > (folded.get(circles[0] ?? '') ?? 0),
    ),
    releases: carried.releases.filter(({ audience }) => audience === 'everyone'),
  });
}

/** One circle's checkpoint as bytes, for people whom its newest generation took in. */
export async function makeCircleCheckpoint(
  from: CheckpointFrom,
  id: CircleId,
): Promise<Uint8Array<ArrayBuffer> | MakeRefusal> {
  const circle = from.state.membership.circles.get(id);
  const missing = { type: 'CircleMissing', circle: id } as const;
  if (circle === undefined || !has(from, circle)) return missing;
  const part = await foldedPart(from, circle);
  return 'type' in part ? part : circleCheckpointToBytes(from.state.workspace, part);
}

/** The circle's part: made anew, carried unread, or none where its boxes are all there verbatim. */
async function partFor(from: CheckpointFrom, circle: Circle): Promise<Part | MakeRefusal | null> {
  const { carried, blocks } = from;
  if (has(from, circle)) {
    const empty = !audiencesOf(blocks)?.some((audience) => isOf(audience, circle.id));
    const told = carried.releases.some(({ audience }) => isOf(audience, circle.id));
    return empty && !told ? null : foldedPart(from, circle);
  }
  const part = carried.parts.get(circle.id);
  const opened = carried.opened.get(circle.id) ?? 0;
  if (opened > (part?.n ?? 0)) return { type: 'CircleMissing', circle: circle.id };
  return part ?? null;
}

/** Whether all of the circle's content is in this device's tables, and its key is at hand. */
function has({ carried, keys, device }: CheckpointFrom, circle: Circle): boolean {
  const holds = circle.holders.includes(device);
  return (
    holds && carried.open.has(circle.id) && keys.circle(circle.id, circle.generation) !== undefined
  );
}

async function foldedPart(from: CheckpointFrom, circle: Circle): Promise<Part | MakeRefusal> {
  const { state, keys, carried, random } = from;
  const { id, generation } = circle;
  const secret = keys.circle(id, generation);
  const blocks = blocksOf(from.blocks, (audience) => isOf(audience, id));
  if (secret === undefined) return { type: 'CircleMissing', circle: id };
  if (!blocks) return { type: 'BlocksBroken' };
  const releases = carried.releases.filter(({ audience }) => isOf(audience, id));
  const about = { circle: id, generation, n: state.n };
  return sealPart(about, { blocks, releases }, secret, state.workspace, random);
}

function isOf(audience: Audience, circle: CircleId): boolean {
  return audience !== 'everyone' && audience.circle === circle;
}
