/**
 * A lobby: a small stream where people meet who do not read the workspace yet. Its id, its two
 * tokens and its key all come from one secret of 16 bytes, which travels in a link, a code or a
 * kit. Messages are sealed like entries of a stream of their own (`envelope/seal.ts`), so a server
 * cannot tell them apart. Anybody with the secret can write here: nothing in a lobby is believed
 * for being there. Reading is bounded, whatever others have put in.
 */

import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToText, concat, utf8Bytes } from '../envelope/bytes.ts';
import { bytesToPlain, type Plain } from '../envelope/cbor-read.ts';
import { plainToBytes, type Writable } from '../envelope/cbor-write.ts';
import { contexts } from '../envelope/contexts.ts';
import { kidFor, MAX_CONTENT_WIRE, openWire, readHeader, sealWire } from '../envelope/seal.ts';
import { epochSecret } from '../identity/secret.ts';
import type { Random, Secret } from '../identity/types.ts';
import type { ChildAddress } from '../log/children.ts';
import type { Stream } from '../log/types.ts';

/** What a lobby is for. Secrets of one kind open no lobby of another. */
export type LobbyKind = 'invitation' | 'pairing' | 'kit' | 'return';

export interface LobbyKeys extends ChildAddress {
  readonly secret: Secret;
}

/** A message's kind, then its parts. */
export type LobbyMessage = readonly [kind: string, ...parts: readonly Plain[]];

/** Messages looked at in one reading, of whatever kind; those after them are not seen. */
export const MOST_MESSAGES = 512;
/** Bytes looked at in one reading. */
const MOST_BYTES = 8 * 1024 * 1024;

/** With a period, a lobby that lives on is another in each, so that none ever fills up. */
export async function lobbyKeys(
  secret: Uint8Array,
  kind: LobbyKind,
  period = '',
): Promise<LobbyKeys> {
  const info = concat(contexts.lobby, utf8Bytes(kind), utf8Bytes(period));
  const okm = Uint8Array.from(hkdf(sha256, secret, undefined, info, 112));
  return {
    id: okm.slice(0, 16),
    read: okm.slice(16, 48),
    append: okm.slice(48, 80),
    secret: await epochSecret(okm.slice(80)),
  };
}

/** Seals a message and appends it. Rejects where the stream does. */
export async function postTo(
  lobby: Stream,
  keys: LobbyKeys,
  message: readonly [string, ...Writable[]],
  random: Random,
): Promise<void> {
  await lobby.append([await sealWire(plainToBytes([...message]), keys.secret, keys.id, random)]);
}

/** The messages that are there and mean something, in order. Others cost a look at their first bytes. */
export async function readLobby(
  lobby: Stream,
  keys: LobbyKeys,
  most = MOST_MESSAGES,
): Promise<readonly LobbyMessage[]> {
  const kid = bytesToText(kidFor(keys.secret.commit, keys.id));
  const messages: LobbyMessage[] = [];
  let [looked, bytes, from] = [0, 0, ''];
  for (;;) {
    const batch = await lobby.read(from);
    if (batch.wires.length === 0 || batch.next === from) return messages;
    from = batch.next;
    for (const wire of batch.wires) {
      looked += 1;
      bytes += wire.length;
      if (looked > most || bytes > MOST_BYTES) return messages;
      const header = readHeader(wire);
      if (!header?.known || header.kid !== kid || wire.length > MAX_CONTENT_WIRE) continue;
      const plaintext = await openWire(wire, keys.secret, keys.id);
      const message = typeof plaintext === 'string' ? undefined : bytesToPlain(plaintext);
      if (Array.isArray(message) && typeof message[0] === 'string') {
        messages.push(message as unknown as LobbyMessage);
      }
    }
  }
}

/** The parts of the messages of one kind that have so many. */
export function partsOf(
  messages: readonly LobbyMessage[],
  kind: string,
  count: number,
): readonly (readonly Plain[])[] {
  return messages
    .filter((message) => message[0] === kind && message.length === count + 1)
    .map((message) => message.slice(1));
}
