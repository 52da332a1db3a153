/** Lobbies in memory: for tests, with the expiry and the tokens that a relay would hold to. */

import { bytesToText, sameBytes } from '../envelope/bytes.ts';
import type { Clock } from '../identity/types.ts';
import { createMemoryStream, type MemoryStream } from '../log/memory-stream.ts';
import type { Lobbies, LobbyAddress } from './lobby.ts';

export interface MemoryLobbies extends Lobbies {
  /** All streams by their id in base64url: what a relay that is taken could hand over. */
  readonly streams: ReadonlyMap<string, MemoryStream>;
}

export function createMemoryLobbies(clock: Clock): MemoryLobbies {
  const lobbies = new Map<string, { at: LobbyAddress; until: number; stream: MemoryStream }>();
  const find = (at: LobbyAddress) => {
    const found = lobbies.get(bytesToText(at.id));
    const right =
      found !== undefined &&
      found.until > clock() &&
      sameBytes(found.at.read, at.read) &&
      sameBytes(found.at.append, at.append);
    return right ? found.stream : ({ type: 'NoLobby' } as const);
  };
  return {
    get streams() {
      return new Map([...lobbies].map(([id, { stream }]) => [id, stream]));
    },
    async open(at, until) {
      const id = bytesToText(at.id);
      const known = lobbies.get(id);
      if (known === undefined) lobbies.set(id, { at, until, stream: createMemoryStream(at.id) });
      else if (sameBytes(known.at.append, at.append)) known.until = Math.max(known.until, until);
      return find(at);
    },
    visit: async (at) => find(at),
  };
}
