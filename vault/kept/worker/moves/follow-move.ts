/**
 * A compaction was read: from here on the workspace has other keys, and perhaps another stream on
 * another server. What this device mirrors from now on is written down in one batch, with what was
 * left behind, so that a stop at any moment finds the old or the new.
 */
import { bytesToText, copyOf, sameBytes } from '../../../envelope/bytes.ts';
import type { Resting } from '../../../local/rest/keys-at-rest.ts';
import {
  type Gone,
  readServer,
  type ServerRecord,
  serverToRest,
} from '../../../local/rest/server-record.ts';
import type { Replica } from '../../../log/types.ts';
import { lastMove } from '../../../membership/questions/last-move.ts';
import type { State } from '../../../membership/state.ts';
import { reachedToRest } from '../../../sync/mirrored-stream.ts';
import { serverAddress } from '../../../sync/server-address.ts';

/** Whether a record speaks of the incarnation that this state is in. */
export function isOf({ of }: ServerRecord, state: State): boolean {
  const here = bytesToText(state.incarnation);
  return of ? of.incarnation === here : here === bytesToText(state.workspace);
}

/** What a record says of where this state is. */
export function goneTo(state: State): Gone {
  const { stream, incarnation, viewsFrom } = state;
  return { stream: copyOf(stream), incarnation: bytesToText(incarnation), n: viewsFrom };
}

export interface Following {
  readonly resting: Resting;
  readonly replica: Replica;
  /** The stream that was followed until now, where that is known. */
  readonly stream: Uint8Array | null;
  /** Where in it the batch began that brought the move, where that is known. */
  readonly readFrom: string | null;
}

/**
 * The record to go on by, where it is another one than `before`; undefined where nothing moved, the
 * storage is ahead of what this tab has read, or takes nothing.
 */
export async function followMove(
  { resting, replica, stream, readFrom }: Following,
  before: ServerRecord,
): Promise<ServerRecord | undefined> {
  const { state } = replica;
  if (isOf(before, state)) return undefined;
  const stored = (await readServer(resting)) ?? before;
  if (isOf(stored, state)) return stored;
  if (stored.of && stored.of.n > state.n) return undefined;
  const move = lastMove(state);
  if (!move) return undefined;
  const old = stored.of?.stream ?? stream;
  const isElsewhere = move.relay !== '' || (old !== null && !sameBytes(old, move.stream));
  const index = Number(replica.offset) - (state.n - state.viewsFrom);
  const left = { server: stored.server, before: isElsewhere ? null : readFrom, index };
  const record: ServerRecord = {
    server: (isElsewhere && serverAddress(move.relay)) || stored.server,
    since: isElsewhere ? index : stored.since,
    of: goneTo(state),
    left: [...(stored.left ?? []), { ...left, stream: old && copyOf(old) }],
  };
  const reached = isElsewhere ? [await reachedToRest(resting, '')] : [];
  const refused = await resting.storage.write([
    ...(await serverToRest(resting, record)),
    ...reached,
  ]);
  return refused ? undefined : record;
}
