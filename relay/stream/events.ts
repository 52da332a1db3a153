/**
 * GET with `live=sse`: server-sent events, first what is there, then what comes. The connection ends
 * after about a minute and the reader goes on from the offset it was told last. A reader that does
 * not take what it is sent is cut, whatever it waits for lies in the stream.
 */
import type { Granted } from '../access/tokens.ts';
import { type Answered, alreadySent, always, isAnswer } from '../answers.ts';
import type { Reading, Relay } from '../relay.ts';
import type { Position, Read } from '../store/store.ts';
import { cursorAt } from './cursor.ts';
import { eventsOf, isText } from './encoding.ts';
import { type LookAgain, readGranted } from './granted-read.ts';
import { controlOf, type Reader, type Tail } from './live.ts';
import { refused } from './long-poll.ts';

const keepAlive = Buffer.from(':\n\n');

/** Answers with events until the reader leaves, is sent away, or has had its time. */
export async function followEvents(
  relay: Relay,
  reading: Reading,
  granted: Granted,
  from: Position,
): Promise<Answered | LookAgain> {
  const tail = await relay.live.enter(granted.state.id);
  if ('type' in tail) return refused(tail);
  const first = await readGranted(relay, granted, from);
  if (typeof first === 'string' || isAnswer(first)) {
    tail.leave();
    return first;
  }
  const { outgoing } = reading;
  outgoing.writeHead(200, {
    ...always,
    'cache-control': 'no-store, no-cache',
    'content-type': 'text/event-stream',
    'x-accel-buffering': 'no',
    ...(!isText(granted.state.contentType) && { 'stream-sse-data-encoding': 'base64' }),
  });
  follow(relay, reading, granted, tail, first);
  return alreadySent;
}

async function follow(
  relay: Relay,
  { outgoing, query }: Reading,
  granted: Granted,
  tail: Tail,
  first: Read,
): Promise<void> {
  const { surroundings, limits, counts } = relay;
  const cursor = () => cursorAt(surroundings.now(), query.get('cursor'));
  const reader: Reader = {
    take(fresh) {
      write(fresh.events(cursor()));
      if (fresh.state.closed && fresh.upToDate) end();
    },
    end,
  };
  let ended = false;
  const stopAlive = every(relay, limits.keepAliveMilliseconds, () => write(keepAlive));
  const stopLife = surroundings.after(lifetime(limits.eventStreamMilliseconds), end);
  outgoing.on('close', left);
  for (let read = first; !ended; ) {
    const { blocks, state, end: at } = read;
    const isAtTail = at === state.tail;
    if (blocks.length > 0 || read === first) {
      counts.add('reads_total');
      const isOpenEnd = isAtTail && granted.until === null;
      write(eventsOf(state.contentType, blocks, controlOf(at, isOpenEnd, state, cursor())));
    }
    if (at === granted.until || (isAtTail && state.closed)) return end();
    if (await tail.add(reader, at, granted.state.generation)) return;
    await drained();
    const next = await readGranted(relay, granted, at);
    if (typeof next === 'string' || isAnswer(next)) return end();
    read = next;
  }

  function write(bytes: Uint8Array): void {
    if (ended) return;
    if (outgoing.writableLength <= limits.unreadBytes) {
      outgoing.write(bytes);
    } else {
      counts.add('slow_readers_cut_total');
      outgoing.destroy();
    }
  }

  /** Waits until a reader that catches up has taken what it was sent. */
  async function drained(): Promise<void> {
    if (!outgoing.writableNeedDrain || ended) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        cancel();
        outgoing.removeListener('drain', done);
        outgoing.removeListener('close', done);
        resolve();
      };
      const cancel = surroundings.after(limits.keepAliveMilliseconds, () => {
        outgoing.destroy();
        done();
      });
      outgoing.on('drain', done);
      outgoing.on('close', done);
    });
  }

  function end(): void {
    if (!ended) outgoing.end();
    left();
  }

  function left(): void {
    if (ended) return;
    ended = true;
    stopAlive();
    stopLife();
    tail.leave(reader);
  }
}

/** A tenth more or less, so that readers who came together do not all come back together. */
function lifetime(usual: number): number {
  return usual * (0.9 + Math.random() * 0.2);
}

function every({ surroundings }: Relay, milliseconds: number, call: () => void): () => void {
  let cancel = surroundings.after(milliseconds, again);
  return () => cancel();
  function again(): void {
    cancel = surroundings.after(milliseconds, again);
    call();
  }
}
