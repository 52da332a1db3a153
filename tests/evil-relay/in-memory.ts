/**
 * The evil relay in memory: a relay that may show each reader something else. It holds real
 * ciphertext and no key, which is all that a relay has.
 *
 *   const relay = createEvilRelay(id);
 *   const stream = relay.streamFor('ruth', { append: () => 'stores, says nothing' });
 *   relay.log.splice(7, 1);          // everybody misses a message
 *   relay.fork('ruth');              // from here on Ruth is alone
 *   relay.shownTo('ruth').length = 3 // and was never told the rest
 *
 * Logs are plain arrays: dropping, swapping, repeating and rolling back are array methods.
 * `over-http.ts` is the same relay as a server.
 */
import { copyOf } from '../../vault/envelope/bytes.ts';
import type { Batch, Offset, Stream, Wire } from '../../vault/log/types.ts';

export interface EvilRelay {
  readonly id: Uint8Array;
  /** What is shown to everybody who was not forked off. */
  readonly log: Wire[];
  /** The log that this reader is shown. */
  shownTo(reader: string): Wire[];
  /** These readers get a copy of the log; what they append from now on, only they are shown. */
  fork(...readers: readonly string[]): Wire[];
  /** Everybody is shown the one log again. */
  unite(): void;
  streamFor(reader: string, tricks?: Tricks): Stream;
}

export type AppendTrick =
  | 'honest'
  | 'stores, says nothing'
  | 'says yes, stores nothing'
  | 'stores twice'
  | 'stores backwards'
  | 'refuses';

export interface Tricks {
  /** What becomes of the nth append, from 1. */
  append?(nth: number): AppendTrick;
  /** What is answered to the nth read, from 1, instead of the honest answer. */
  read?(nth: number, from: Offset, honest: Batch): Batch;
}

/** What an append is rejected with where no answer came. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

export function createEvilRelay(id: Uint8Array, log: Wire[] = []): EvilRelay {
  const forks = new Map<string, Wire[]>();
  const shownTo = (reader: string) => forks.get(reader) ?? log;
  return {
    id,
    log,
    shownTo,
    fork(...readers) {
      const own = [...shownTo(readers[0] ?? '')];
      for (const reader of readers) forks.set(reader, own);
      return own;
    },
    unite: () => forks.clear(),
    streamFor(reader, tricks = {}) {
      let appends = 0;
      let reads = 0;
      return {
        id,
        async append(wires) {
          appends += 1;
          const trick = tricks.append?.(appends) ?? 'honest';
          if (trick === 'refuses') throw new NoAnswer();
          for (const wire of stored(trick, wires)) shownTo(reader).push(copyOf(wire));
          if (trick === 'stores, says nothing') throw new NoAnswer();
        },
        async read(from) {
          reads += 1;
          const honest = batchFrom(shownTo(reader), from);
          return tricks.read?.(reads, from, honest) ?? honest;
        },
      };
    },
  };
}

function stored(trick: AppendTrick, wires: readonly Wire[]): readonly Wire[] {
  if (trick === 'says yes, stores nothing') return [];
  if (trick === 'stores twice') return [...wires, ...wires];
  return trick === 'stores backwards' ? wires.toReversed() : wires;
}

/** The honest answer: what follows `from`, and where it ends. */
export function batchFrom(log: readonly Wire[], from: Offset, most = log.length): Batch {
  const start = from === '' ? 0 : Number(from);
  const wires = log.slice(start, start + most);
  return { wires, next: String(Math.max(start, start + wires.length)) };
}
