/**
 * Another device of one's own. The old device shows a code and opens a lobby for ten minutes; the new
 * one reads it and posts its card; both show four words, and the person says on the old one that they
 * are the same. The old device never reads a code, and no link leads here: whoever shows somebody a
 * code gets a device of their own into their own workspace, and nothing of the other's.
 */

import type { CheckpointRef } from '../checkpoint/reference.ts';
import { assert, concat, copyOf, sameBytes } from '../envelope/bytes.ts';
import { plainToBytes } from '../envelope/cbor-write.ts';
import { contexts } from '../envelope/contexts.ts';
import { isBytes, isCount } from '../envelope/frame.ts';
import { isAdmissible } from '../identity/admissible.ts';
import { sign, verify } from '../identity/signing.ts';
import type { Clock, DeviceCard, DeviceKeys, Keyring, Random } from '../identity/types.ts';
import { type ChildRefusal, type Children, isRefused } from '../log/children.ts';
import type { Offset, Replica } from '../log/types.ts';
import type { WishRefused } from '../log/wishes.ts';
import { cardToPlain, plainToCard } from '../membership/parts.ts';
import { welcomesIn } from './ask.ts';
import { type Entered, type EnterRefusal, enterAny } from './enter.ts';
import { type FourWords, fourWords } from './four-words.ts';
import { lobbyKeys, lookInto, partsOf, postInto, postTo } from './lobby.ts';
import type { PairingCode } from './pairing-code.ts';
import { type OpenedWelcome, sealWelcome } from './welcome.ts';

export const PAIRING_LASTS = 10 * 60 * 1000;
/** New devices that are shown; more than one is a reason to look twice. */
const MOST_CARDS = 4;
const MOST_TRIED = 16;

/** What the old device keeps while it waits. */
export interface Pairing extends PairingCode {
  /** By the old device's clock, ms since 1970. */
  readonly until: number;
}

/** What the old device says of itself: how far the workspace is, and whose words are compared. */
export interface Offer {
  readonly workspace: Uint8Array;
  readonly head: Uint8Array;
  readonly n: number;
  readonly sign: Uint8Array;
}

export type PairRefusal = ChildRefusal | WishRefused | { readonly type: 'PairingExpired' };

/** On the old device: opens the lobby. Show the code at once; it lasts ten minutes. */
export async function openPairing(
  replica: Replica,
  relay: string,
  children: Children,
  clock: Clock,
  random: Random,
): Promise<Pairing | ChildRefusal> {
  const pairing = { secret: random(16), relay, until: clock() + PAIRING_LASTS };
  const keys = await lobbyKeys(pairing.secret, 'pairing');
  const lobby = await children.open(keys, pairing.until);
  if (isRefused(lobby)) return lobby;
  const { workspace, head, n } = replica.state;
  assert(head !== null, 'a workspace that has begun');
  const offer = ['offer', workspace, head, n, replica.keys.device.card.sign] as const;
  const posted = await isStored(postTo(lobby, keys, offer, random));
  return posted ? pairing : { type: 'Away' };
}

/** On the new device: says who it is. The words are to be compared with those on the old one. */
export async function answerPairing(
  { secret }: PairingCode,
  device: DeviceKeys,
  children: Children,
  random: Random,
): Promise<{ readonly offer: Offer; readonly words: FourWords } | ChildRefusal> {
  const keys = await lobbyKeys(secret, 'pairing');
  const messages = await lookInto(children, keys);
  if (isRefused(messages)) return messages;
  const offer = offerIn(partsOf(messages, 'offer', 4)[0]);
  if (offer === null) return { type: 'NotThere' };
  const sig = await sign(device.sign, pairBytes(offer, device.card));
  const card = ['card', cardToPlain(device.card), sig] as const;
  const [refused, words] = await Promise.all([
    postInto(children, keys, card, random),
    pairingWords(secret, offer, device.card),
  ]);
  return refused ?? { offer, words };
}

/** On the old device: who answered, each with the words that their screen shows. */
export async function answersTo(
  { secret }: Pairing,
  replica: Replica,
  children: Children,
): Promise<readonly { readonly card: DeviceCard; readonly words: FourWords }[] | ChildRefusal> {
  const messages = await lookInto(children, await lobbyKeys(secret, 'pairing'));
  if (isRefused(messages)) return messages;
  const { workspace } = replica.state;
  const host = replica.keys.device.card.sign;
  const cards: DeviceCard[] = [];
  for (const [plain, sig] of partsOf(messages, 'card', 2).slice(0, MOST_TRIED)) {
    const card = plainToCard(plain);
    if (card === null || !isBytes(sig, 64) || !isAdmissible(card)) continue;
    if (cards.some((known) => sameBytes(known.sign, card.sign))) continue;
    if (!(await verify(card.sign, sig, pairBytes({ workspace, sign: host }, card)))) continue;
    cards.push(card);
    if (cards.length === MOST_CARDS) break;
  }
  return Promise.all(
    cards.map(async (card) => ({
      card,
      words: await pairingWords(secret, { workspace, sign: host }, card),
    })),
  );
}

/** On the old device, once the person said that the words are the same: lists the new one. */
export async function addOwnDevice(
  replica: Replica,
  { until }: Pairing,
  card: DeviceCard,
  clock: Clock,
): Promise<{ readonly type: 'Added'; readonly device: number } | PairRefusal> {
  if (clock() >= until) return { type: 'PairingExpired' };
  const outcome = await replica.change({ type: 'addDevice', card });
  if (outcome.type !== 'Done') return outcome;
  const { devices } = replica.state.membership;
  const added = devices.find((device) => sameBytes(device.sign, card.sign));
  assert(added !== undefined, 'the device that was added is listed');
  return { type: 'Added', device: added.number };
}

/** On the old device, after a checkpoint in which the new one is listed: all keys, and where to begin. */
export async function welcomeOwnDevice(
  replica: Replica,
  { secret }: Pairing,
  device: number,
  about: { readonly checkpoint: CheckpointRef; readonly offset: Offset; readonly relay: string },
  children: Children,
  random: Random,
): Promise<ChildRefusal | undefined> {
  const keys = await lobbyKeys(secret, 'pairing');
  const message = await ownWelcome(replica, device, about, random);
  return postInto(children, keys, message, random);
}

/** On the new device: what the old one left for it. Empty as long as nobody confirmed. */
export async function pairingWelcomes(
  { secret }: PairingCode,
  device: DeviceKeys,
  children: Children,
): Promise<readonly OpenedWelcome[] | ChildRefusal> {
  const messages = await lookInto(children, await lobbyKeys(secret, 'pairing'));
  return isRefused(messages) ? messages : welcomesIn(messages, device);
}

/** On the new device: goes in as another device of the same person. */
export function enterByPairing(
  { workspace, head, n }: Offer,
  welcomes: readonly OpenedWelcome[],
  keys: Keyring,
  children: Children,
): Promise<Entered | EnterRefusal> {
  return enterAny(welcomes, () => ({ workspace, head, n }), keys, children, 'own device');
}

/** A welcome with all keys that this device holds, as a message for another device of its person. */
export async function ownWelcome(
  replica: Replica,
  device: number,
  about: { readonly checkpoint: CheckpointRef; readonly offset: Offset; readonly relay: string },
  random: Random,
) {
  const { state, keys, device: by } = replica;
  const to = state.membership.devices[device];
  assert(to?.active && to.member === replica.member, 'a device of the same person');
  // The server may still go by the tokens of an older epoch: no steward has turned them since.
  const all = await keys.reveal([state.tokenEpoch]);
  const { workspace, stream } = state;
  const welcome = { ...about, workspace, stream, device, keys: all, by };
  const sealed = await sealWelcome(welcome, to, keys.device.sign, random);
  return ['welcome', to.sign, sealed] as const;
}

/** Whether what was posted is stored for certain. */
export function isStored(posted: Promise<void>): Promise<boolean> {
  return posted.then(
    () => true,
    () => false,
  );
}

function pairingWords(
  secret: Uint8Array,
  { workspace, sign: host }: Pick<Offer, 'workspace' | 'sign'>,
  card: DeviceCard,
): Promise<FourWords> {
  return fourWords({ secret, workspace, host, card });
}

function pairBytes({ workspace, sign: host }: Pick<Offer, 'workspace' | 'sign'>, card: DeviceCard) {
  return concat(contexts.pair, workspace, host, plainToBytes(cardToPlain(card)));
}

function offerIn(parts: readonly unknown[] | undefined): Offer | null {
  const [workspace, head, n, host] = (parts ?? []) as readonly Parameters<typeof isCount>[0][];
  if (!isBytes(workspace, 32) || !isBytes(head, 32) || !isCount(n) || !isBytes(host, 32)) {
    return null;
  }
  return { workspace, head, n, sign: copyOf(host) };
}
