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
import {
  type ChildAddress,
  type ChildRefusal,
  type Children,
  reachChild,
} from '../log/children.ts';
import { createTurns } from '../log/turns.ts';
import type { Offset, Stream, Wire } from '../log/types.ts';

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

/** Posts to a lobby that somebody opened. */
export function postInto(
  children: Children,
  keys: LobbyKeys,
  message: readonly [string, ...Writable[]],
  random: Random,
): Promise<ChildRefusal | undefined> {
  return reachChild(() => postTo(children.at(keys), keys, message, random).then(() => undefined));
}

/** The messages that are there and mean something, in order. Others cost a look at their first bytes. */
export async function readLobby(
  lobby: Stream,
  keys: LobbyKeys,
  most = MOST_MESSAGES,
): Promise<readonly LobbyMessage[]> {
  const reading = beginReading();
  await readOn(lobby, keys, reading, most);
  return reading.messages;
}

/** What stands now in a lobby that somebody opened. */
export function lookInto(
  children: Children,
  keys: LobbyKeys,
): Promise<readonly LobbyMessage[] | ChildRefusal> {
  return reachChild(() => readLobby(children.at(keys), keys));
}

/** A lobby that is looked into again and again, and waited at. */
export interface LobbyWatch {
  /** All that means something so far, in order; asks only for what is new. */
  look(): Promise<readonly LobbyMessage[] | ChildRefusal>;
  /**
   * Waits until something was posted, for a while. False where nothing came, where nobody may wait,
   * and where as much was looked at as ever is: then there is nothing to wait for.
   */
  news(signal: AbortSignal): Promise<boolean>;
}

/**
 * After a failure, and after a wait that brought nothing, it reads from the beginning again: a server
 * may have lost what it had. One watch looks at no more than one reading does, however long it lasts.
 */
export function watchLobby(children: Children, keys: LobbyKeys, most = MOST_MESSAGES): LobbyWatch {
  const lobby = children.at(keys);
  const inTurn = createTurns();
  let reading = beginReading();

  async function read(): Promise<readonly LobbyMessage[]> {
    try {
      await readOn(lobby, keys, reading, most);
      return [...reading.messages];
    } catch (error) {
      reading = beginReading();
      throw error;
    }
  }

  return {
    look: () => inTurn(() => reachChild(read)),
    async news(signal) {
      if (reading.full || signal.aborted) return false;
      const found = await reachChild(() => lobby.wait(reading.from, signal));
      // Nothing came: the next look begins anew, unless one is under way.
      if (found !== true && !signal.aborted) await inTurn(async () => (reading = beginReading()));
      return found === true;
    },
  };
}

interface Reading {
  readonly messages: LobbyMessage[];
  from: Offset;
  looked: number;
  bytes: number;
  /** As much was looked at as ever is. */
  full: boolean;
}

function beginReading(): Reading {
  return { messages: [], from: '', looked: 0, bytes: 0, full: false };
}

async function readOn(lobby: Stream, keys: LobbyKeys, reading: Reading, most: number) {
  const kid = bytesToText(kidFor(keys.secret.commit, keys.id));
  while (!reading.full) {
    const batch = await lobby.read(reading.from);
    if (batch.wires.length === 0 || batch.next === reading.from) return;
    reading.from = batch.next;
    for (const wire of batch.wires) {
      reading.looked += 1;
      reading.bytes += wire.length;
      reading.full = reading.looked > most || reading.bytes > MOST_BYTES;
      if (reading.full) return;
      const message = await openMessage(wire, kid, keys);
      if (message) reading.messages.push(message);
    }
    if (batch.atEnd) return;
  }
}

async function openMessage(
  wire: Wire,
  kid: string,
  keys: LobbyKeys,
): Promise<LobbyMessage | undefined> {
  const header = readHeader(wire);
  if (!header?.known || header.kid !== kid || wire.length > MAX_CONTENT_WIRE) return undefined;
  const plaintext = await openWire(wire, keys.secret, keys.id);
  const message = typeof plaintext === 'string' ? undefined : bytesToPlain(plaintext);
  if (!Array.isArray(message) || typeof message[0] !== 'string') return undefined;
  return message as unknown as LobbyMessage;
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
