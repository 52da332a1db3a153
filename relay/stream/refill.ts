/**
 * POST to `…/refill?offset=…`: puts a damaged block back, from a member's device that still has its
 * messages. It is taken only if it is what was written there, byte for byte, as the checksum that was
 * kept beside it says; so nothing can be changed by it.
 */
import { verifierFrom } from '../access/keys.ts';
import { mayAppend } from '../access/tokens.ts';
import { type Answer, answer } from '../answers.ts';
import { problem } from '../problems.ts';
import type { Reading, Relay } from '../relay.ts';
import { isTrouble } from '../store/store.ts';
import { moved, tooMany } from './append.ts';
import { readBody } from './body.ts';
import { troubled } from './granted-read.ts';
import { readMessages } from './messages.ts';
import { offsetOf, positionFrom } from './offsets.ts';

/** The body has the messages of the one append that is damaged, as they were appended. */
export async function refill(relay: Relay, reading: Reading): Promise<Answer> {
  const { store, limits } = relay;
  const { incoming, id, query } = reading;
  const verifier = verifierFrom(incoming.headers.authorization);
  if (!verifier) return problem('NothingHere');
  const granted = await mayAppend(store, id, verifier);
  if (isTrouble(granted)) return troubled(granted);
  if ('type' in granted) return problem('NothingHere');
  const wait = tooMany(relay, reading, granted.state);
  if (wait !== undefined) return problem('TooMany', {}, wait);
  const at = positionFrom(query.get('offset') ?? undefined);
  if (at === undefined) return problem('BadOffset');
  const body = await readBody(incoming, limits.bodyBytes);
  if (body === 'TooLarge') return problem('TooLarge');
  if (body === 'Broken') return problem('BadRequest');
  const { messages: atMost, swapMessageBytes } = limits;
  const messages = readMessages(body, { messages: atMost, messageBytes: swapMessageBytes });
  if (messages === 'TooMuch') return problem('TooLarge');
  const [block, more] = messages === 'Malformed' ? [] : messages.blocks;
  if (!block || more) return problem('BadBody');
  const refilled = await store.refill(id, at, block);
  switch (refilled.type) {
    case 'Refilled':
      return answer(204, null, { 'stream-next-offset': offsetOf(at + 1) });
    case 'NotHere':
      return moved(refilled.state);
    case 'NoStream':
      return problem('NothingHere');
    default:
      return troubled(refilled);
  }
}
