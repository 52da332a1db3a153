/** GET with `live=long-poll`: what is there, or what comes while the request waits. */
import type { Granted } from '../access/tokens.ts';
import { type Answer, answer, type Headers, isAnswer } from '../answers.ts';
import { problem } from '../problems.ts';
import type { Exchange, Reading, Relay } from '../relay.ts';
import type { Position, StreamState } from '../store/store.ts';
import { cursorAt } from './cursor.ts';
import { bodyOf } from './encoding.ts';
import { type LookAgain, readGranted, troubled } from './granted-read.ts';
import type { Fresh, Reader } from './live.ts';
import { offsetOf } from './offsets.ts';

/** Answers at once where there is something behind `from`; else waits at the tail. */
export async function longPoll(
  relay: Relay,
  reading: Reading,
  granted: Granted,
  from: Position,
): Promise<Answer | LookAgain> {
  const { live, surroundings } = relay;
  const cursor = () => cursorAt(surroundings.now(), reading.query.get('cursor'));
  const tail = await live.enter(granted.state.id);
  if ('type' in tail) return refused(tail);
  let waiting: Reader | undefined;
  try {
    while (true) {
      const read = await readGranted(relay, granted, from);
      if (typeof read === 'string' || isAnswer(read)) return read;
      const { state, end, blocks } = read;
      if (blocks.length > 0) {
        relay.counts.add('reads_total');
        const body = bodyOf(state.contentType, blocks);
        return some(body, state, end, end === state.tail, cursor());
      }
      if (state.closed) return none(state, from, cursor());
      const fresh = await waitFor(relay, reading, (reader) => {
        waiting = reader;
        return tail.add(reader, from, granted.state.generation);
      });
      if (fresh === 'Elsewhere') continue;
      if (fresh === 'Gone') return problem('NothingHere');
      if (typeof fresh === 'string') return none(tail.state(), from, cursor());
      relay.counts.add('reads_total');
      return fresh.state.tail === from
        ? none(fresh.state, from, cursor())
        : some(fresh.body(), fresh.state, fresh.to, fresh.upToDate, cursor());
    }
  } finally {
    tail.leave(waiting);
  }
}

type Waited = Fresh | 'Elsewhere' | 'Gone' | 'TokensChanged' | 'Stopping' | 'Over' | 'Left';

/** Waits for news, but not for ever. `Elsewhere`: the tail is not where the reader stands. */
function waitFor(
  { surroundings, limits }: Relay,
  { outgoing }: Exchange,
  add: (reader: Reader) => Promise<boolean>,
): Promise<Waited> {
  return new Promise((resolve) => {
    const left = () => done('Left');
    const done = (waited: Waited) => {
      cancel();
      outgoing.removeListener('close', left);
      resolve(waited);
    };
    const cancel = surroundings.after(limits.longPollMilliseconds, () => done('Over'));
    outgoing.on('close', left);
    add({ take: done, end: done }).then((added) => added || done('Elsewhere'));
  });
}

/** Why there is no tail to wait at. */
export function refused(
  why: Exclude<Awaited<ReturnType<Relay['live']['enter']>>, { readonly leave: unknown }>,
): Answer {
  if (why.type === 'TooMany') return problem('TooMany', {}, 30);
  return why.type === 'NoStream' ? problem('NothingHere') : troubled(why);
}

function some(
  body: Uint8Array,
  state: StreamState,
  to: Position,
  upToDate: boolean,
  cursor: string,
): Answer {
  return answer(200, body, {
    'content-type': state.contentType,
    'stream-next-offset': offsetOf(to),
    'stream-cursor': cursor,
    ...(upToDate && { 'stream-up-to-date': 'true' }),
    ...(upToDate && state.closed && { 'stream-closed': 'true' }),
  });
}

function none(state: StreamState, at: Position, cursor: string): Answer {
  const closed: Headers = state.closed ? { 'stream-closed': 'true' } : { 'stream-cursor': cursor };
  return answer(204, null, {
    'stream-next-offset': offsetOf(at),
    'stream-up-to-date': 'true',
    ...closed,
  });
}
