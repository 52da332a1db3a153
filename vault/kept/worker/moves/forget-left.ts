/**
 * The end of what a move left behind: on the server it is deleted, and here the keys go that opened
 * it and the messages that it was made of. Only then is it erased. That waits until everybody's
 * devices have followed, or for fourteen days, or for a steward who will not wait.
 */
import type { Carried } from '../../../checkpoint/carried.ts';
import { keysToForget } from '../../../checkpoint/compact.ts';
import { stewardsCircle } from '../../../circles/well-known.ts';
import { sameBytes } from '../../../envelope/bytes.ts';
import { type Left, type ServerRecord, serverToRest } from '../../../local/rest/server-record.ts';
import type { Replica } from '../../../log/types.ts';
import { lastMove } from '../../../membership/questions/last-move.ts';
import { isSteward } from '../../../membership/questions/stewards.ts';
import { RelayTrouble } from '../../../sync/relay-client.ts';
import { relayKeys } from '../../../sync/relay-keys.ts';
import { createRelayStream } from '../../../sync/relay-stream.ts';
import type { SessionContext } from '../session-types.ts';
import type { Snapshots } from '../snapshots.ts';
import { LONGEST_AWAY, peopleBehind } from './who-followed.ts';

export interface Forgetting {
  readonly context: SessionContext;
  readonly replica: Replica;
  readonly carried: Carried;
  readonly snapshots: Snapshots;
  /** A steward does not wait for those who have not followed. */
  readonly anyway: boolean;
}

/** The record without what is gone now; undefined where it still has to wait. Rejects where the server is away. */
export async function forgetLeft(
  { context, replica, carried, snapshots, anyway }: Forgetting,
  record: ServerRecord,
): Promise<ServerRecord | undefined> {
  const { state, device } = replica;
  const { resting, keyring, clock } = context;
  const move = lastMove(state);
  const { left = [] } = record;
  if (!move || left.length === 0) return undefined;
  const isLate = clock() - move.at >= LONGEST_AWAY;
  if (!anyway && !isLate && peopleBehind(state, device).length > 0) return undefined;
  if (isSteward(state, device)) {
    for (const one of left) await deleteThere(one, context, replica);
    await deleteChunks(context, replica, carried, record);
  }
  carried.checkpoints = carried.checkpoints.filter(({ position }) => position > state.viewsFrom);
  if (await snapshots.take()) return undefined;
  const { circles } = keysToForget(state, carried);
  // The server may know a stream by an older key of the stewards.
  const others = circles.filter(({ circle }) => circle !== stewardsCircle(state.workspace));
  await keyring.forget({ epochsBefore: move.epoch, circles: others });
  const index = Math.max(...left.map((one) => one.index));
  const since = Math.max(record.since ?? 0, index);
  const next: ServerRecord = { ...record, since, left: [] };
  if (await resting.storage.write(await serverToRest(resting, next))) return undefined;
  snapshots.moved();
  return next;
}

/** A whole stream where the workspace left it; in one that goes on, what stands before the move. */
async function deleteThere(
  { server, stream, before }: Left,
  { network, keyring }: SessionContext,
  { state }: Replica,
): Promise<void> {
  if (stream === null) return;
  const relay = createRelayStream({ ...network, server }, stream, relayKeys(state, keyring));
  const goesOn = sameBytes(stream, state.stream);
  if (goesOn && before === null) return;
  await unlessGone(goesOn ? relay.trim(before as string) : relay.remove());
}

/** Checkpoints from before hold what is erased: nobody begins with them any more. */
async function deleteChunks(
  { network, keyring }: SessionContext,
  { state }: Replica,
  { checkpoints }: Carried,
  { server }: ServerRecord,
): Promise<void> {
  const relay = createRelayStream({ ...network, server }, state.stream, relayKeys(state, keyring));
  for (const { position, checkpoint } of checkpoints) {
    if (position <= state.viewsFrom) await unlessGone(relay.removeChild(checkpoint.stream));
  }
}

/** What somebody else has deleted, or is just changing, is as good as deleted. */
async function unlessGone(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof RelayTrouble)) throw error;
    if (error.because !== 'nothing-here' && error.because !== 'moved') throw error;
  }
}
