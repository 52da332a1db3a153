/**
 * POST: appends messages, and with a signed operation beside them swaps the stream's tokens in the same
 * transaction. Answered when it is on disk.
 */
import { addressKey } from '../access/addresses.ts';
import { verifierFrom } from '../access/keys.ts';
import { isSigned, readOperation } from '../access/manage.ts';
import { mayAppend } from '../access/tokens.ts';
import { type Answer, answer, isAnswer } from '../answers.ts';
import { problem } from '../problems.ts';
import type { Exchange, Relay } from '../relay.ts';
import { isTrouble, type StreamState, type Swap } from '../store/store.ts';
import { readBody } from './body.ts';
import { isJson } from './encoding.ts';
import { troubled } from './granted-read.ts';
import { readMessages } from './messages.ts';
import { offsetOf } from './offsets.ts';

export async function append(relay: Relay, exchange: Exchange): Promise<Answer> {
  const { store, limits, counts } = relay;
  const { incoming, id } = exchange;
  const verifier = verifierFrom(incoming.headers.authorization);
  if (!verifier) return problem('NothingHere');
  const granted = await mayAppend(store, id, verifier);
  if (isTrouble(granted)) return troubled(granted);
  if ('type' in granted) return problem('NothingHere');
  const { state } = granted;
  if (!isJson(incoming.headers['content-type'] ?? '')) return problem('WrongType');
  const wait = tooMany(relay, exchange, state);
  if (wait !== undefined) return problem('TooMany', {}, wait);
  const swap = await swapOf(relay, exchange, state);
  if (swap && isAnswer(swap)) return swap;
  const body = await readBody(incoming, limits.bodyBytes);
  if (body === 'TooLarge') return problem('TooLarge');
  if (body === 'Broken') return problem('BadRequest');
  const messageBytes = swap ? limits.swapMessageBytes : limits.messageBytes;
  const messages = readMessages(body, { messages: limits.messages, messageBytes });
  if (messages === 'Malformed') return problem('BadBody');
  if (messages === 'TooMuch') return problem('TooLarge');
  const { blocks } = messages;
  const { generation } = state;
  const appended = await store.append(id, { blocks, generation, ...(swap && { swap }) });
  switch (appended.type) {
    case 'Appended':
      counts.add('appends_total');
      counts.add('appended_bytes_total', body.length);
      if (swap) counts.add('swaps_total');
      return answer(204, null, { 'stream-next-offset': offsetOf(appended.state.tail) });
    case 'Moved':
      return moved(appended.state);
    case 'NoStream':
    case 'TokensChanged':
      return problem('NothingHere');
    case 'StreamClosed':
    case 'SequenceBehind':
      return problem('Refused');
    case 'QuotaSpent':
      return problem('QuotaSpent', {}, 3600);
    default:
      return troubled(appended);
  }
}

/** Where the stream and its counter are now, for whoever was not the first. */
export function moved(state: StreamState): Answer {
  return problem('Moved', {
    'stream-next-offset': offsetOf(state.tail),
    'alongside-counter': String(state.counter),
  });
}

/** In how many seconds to come back, where this stream or this address asked too often. */
function tooMany(relay: Relay, { incoming, id }: Exchange, state: StreamState): number | undefined {
  const { rates, surroundings, proxies } = relay;
  const now = surroundings.now();
  const ofStream = rates.appends.take(id, now);
  if (ofStream !== undefined || state.parent === null) return ofStream;
  return rates.childAppends.take(addressKey(incoming, proxies), now);
}

/** The swap that travels with this append, if any, after its signature was looked at. */
async function swapOf(
  { store, surroundings, limits }: Relay,
  { incoming, id }: Exchange,
  state: StreamState,
): Promise<Swap | undefined | Answer> {
  const header = incoming.headers['alongside-manage-op'];
  if (header === undefined) return undefined;
  const signature = incoming.headers['alongside-manage-signature'];
  if (typeof header !== 'string' || typeof signature !== 'string') return problem('BadRequest');
  if (!/^[A-Za-z0-9_-]{1,4096}$/.test(header)) return problem('BadRequest');
  const bytes = Buffer.from(header, 'base64url');
  if (!(await isSigned(store, id, state, bytes, signature))) return problem('NothingHere');
  const op = readOperation(bytes, surroundings.now(), limits.expiryMilliseconds);
  return op?.op === 'swap' ? op : problem('BadRequest');
}
