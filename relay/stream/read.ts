/** GET: what a stream holds from a place on, and the door to both kinds of live reading. */
import type { Granted } from '../access/tokens.ts';
import { type Answer, type Answered, answer, isAnswer } from '../answers.ts';
import { problem } from '../problems.ts';
import type { Reading, Relay } from '../relay.ts';
import type { Position } from '../store/store.ts';
import { bodyOf } from './encoding.ts';
import { followEvents } from './events.ts';
import { type LookAgain, readGranted } from './granted-read.ts';
import { longPoll } from './long-poll.ts';
import { offsetOf, startOf } from './offsets.ts';

/** Reads for someone who was let in. `LookAgain` where that is no longer so. */
export async function read(
  relay: Relay,
  reading: Reading,
  granted: Granted,
): Promise<Answered | LookAgain> {
  const { query } = reading;
  const offsets = query.getAll('offset');
  const live = query.get('live');
  const from = startOf(offsets[0] ?? null, granted.state);
  if (from === undefined || offsets.length > 1) return problem('BadOffset');
  if (granted.until !== null && from >= granted.until) return problem('NothingHere');
  if (live === null) return catchUp(relay, granted, from, offsets[0] === 'now');
  if (offsets.length === 0) return problem('BadRequest');
  if (live === 'long-poll') return longPoll(relay, reading, granted, from);
  return live === 'sse' ? followEvents(relay, reading, granted, from) : problem('BadRequest');
}

/** One answer with what is there now. Nothing of it where the reader asked to begin at the end. */
async function catchUp(
  relay: Relay,
  granted: Granted,
  from: Position,
  nothing: boolean,
): Promise<Answer | LookAgain> {
  const read = await readGranted(relay, granted, from);
  if (typeof read === 'string' || isAnswer(read)) return read;
  relay.counts.add('reads_total');
  const { state, end, blocks } = nothing ? { ...read, end: from, blocks: [] } : read;
  const isAtTail = nothing || end === state.tail;
  return answer(200, bodyOf(state.contentType, blocks), {
    'content-type': state.contentType,
    'stream-next-offset': offsetOf(end),
    ...(isAtTail && { 'stream-up-to-date': 'true' }),
    ...(isAtTail && state.closed && { 'stream-closed': 'true' }),
  });
}
