/** Makes a checkpoint, puts it on a child stream and says so in the log. */

import type { Random } from '../identity/types.ts';
import type { Children } from '../log/children.ts';
import type { Replica } from '../log/types.ts';
import type { WishRefused } from '../log/wishes.ts';
import type { CircleId } from '../types.ts';
import type { Carried } from './carried.ts';
import { type ChunksRefusal, writeChunks } from './chunks.ts';
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
  { replica, carried, blocks, children, random }: Publisher,
  circle: CircleId | null = null,
): Promise<CheckpointRef | PublishRefusal> {
  const { state, keys, device } = replica;
  const from = { state, keys, device, carried, blocks: await blocks(), random };
  const place = { n: state.n, tip: state.tip };
  const bytes =
    circle === null ? await makeCheckpoint(from) : await makeCircleCheckpoint(from, circle);
  if ('type' in bytes) return bytes;
  const ref = await writeChunks(children, bytes, place, null, random);
  if ('type' in ref) return ref;
  const outcome = await replica.announce({ kind: 'checkpoint', checkpoint: { circle, ...ref } });
  return outcome.type === 'Done' ? ref : outcome;
}
