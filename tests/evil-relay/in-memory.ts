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
import { NotStored, StreamAway } from '../../vault/log/stream-errors.ts';
import type { Batch, Offset, Stream, Turn, Wire } from '../../vault/log/types.ts';
import type { Source } from '../../vault/sync/mirrored-stream.ts';

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
  /** For a replica by itself (`Stream`) or for the mirror of a device (`Source`). */
  streamFor(reader: string, tricks?: Tricks): Stream & Source;
}

export type AppendTrick =
  | 'honest'
  | 'stores, says nothing'
  | 'says yes, stores nothing'
  | 'stores twice'
  | 'stores backwards'
  | 'says nothing, stores nothing'
  | 'refuses';

export interface Tricks {
  /** What becomes of the nth append, from 1. */
  append?(nth: number): AppendTrick;
  /** What is answered to the nth read, from 1, instead of the honest answer. */
  read?(nth: number, from: Offset, honest: Batch): Batch;
  /** Whether an entry that turns tokens is refused where the stream moved; a relay may not care. */
  readonly minds?: boolean;
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
        async append(wires: readonly Wire[], turn?: Turn, at?: Offset) {
          appends += 1;
          const own = shownTo(reader);
          const trick = tricks.append?.(appends) ?? 'honest';
          if (trick === 'refuses') throw new NotStored('refused');
          const moved = at !== undefined && at !== String(own.length);
          if (tricks.minds && turn !== undefined && moved) throw new NotStored('moved');
          for (const wire of stored(trick, wires)) own.push(copyOf(wire));
          if (trick.endsWith('nothing') && trick !== 'says yes, stores nothing') {
            throw new StreamAway('no answer');
          }
        },
        async read(from: Offset) {
          reads += 1;
          const honest = batchFrom(shownTo(reader), from);
          return tricks.read?.(reads, from, honest) ?? honest;
        },
      };
    },
  };
}

function stored(trick: AppendTrick, wires: readonly Wire[]): readonly Wire[] {
  if (trick.endsWith('stores nothing')) return [];
  if (trick === 'stores twice') return [...wires, ...wires];
  return trick === 'stores backwards' ? wires.toReversed() : wires;
}

/** The honest answer: what follows `from`, and where it ends. */
export function batchFrom(log: readonly Wire[], from: Offset, most = log.length): Batch {
  const start = from === '' ? 0 : Number(from);
  const wires = log.slice(start, start + most);
  return { wires, next: String(Math.max(start, start + wires.length)) };
}
