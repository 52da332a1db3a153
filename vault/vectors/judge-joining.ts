/**
 * What the code says of one frozen case of joining, checkpoints and coming back: a line of text that
 * a second implementation must give too. Bytes are base64url.
 */

import { readChunks } from '../checkpoint/chunks.ts';
import { openPart, plainToPart } from '../checkpoint/part.ts';
import { readCheckpoint } from '../checkpoint/read.ts';
import { bytesToRef } from '../checkpoint/reference.ts';
import { type Bytes, bytesToText, textToBytes } from '../envelope/bytes.ts';
import { bytesToPlain } from '../envelope/cbor-read.ts';
import { plainToBytes } from '../envelope/cbor-write.ts';
import { deviceFromSeeds } from '../identity/device.ts';
import { circleSecret } from '../identity/secret.ts';
import { fourWords, wordsIn } from '../joining/four-words.ts';
import { fragmentToLink } from '../joining/link.ts';
import { type LobbyKind, lobbyKeys, readLobby } from '../joining/lobby.ts';
import { textToPairing } from '../joining/pairing-code.ts';
import { requestsIn } from '../joining/request.ts';
import { bytesToShare, joinShares } from '../joining/shares.ts';
import { openWelcome } from '../joining/welcome.ts';
import { createMemoryStream } from '../log/memory-stream.ts';
import { invitationKeys } from '../membership/join-proof.ts';
import { plainToCard } from '../membership/parts.ts';
import { stateHash } from '../membership/state-bytes.ts';
import { readEntries } from './read-entries.ts';

export interface JoiningCase {
  readonly name: string;
  /** Which judge reads it. */
  readonly about: string;
  readonly given: Readonly<Record<string, string | number>>;
}

type Given = JoiningCase['given'];

export async function judgeJoining({ about, given }: JoiningCase): Promise<string> {
  const judge = judges[about];
  if (judge === undefined) throw new Error(`Must hold: a judge for ${about}`);
  return judge(given);
}

const judges: Readonly<Record<string, (given: Given) => Promise<string>>> = {
  async link(given) {
    const link = fragmentToLink(text(given, 'fragment'));
    if ('type' in link) return link.type;
    const { kind, secret, workspace, head, n, relay } = link;
    return [kind, ...[secret, workspace, head].map(bytesToText), n, relay].join(' ').trim();
  },

  async code(given) {
    const code = textToPairing(text(given, 'text'));
    return 'type' in code ? code.type : `${bytesToText(code.secret)} ${code.relay}`.trim();
  },

  async lobby(given) {
    const secret = bytes(given, 'secret');
    const period = text(given, 'period');
    const { id, read, append } = await lobbyKeys(secret, kindOf(given), period);
    return [id, read, append].map(bytesToText).join(' ');
  },

  async message(given) {
    const keys = await lobbyKeys(bytes(given, 'secret'), kindOf(given));
    const stream = createMemoryStream(keys.id, [bytes(given, 'wire')]);
    const [message] = await readLobby(stream, keys);
    return message ? bytesToText(plainToBytes([...message])) : 'nothing';
  },

  async request(given) {
    const message = bytesToPlain(bytes(given, 'message')) as never;
    const invitation = await invitationKeys(bytes(given, 'secret'));
    const [request] = await requestsIn([message], bytes(given, 'workspace'), invitation);
    return request ? `seen: ${request.name}` : 'not seen';
  },

  async words(given) {
    const card = plainToCard(bytesToPlain(bytes(given, 'card')));
    if (card === null) return 'no card';
    const [secret, workspace, host] = ['secret', 'workspace', 'host'].map((name) =>
      bytes(given, name),
    ) as [Bytes, Bytes, Bytes];
    const places = await fourWords({ secret, workspace, host, card });
    const words = (['en', 'es', 'ar'] as const).map((language) =>
      wordsIn(places, language).join(' '),
    );
    return [places.join(' '), ...words].join(' | ');
  },

  async welcome(given) {
    const seeds = { sign: bytes(given, 'sign'), kem: bytes(given, 'kem') };
    const welcome = await openWelcome(bytes(given, 'sealed'), await deviceFromSeeds(seeds));
    if (welcome === null) return 'not for this device';
    const signed = welcome.isSignedBy(bytes(given, 'by')) ? 'signed' : 'not signed';
    const { device, by, stream, checkpoint, keys } = welcome;
    const epochs = keys.epochs.map(({ epoch }) => epoch).join();
    const hash = bytesToText(checkpoint.sha256);
    return `${signed}: device ${device} by ${by} to ${bytesToText(stream)}, epochs ${epochs}, ${hash}`;
  },

  async chunks(given) {
    const ref = bytesToRef(bytes(given, 'ref'));
    if (ref === null) return 'no reference';
    const wires = text(given, 'wires').split(' ').map(fromText);
    const stream = createMemoryStream(ref.stream, wires);
    const visit = async () => stream;
    const at = () => ({ ...stream, wait: async () => false });
    const read = await readChunks({ open: visit, visit, at }, ref);
    return 'type' in read ? read.type : `whole, ${read.length} bytes`;
  },

  async checkpoint(given) {
    const [workspace, head, tip] = ['workspace', 'head', 'tip'].map((name) =>
      bytes(given, name),
    ) as [Bytes, Bytes, Bytes];
    const [n, known] = [Number(given.n), Number(given.known)];
    const read = await readCheckpoint(
      bytes(given, 'bytes'),
      { n, tip },
      { workspace, head, n: known },
    );
    return 'type' in read ? read.type : `state ${bytesToText(stateHash(read.state))}`;
  },

  async part(given) {
    const part = plainToPart(bytesToPlain(bytes(given, 'part')) ?? null);
    const secret = await circleSecret(bytes(given, 'key'));
    const content = part && (await openPart(part, secret, bytes(given, 'workspace')));
    return content ? content.blocks.map(({ name }) => name).join(', ') : 'closed';
  },

  async stream(given) {
    const many = (name: string) => text(given, name).split(' ').map(fromText);
    const from = {
      workspace: bytes(given, 'workspace'),
      stream: bytes(given, 'stream'),
      epochs: many('epochs'),
    };
    const read = await readEntries(from, many('wires'));
    return [...read.map(({ verdict }) => verdict), read.at(-1)?.stateHash].join('; ');
  },

  async shares(given) {
    const [one, two] = [bytesToShare(bytes(given, 'one')), bytesToShare(bytes(given, 'two'))];
    if (one === null || two === null) return 'no share';
    const seed = await joinShares(one, two);
    return 'type' in seed ? seed.type : bytesToText(seed);
  },
};

function kindOf(given: Given): LobbyKind {
  return text(given, 'kind') as LobbyKind;
}

function text(given: Given, name: string): string {
  return String(given[name] ?? '');
}

function bytes(given: Given, name: string): Bytes {
  return fromText(text(given, name));
}

function fromText(encoded: string): Bytes {
  return textToBytes(encoded) ?? new Uint8Array(0);
}
