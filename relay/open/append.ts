/** POST in the open profile: appends, closes, or both at once. */
import { type Answer, answer } from '../answers.ts';
import { problem } from '../problems.ts';
import type { Exchange, Relay } from '../relay.ts';
import { isTrouble, type StreamState } from '../store/store.ts';
import { readBody } from '../stream/body.ts';
import { mediaType } from '../stream/encoding.ts';
import { troubled } from '../stream/granted-read.ts';
import { offsetOf } from '../stream/offsets.ts';
import { blocksOf } from './blocks.ts';
import { one, saysClosed } from './headers.ts';

export async function append(relay: Relay, { incoming, id }: Exchange): Promise<Answer> {
  const { store, limits } = relay;
  const { headers } = incoming;
  const close = saysClosed(headers);
  const body = await readBody(incoming, limits.bodyBytes);
  if (body === 'TooLarge') return problem('TooLarge');
  if (body === 'Broken') return problem('BadRequest');
  const state = await store.find(id);
  if (isTrouble(state)) return troubled(state);
  if ('type' in state) return problem('NothingHere');
  const isOnlyClosing = body.length === 0 && close;
  if (body.length === 0 && !close) return problem('BadBody');
  if (state.closed) return isOnlyClosing ? done(state) : closed(state);
  const contentType = one(headers['content-type']);
  if (!isOnlyClosing) {
    if (contentType === undefined) return problem('BadRequest');
    if (mediaType(contentType) !== mediaType(state.contentType)) return problem('WrongType');
  }
  const blocks = blocksOf(state.contentType, body);
  if (!blocks || (blocks.length === 0 && !isOnlyClosing)) return problem('BadBody');
  const sequence = one(headers['stream-seq']);
  const appended = await store.append(id, {
    blocks,
    generation: state.generation,
    close,
    ...(sequence !== undefined && { sequence }),
  });
  switch (appended.type) {
    case 'Appended':
      relay.counts.add('appends_total');
      relay.counts.add('appended_bytes_total', body.length);
      if (state.ttl !== null) await store.touch(id);
      return done(appended.state);
    case 'StreamClosed':
      return isOnlyClosing ? done(appended.state) : closed(appended.state);
    case 'SequenceBehind':
      return problem('OutOfSequence');
    case 'NoStream':
    case 'TokensChanged':
    case 'Moved':
      return problem('NothingHere');
    case 'QuotaSpent':
      return problem('QuotaSpent', {}, 3600);
    default:
      return troubled(appended);
  }
}

function done(state: StreamState): Answer {
  return answer(204, null, {
    'stream-next-offset': offsetOf(state.tail),
    ...(state.closed && { 'stream-closed': 'true' }),
  });
}

function closed(state: StreamState): Answer {
  return problem('Closed', {
    'stream-next-offset': offsetOf(state.tail),
    'stream-closed': 'true',
  });
}
