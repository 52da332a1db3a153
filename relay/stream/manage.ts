/** POST to `…/manage`: a signed operation of its own. No token is asked for: the signature says it all. */
import { addressKey } from '../access/addresses.ts';
import { isSigned, operationBytes, readOperation } from '../access/manage.ts';
import { type Answer, answer } from '../answers.ts';
import { problem } from '../problems.ts';
import type { Exchange, Relay } from '../relay.ts';
import { isTrouble } from '../store/store.ts';
import { moved } from './append.ts';
import { readBody } from './body.ts';
import { troubled } from './granted-read.ts';
import { offsetOf } from './offsets.ts';

export async function manage(relay: Relay, { incoming, id }: Exchange): Promise<Answer> {
  const { store, surroundings, limits, rates } = relay;
  const now = surroundings.now();
  const wait = rates.manages.take(addressKey(incoming, relay.proxies), now);
  if (wait !== undefined) return problem('TooMany', {}, wait);
  const body = await readBody(incoming, operationBytes);
  if (body === 'TooLarge') return problem('TooLarge');
  if (body === 'Broken') return problem('BadRequest');
  const found = await store.find(id);
  if (isTrouble(found)) return troubled(found);
  const state = 'type' in found ? undefined : found;
  const signature = incoming.headers['alongside-manage-signature'];
  const signed = typeof signature === 'string' ? signature : undefined;
  const isGood = await isSigned(store, id, state, body, signed);
  if (!isGood || !state) return problem('NothingHere');
  const op = readOperation(body, now, limits.expiryMilliseconds);
  if (!op) return problem('BadRequest');
  const managed = await store.manage(id, op, state.generation);
  switch (managed.type) {
    case 'Managed':
      if (op.op === 'swap') relay.counts.add('swaps_total');
      return answer(204, null, {
        ...(managed.state && { 'stream-next-offset': offsetOf(managed.state.tail) }),
        'alongside-counter': String(op.counter),
      });
    case 'Moved':
      return moved(managed.state);
    case 'TokensChanged':
      return moved(state);
    case 'NoStream':
      return problem('NothingHere');
    default:
      return troubled(managed);
  }
}
