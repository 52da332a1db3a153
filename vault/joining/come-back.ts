/**
 * Somebody lost every device. A trustee opens a lobby, like for an invitation, and gives the link to
 * the person and, in a circle of the two, to the other trustee. The person's new device posts its
 * card; both trustees see the same four words as the person and compare them by voice. Then the
 * second signs, the first posts `readmit` with both, leaves a welcome, and each hands over a share
 * of the person's recovery device: two give back what only that person could read. A steward may do
 * the same alone, without shares of anything private.
 */

import type { CheckpointRef } from '../checkpoint/reference.ts';
import { assert, bytesToText, concat, copyOf, sameBytes } from '../envelope/bytes.ts';
import { plainToBytes } from '../envelope/cbor-write.ts';
import { contexts } from '../envelope/contexts.ts';
import { isBytes } from '../envelope/frame.ts';
import { isAdmissible } from '../identity/admissible.ts';
import { openSealed, sealTo } from '../identity/kem.ts';
import { sign, verify } from '../identity/signing.ts';
import type { Clock, DeviceCard, DeviceKeys, Keyring, Random } from '../identity/types.ts';
import { type ChildRefusal, type Children, isRefused } from '../log/children.ts';
import type { Offset, Replica } from '../log/types.ts';
import type { Second, WishOutcome } from '../log/wishes.ts';
import { placeOf } from '../membership/apply.ts';
import { readmit, readmitAbout } from '../membership/changes/readmit.ts';
import { cardToPlain, plainToCard } from '../membership/parts.ts';
import { secondBytes } from '../membership/second.ts';
import type { MemberId } from '../types.ts';
import { welcomesIn } from './ask.ts';
import { type Entered, type EnterRefusal, enterAny } from './enter.ts';
import { type FourWords, fourWords } from './four-words.ts';
import type { InvitationLink } from './link.ts';
import {
  type LobbyKeys,
  type LobbyMessage,
  lobbyKeys,
  lookInto,
  partsOf,
  postTo,
  readLobby,
} from './lobby.ts';
import { isStored } from './pairing.ts';
import { bytesToShare, type Share, shareToBytes } from './shares.ts';
import { type OpenedWelcome, sealWelcome } from './welcome.ts';

export const RETURN_LASTS = 2 * 24 * 60 * 60 * 1000;
const MOST_CARDS = 4;
const MOST_TRIED = 16;

/** What the trustees keep: the second one gets it in a record that only the two can read. */
export interface Return {
  readonly secret: Uint8Array<ArrayBuffer>;
  /** Who is to come back, as the trustee says; the other must say the same. */
  readonly member: MemberId;
  readonly until: number;
}

/** A trustee (or a steward) opens the lobby and gets the link for the person. */
export async function openReturn(
  replica: Replica,
  member: MemberId,
  relay: string,
  children: Children,
  clock: Clock,
  random: Random,
): Promise<{ readonly way: Return; readonly link: InvitationLink } | ChildRefusal> {
  const way = { secret: random(16), member, until: clock() + RETURN_LASTS };
  const lobby = await children.open(await lobbyKeys(way.secret, 'return'), way.until);
  if (isRefused(lobby)) return lobby;
  const { workspace, head, n } = replica.state;
  assert(head !== null, 'a workspace that has begun');
  const link = { kind: 'return' as const, secret: way.secret, workspace, head, n, relay };
  return { way, link };
}

/** The person's new device says who it is. The words are for both trustees. */
export async function askToReturn(
  link: InvitationLink,
  device: DeviceKeys,
  children: Children,
  random: Random,
): Promise<{ readonly words: FourWords } | ChildRefusal> {
  const at = await visitReturn(link, children);
  if ('type' in at) return at;
  const sig = await sign(device.sign, returnBytes(link.workspace, at.keys, device.card));
  const message = ['card', cardToPlain(device.card), sig] as const;
  if (!(await isStored(postTo(at.lobby, at.keys, message, random)))) return { type: 'Away' };
  return { words: await returnWords(link.secret, link.workspace, at.keys, device.card) };
}

/** Each trustee: who asks, with the words that the person sees. `known` spares making words again. */
export async function whoReturns(
  way: Pick<Return, 'secret'>,
  workspace: Uint8Array,
  children: Children,
  known: ReadonlyMap<string, FourWords> = new Map(),
): Promise<readonly { readonly card: DeviceCard; readonly words: FourWords }[] | ChildRefusal> {
  const at = await visitReturn(way, children);
  if ('type' in at) return at;
  const cards = await cardsIn(await readLobby(at.lobby, at.keys), workspace, at.keys);
  return Promise.all(
    cards.map(async (card) => ({
      card,
      words:
        known.get(bytesToText(card.sign)) ??
        (await returnWords(way.secret, workspace, at.keys, card)),
    })),
  );
}

/** The second trustee, once the words were the same: signs for the first, at the head as it is now. */
export async function signReturn(
  replica: Replica,
  member: MemberId,
  card: DeviceCard,
): Promise<Second> {
  const place = placeOf(replica.state, replica.device);
  const message = secondBytes(place, readmit.code, readmitAbout(member, card));
  return { device: replica.device, sig: await sign(replica.keys.device.sign, message) };
}

/**
 * The first trustee: brings the person back with both signatures. `SecondNeeded` where the chain has
 * moved since the second signed: they sign anew. A steward needs no second.
 */
export function readmitMember(
  replica: Replica,
  member: MemberId,
  card: DeviceCard,
  second: Second | null,
): Promise<WishOutcome> {
  const wish = { type: 'readmit' as const, member, card };
  return replica.change(second === null ? wish : { ...wish, second });
}

/** After a checkpoint in which the new device is listed. */
export async function welcomeBack(
  replica: Replica,
  way: Return,
  card: DeviceCard,
  about: { readonly checkpoint: CheckpointRef; readonly offset: Offset; readonly relay: string },
  children: Children,
  random: Random,
): Promise<ChildRefusal | undefined> {
  const at = await visitReturn(way, children);
  if ('type' in at) return at;
  const { state, keys, device: by } = replica;
  const device = state.membership.devices.find(
    (one) => one.active && sameBytes(one.sign, card.sign),
  );
  if (device?.member !== way.member) return { type: 'NotThere' };
  // The server may still go by the tokens of an older epoch: no steward has turned them since.
  const { epochs } = await keys.reveal([state.tokenEpoch]);
  const { workspace, stream } = state;
  const welcome = {
    ...about,
    workspace,
    stream,
    device: device.number,
    keys: { epochs, circles: [] },
    by,
  };
  const sealed = await sealWelcome(welcome, card, keys.device.sign, random);
  const posted = postTo(at.lobby, at.keys, ['welcome', card.sign, sealed], random);
  return (await isStored(posted)) ? undefined : { type: 'Away' };
}

/** Each trustee, once the words were the same: hands over their share, sealed to the new device. */
export async function handOverShare(
  way: Return,
  share: Share,
  card: DeviceCard,
  children: Children,
  random: Random,
): Promise<ChildRefusal | undefined> {
  const at = await visitReturn(way, children);
  if ('type' in at) return at;
  const sealed = await sealTo(card.kem, shareInfo(card), shareToBytes(share), random);
  const posted = postTo(at.lobby, at.keys, ['share', card.sign, sealed], random);
  return (await isStored(posted)) ? undefined : { type: 'Away' };
}

export interface ReturnFound {
  readonly welcomes: readonly OpenedWelcome[];
  readonly shares: readonly Share[];
}

/** The person's new device: what is there for it so far. */
export async function returnsFor(
  link: InvitationLink,
  device: DeviceKeys,
  children: Children,
): Promise<ReturnFound | ChildRefusal> {
  const messages = await lookInto(children, await lobbyKeys(link.secret, 'return'));
  return isRefused(messages) ? messages : returnsIn(messages, device);
}

/** What is there for the new device, as the lobby's messages say. */
export async function returnsIn(
  messages: readonly LobbyMessage[],
  device: DeviceKeys,
): Promise<ReturnFound> {
  const sealed = partsOf(messages, 'share', 2)
    .filter(([to]) => to instanceof Uint8Array && sameBytes(to, device.card.sign))
    .slice(0, MOST_TRIED);
  const shares = await Promise.all(sealed.map(([, bytes]) => openShare(bytes, device)));
  return {
    welcomes: await welcomesIn(messages, device),
    shares: shares.filter((share) => share !== null),
  };
}

/** The person's new device goes in. The chain says that they were brought back; anybody may say where. */
export function enterAgain(
  { workspace, head, n }: InvitationLink,
  welcomes: readonly OpenedWelcome[],
  keys: Keyring,
  children: Children,
): Promise<Entered | EnterRefusal> {
  return enterAny(welcomes, () => ({ workspace, head, n }), keys, children, 'anybody here');
}

/** The lobby of a way back, and its keys. */
export async function visitReturn({ secret }: { readonly secret: Uint8Array }, children: Children) {
  const keys = await lobbyKeys(secret, 'return');
  const lobby = await children.visit(keys);
  return isRefused(lobby) ? lobby : { lobby, keys };
}

async function cardsIn(
  messages: readonly LobbyMessage[],
  workspace: Uint8Array,
  keys: LobbyKeys,
): Promise<readonly DeviceCard[]> {
  const cards: DeviceCard[] = [];
  for (const [plain, sig] of partsOf(messages, 'card', 2).slice(0, MOST_TRIED)) {
    const card = plainToCard(plain);
    if (card === null || !isBytes(sig, 64) || !isAdmissible(card)) continue;
    if (cards.some((known) => sameBytes(known.sign, card.sign))) continue;
    if (!(await verify(card.sign, sig, returnBytes(workspace, keys, card)))) continue;
    cards.push(card);
    if (cards.length === MOST_CARDS) break;
  }
  return cards;
}

async function openShare(bytes: unknown, device: DeviceKeys): Promise<Share | null> {
  if (!(bytes instanceof Uint8Array)) return null;
  const opened = await openSealed(device.kem, shareInfo(device.card), bytes);
  return opened && bytesToShare(opened);
}

function returnWords(
  secret: Uint8Array,
  workspace: Uint8Array,
  { id }: LobbyKeys,
  card: DeviceCard,
): Promise<FourWords> {
  return fourWords({ secret, workspace, host: id, card });
}

function returnBytes(workspace: Uint8Array, { id }: LobbyKeys, card: DeviceCard) {
  return concat(contexts.pair, workspace, id, plainToBytes(cardToPlain(card)));
}

function shareInfo(card: DeviceCard) {
  return concat(contexts.share, copyOf(card.sign));
}
