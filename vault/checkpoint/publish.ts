/** Makes a checkpoint, puts it on a child stream and says so in the log. */

import type { Random } from '../identity/types.ts';
import { type ChildRefusal, type Children, isRefused } from '../log/children.ts';
import type { Replica } from '../log/types.ts';
import type { WishRefused } from '../log/wishes.ts';
import type { CircleId } from '../types.ts';
import type { Carried } from './carried.ts';
import { type ChunksPlace, type ChunksRefusal, fillChunks, writeChunks } from './chunks.ts';
import type { CheckpointFrom } from './make.ts';
import { type MakeRefusal, makeCheckpoint, makeCircleCheckpoint } from './make.ts';
import type { CheckpointRef } from './reference.ts';

export type PublishRefusal = MakeRefusal | ChunksRefusal | WishRefused;

export interface Publisher {
  readonly replica: Replica;
  readonly carried: Carried;
  /** The folded state as it stands now, with every audience that this device reads. */
  readonly blocks: () => Promise<CheckpointFrom['blocks']>;
  readonly children: Children;
  readonly random: Random;
}

/** The whole workspace's checkpoint, or with a circle that circle's. Read to the end before. */
export async function publishCheckpoint(
  publisher: Publisher,
  circle: CircleId | null = null,
): Promise<CheckpointRef | PublishRefusal> {
  const ref = await storeCheckpoint(publisher, circle);
  return 'type' in ref ? ref : ((await announceCheckpoint(publisher, ref, circle)) ?? ref);
}

/** Makes it and puts it on its child, which may have been made before: whoever is told of it can read it. */
export async function storeCheckpoint(
  { replica, carried, blocks, children, random }: Publisher,
  circle: CircleId | null = null,
  opening: Promise<ChunksPlace | ChildRefusal> | null = null,
): Promise<CheckpointRef | PublishRefusal> {
  const { state, keys, device } = replica;
  const from = { state, keys, device, carried, blocks: await blocks(), random };
  const place = { n: state.n, tip: state.tip };
  const bytes =
    circle === null ? await makeCheckpoint(from) : await makeCircleCheckpoint(from, circle);
  if ('type' in bytes) return bytes;
  if (opening === null) return writeChunks(children, bytes, place, null, random);
  const opened = await opening;
  return isRefused(opened) ? opened : fillChunks(opened, bytes, place, random);
}

/** Says in the log where it is: others look whether it is right. */
export async function announceCheckpoint(
  { replica }: Pick<Publisher, 'replica'>,
  ref: CheckpointRef,
  circle: CircleId | null = null,
): Promise<PublishRefusal | undefined> {
  const outcome = await replica.announce({ kind: 'checkpoint', checkpoint: { circle, ...ref } });
  return outcome.type === 'Done' ? undefined : outcome;
}
