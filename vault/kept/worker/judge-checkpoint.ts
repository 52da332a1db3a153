/** Whether somebody's checkpoint says what this device has. Loaded when there is one to look at. */
import { readChunks } from '../../checkpoint/chunks.ts';
import { compareCheckpoint } from '../../checkpoint/compare.ts';
import type { CheckpointEntry } from '../../checkpoint/reference.ts';
import { createStoredStream, LeftBehind } from '../../local/rest/stored-stream.ts';
import type { Children } from '../../log/children.ts';
import { StreamAway } from '../../log/stream-errors.ts';
import type { AttestingParts } from './attesting.ts';

/** `not right` also where this device cannot tell and will not be able to; `later` where it could not fetch it. */
export type Found = 'right' | 'not right' | 'later';

export async function judgeCheckpoint(
  { context, replica, carried, blocks }: AttestingParts,
  checkpoint: CheckpointEntry,
  children: Children,
): Promise<Found> {
  const { resting, keyring } = context;
  const { state, device } = replica;
  try {
    const bytes = await readChunks(children, checkpoint);
    if ('type' in bytes) return bytes.type === 'Away' ? 'later' : 'not right';
    // What is stored here counted, message for message.
    const from = Math.max(0, Number(replica.offset) - (state.n - checkpoint.n));
    const compared = await compareCheckpoint(bytes, checkpoint, {
      state,
      keys: keyring,
      device,
      carried,
      blocks: await blocks(),
      stream: createStoredStream(resting.storage, resting.keys, state.stream),
      from: String(from),
    });
    return compared.type === 'Equal' ? 'right' : 'not right';
  } catch (error) {
    // Messages since the checkpoint are tidied away here: it is for others to say.
    if (error instanceof LeftBehind) return 'not right';
    if (error instanceof StreamAway) return 'later';
    throw error;
  }
}
