/** Child streams in memory: for tests, with the expiry and the tokens that a relay would hold to. */

import { bytesToText, sameBytes } from '../envelope/bytes.ts';
import type { Clock } from '../identity/types.ts';
import type { ChildAddress, Children } from './children.ts';
import { createMemoryStream, type MemoryStream } from './memory-stream.ts';

export interface MemoryChildren extends Children {
  /** All of them by their id in base64url: what a relay that is taken could hand over. */
  readonly streams: ReadonlyMap<string, MemoryStream>;
}

export function createMemoryChildren(clock: Clock): MemoryChildren {
  const children = new Map<string, { at: ChildAddress; until: number; stream: MemoryStream }>();
  const find = (at: ChildAddress) => {
    const found = children.get(bytesToText(at.id));
    const right =
      found !== undefined &&
      found.until > clock() &&
      sameBytes(found.at.read, at.read) &&
      sameBytes(found.at.append, at.append);
    return right ? found.stream : ({ type: 'NotThere' } as const);
  };
  return {
    get streams() {
      return new Map([...children].map(([id, { stream }]) => [id, stream]));
    },
    async open(at, asked) {
      const until = asked ?? Number.POSITIVE_INFINITY;
      const known = children.get(bytesToText(at.id));
      if (known === undefined) {
        children.set(bytesToText(at.id), { at, until, stream: createMemoryStream(at.id) });
      } else if (sameBytes(known.at.append, at.append)) known.until = until;
      return find(at);
    },
    visit: async (at) => find(at),
  };
}
