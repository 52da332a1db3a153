/** Reading for someone who was let in: the next blocks from a place on, or why there are none. */

import type { Granted } from '../access/tokens.ts';
import type { Answer } from '../answers.ts';
import { problem } from '../problems.ts';
import type { Relay } from '../relay.ts';
import type { Position, Read, WriteTrouble } from '../store/store.ts';
import { offsetOf } from './offsets.ts';

/** The stream's tokens were swapped since the request was let in. */
export type LookAgain = 'LookAgain';

/**
 * Reads from a place on, no further than `granted` goes. Gives an answer instead where there is nothing
 * to read: what is damaged, what was trimmed, what is gone.
 */
export async function readGranted(
  { store, limits }: Relay,
  { state, until }: Granted,
  from: Position,
): Promise<Read | Answer | LookAgain> {
  const read = await store.read(state.id, {
    from,
    maxBytes: limits.answerBytes,
    generation: state.generation,
    ...(until !== null && { until }),
  });
  switch (read.type) {
    case 'Read':
      return read;
    case 'NotHere':
      return problem('Gone');
    case 'NoStream':
      return problem('NothingHere');
    case 'TokensChanged':
      return 'LookAgain';
    default:
      return troubled(read);
  }
}

/** What the store could not do, as an answer. */
export function troubled(trouble: WriteTrouble): Answer {
  switch (trouble.type) {
    case 'DiskFull':
      return problem('DiskFull', {}, 60);
    case 'StoreAway':
      return problem('Away', {}, 5);
    case 'Damaged':
      return problem(
        'Damaged',
        trouble.after === undefined ? {} : { 'stream-next-offset': offsetOf(trouble.after) },
      );
  }
}
