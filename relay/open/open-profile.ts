/**
 * The profile without tokens, for development and for the protocol's own test suite: whoever reaches the
 * server may do anything, so it listens on this machine only. Any path is a stream's name; bytes of
 * any type, closing, lifetimes and deletion are served. Forks, producers and subscriptions are not.
 */
import { hash } from 'node:crypto';
import { type Answer, type Answered, alreadySent, answer, preflight } from '../answers.ts';
import { problem } from '../problems.ts';
import type { Reading, Relay, Request } from '../relay.ts';
import { isTrouble, type StreamState } from '../store/store.ts';
import { troubled } from '../stream/granted-read.ts';
import { offsetOf } from '../stream/offsets.ts';
import { read } from '../stream/read.ts';
import { append } from './append.ts';
import { create } from './create.ts';
import { asksForMore } from './headers.ts';

const methods = 'GET, HEAD, POST, PUT, DELETE, OPTIONS';
const headers =
  'authorization, content-type, if-none-match, stream-closed, stream-expires-at, stream-seq, stream-ttl';
/** A path of any letters, but not the protocol's own room and nothing that climbs. */
const name = /^(?!__ds(\/|$))[\w\-.~!$&'()*+,;=:@%/]{1,1024}$/;

export async function openProfile(relay: Relay, request: Request): Promise<Answered> {
  const { incoming, outgoing, name: id, search } = request;
  if (incoming.method === 'OPTIONS') return preflight(methods, headers);
  if (!name.test(id) || id.split('/').includes('..')) return problem('NothingHere');
  if (asksForMore(incoming.headers)) return problem('Refused');
  const asked = { incoming, outgoing, id };
  switch (incoming.method) {
    case 'PUT':
      return create(relay, asked);
    case 'POST':
      return append(relay, asked);
    case 'DELETE':
      return remove(relay, id);
    case 'GET':
    case 'HEAD':
      return look(relay, { ...asked, query: new URLSearchParams(search) });
    default:
      return problem('WrongMethod', { allow: methods });
  }
}

async function remove({ store }: Relay, id: string): Promise<Answer> {
  const removed = await store.remove(id);
  if (isTrouble(removed)) return troubled(removed);
  return removed.type === 'Removed' ? answer(204, null, {}) : problem('NothingHere');
}

async function look(relay: Relay, reading: Reading): Promise<Answered> {
  const state = await relay.store.find(reading.id);
  if (isTrouble(state)) return troubled(state);
  if ('type' in state) return problem('NothingHere');
  if (reading.incoming.method === 'HEAD') return head(state);
  if (state.ttl !== null) await relay.store.touch(state.id);
  const answered = await read(relay, reading, { state, until: null });
  if (answered === 'LookAgain') return problem('NothingHere');
  const { query, incoming } = reading;
  const isPlain = !query.has('live') && query.get('offset') !== 'now';
  return answered !== alreadySent && answered.status === 200 && isPlain
    ? tagged(answered, incoming.headers['if-none-match'])
    : answered;
}

function head(state: StreamState): Answer {
  return answer(200, null, {
    'content-type': state.contentType,
    'stream-next-offset': offsetOf(state.tail),
    ...(state.closed && { 'stream-closed': 'true' }),
    ...(state.ttl !== null && { 'stream-ttl': String(state.ttl) }),
    ...(state.ttl === null &&
      state.expiresAt !== null && { 'stream-expires-at': new Date(state.expiresAt).toISOString() }),
  });
}

/** The same answer with a tag that changes with its bytes, its end and closing; 304 where it is known. */
function tagged({ status, headers, body }: Answer, known: string | undefined): Answer {
  const end = `${headers['stream-next-offset']} ${headers['stream-closed']} `;
  const bytes = Buffer.concat([Buffer.from(end), Buffer.from(body ?? '')]);
  const etag = `"${hash('sha256', bytes, 'base64url').slice(0, 22)}"`;
  const isKnown = known?.split(',').some((one) => one.trim() === etag);
  return isKnown ? answer(304, null, { etag }) : answer(status, body, { ...headers, etag });
}
