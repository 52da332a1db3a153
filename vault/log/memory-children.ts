/** Child streams in memory: for tests, with the expiry and the tokens that a relay would hold to. */

import { bytesToText, sameBytes } from '../envelope/bytes.ts';
import type { Clock } from '../identity/types.ts';
import type { Child, ChildAddress, Children } from './children.ts';
import { createMemoryStream, type MemoryStream } from './memory-stream.ts';
import { StreamMissing } from './stream-errors.ts';

export interface MemoryChildren extends Children {
  /** All of them by their id in base64url: what a relay that is taken could hand over. */
  readonly streams: ReadonlyMap<string, MemoryStream>;
}

export function createMemoryChildren(clock: Clock): MemoryChildren {
  const children = new Map<string, { at: ChildAddress; until: number; stream: MemoryStream }>();
  /** Who waits for something to be appended to any of them. */
  const waiting = new Set<() => void>();
  const find = (at: ChildAddress) => {
    const found = children.get(bytesToText(at.id));
    const right =
      found !== undefined &&
      found.until > clock() &&
      sameBytes(found.at.read, at.read) &&
      sameBytes(found.at.append, at.append);
    return right ? found.stream : ({ type: 'NotThere' } as const);
  };
  const must = (at: ChildAddress) => {
    const found = find(at);
    if ('type' in found) throw new StreamMissing(found.type);
    return found;
  };
  return {
    get streams() {
      return new Map([...children].map(([id, { stream }]) => [id, stream]));
    },
    async open(at, asked) {
      const until = asked ?? Number.POSITIVE_INFINITY;
      const known = children.get(bytesToText(at.id));
      if (known === undefined) {
        children.set(bytesToText(at.id), { at, until, stream: wakingStream(at) });
      } else if (sameBytes(known.at.append, at.append)) known.until = until;
      return find(at);
    },
    visit: async (at) => find(at),
    at: (at): Child => ({
      id: at.id,
      append: async (wires) => must(at).append(wires),
      read: async (from) => must(at).read(from),
      async wait(from, signal) {
        while (!signal.aborted && (await must(at).read(from)).wires.length === 0) {
          await news(signal);
        }
        return !signal.aborted;
      },
    }),
  };

  function wakingStream({ id }: ChildAddress): MemoryStream {
    const stream = createMemoryStream(id);
    return {
      ...stream,
      async append(wires) {
        await stream.append(wires);
        for (const wake of [...waiting]) wake();
      },
    };
  }

  function news(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const wake = () => {
        waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }
}
