/** PUT in the open profile: makes a stream with what it begins with, or finds it there as it is asked for. */
import { type Answer, answer } from '../answers.ts';
import { problem } from '../problems.ts';
import type { Exchange, Relay } from '../relay.ts';
import type { StreamState } from '../store/store.ts';
import { readBody } from '../stream/body.ts';
import { troubled } from '../stream/granted-read.ts';
import { offsetOf } from '../stream/offsets.ts';
import { blocksOf } from './blocks.ts';
import { type Lifetime, lifetimeIn, one, saysClosed } from './headers.ts';

const usualType = 'application/octet-stream';

export async function create(relay: Relay, { incoming, id }: Exchange): Promise<Answer> {
  const { store, surroundings, limits } = relay;
  const { headers } = incoming;
  const lifetime = lifetimeIn(headers, surroundings.now());
  if (!lifetime) return problem('BadRequest');
  const contentType = one(headers['content-type']) ?? usualType;
  const body = await readBody(incoming, limits.bodyBytes);
  if (body === 'TooLarge') return problem('TooLarge');
  if (body === 'Broken') return problem('BadRequest');
  const blocks = blocksOf(contentType, body);
  if (!blocks) return problem('BadBody');
  const closed = saysClosed(headers);
  const created = await store.create(
    { id, contentType, blocks, closed, ...lifetime, access: null },
    { by: 'nobody' },
  );
  if (created.type === 'Created') {
    relay.counts.add('creations_total');
    return made(201, created.state, headers.host);
  }
  if (created.type !== 'Exists') {
    return 'after' in created || created.type === 'DiskFull' || created.type === 'StoreAway'
      ? troubled(created)
      : problem('NothingHere');
  }
  return isSame(created.state, { contentType, closed, ...lifetime })
    ? made(200, created.state, headers.host)
    : problem('Different');
}

function isSame(
  state: StreamState,
  asked: Lifetime & { readonly contentType: string; readonly closed: boolean },
): boolean {
  return (
    state.contentType.toLowerCase() === asked.contentType.toLowerCase() &&
    state.closed === asked.closed &&
    state.ttl === asked.ttl &&
    (state.ttl !== null || state.expiresAt === asked.expiresAt)
  );
}

function made(status: 200 | 201, state: StreamState, host = 'localhost'): Answer {
  return answer(status, null, {
    'content-type': state.contentType,
    'stream-next-offset': offsetOf(state.tail),
    ...(state.closed && { 'stream-closed': 'true' }),
    ...(status === 201 && { location: `http://${host}/v1/stream/${state.id}` }),
  });
}
