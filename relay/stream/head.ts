/** HEAD: where a stream ends, and the counter that the next manage operation must be above. */
import type { Granted } from '../access/tokens.ts';
import { type Answer, answer } from '../answers.ts';
import { offsetOf } from './offsets.ts';

/** A token from before a swap is told its own end, and no counter. */
export function head({ state, until }: Granted): Answer {
  return answer(200, null, {
    'content-type': state.contentType,
    'stream-next-offset': offsetOf(until ?? state.tail),
    ...(until === null && { 'alongside-counter': String(state.counter) }),
  });
}
