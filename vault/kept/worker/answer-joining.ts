/**
 * Somebody without a workspace comes with a link, a code of their other device, or twelve words. A
 * place is made for this device's keys, the request is posted, and once a welcome is there and holds,
 * the place gets its lock and opens. Until then it has no lock: a stop leaves nothing behind.
 */
import type { Bytes } from '../../envelope/bytes.ts';
import { createDeviceSeeds } from '../../identity/device.ts';
import type { DeviceSeeds } from '../../identity/types.ts';
import { answerIn, ask, enterByLink, welcomesIn } from '../../joining/ask.ts';
import { askToReturn } from '../../joining/come-back.ts';
import type { Entered, EnterRefusal } from '../../joining/enter.ts';
import type { FourWords } from '../../joining/four-words.ts';
import { enterByKit } from '../../joining/kit.ts';
import { fragmentToLink, type InvitationLink } from '../../joining/link.ts';
import { type LobbyKind, type LobbyWatch, lobbyKeys, watchLobby } from '../../joining/lobby.ts';
import { answerPairing, enterByPairing, type Offer } from '../../joining/pairing.ts';
import { type PairingCode, textToPairing } from '../../joining/pairing-code.ts';
import { deviceOfKit } from '../../local/kit-keys.ts';
import {
  deviceToRest,
  type KeyringAtRest,
  openKeyring,
  type Resting,
} from '../../local/rest/keys-at-rest.ts';
import { newPlace } from '../../local/rest/place.ts';
import { serverToRest } from '../../local/rest/server-record.ts';
import { rootHandle } from '../../local/root.ts';
import { type Children, isRefused } from '../../log/children.ts';
import { StreamAway } from '../../log/stream-errors.ts';
import { reachedToRest } from '../../sync/mirrored-stream.ts';
import { createRelayChildren } from '../../sync/relay-children.ts';
import { serverAddress } from '../../sync/server-address.ts';
import type { JoinRefusal } from '../joining-types.ts';
import type { Desk } from './desk.ts';
import { givenToRest } from './given.ts';
import { firstLock, makeFirstLock } from './locks.ts';
import { goneTo } from './moves/follow-move.ts';
import { readKit, readSix } from './words.ts';

/** What is under way on this device: at most one. */
export interface Joining {
  readonly resting: Resting;
  readonly keyring: KeyringAtRest;
  readonly children: Children;
  readonly raw: Uint8Array<ArrayBuffer>;
  /** The six words, as the lock takes them. */
  readonly text: string;
  readonly server: string;
  /** Where the answer will be. */
  readonly lobby: LobbyWatch;
  /** Fires when nobody waits any more. */
  readonly stop: AbortController;
  /** The lock of the place, made while the answer is waited for: it takes a moment. */
  lock: Promise<Bytes> | undefined;
  /** Lets go of the place: as long as it is held, no other tab takes it for what a dead one has left. */
  readonly release: () => void;
  readonly by:
    | { readonly type: 'link'; readonly link: InvitationLink }
    | { readonly type: 'return'; readonly link: InvitationLink }
    | { readonly type: 'code'; readonly code: PairingCode; readonly offer: Offer };
}

export type Begun = { readonly type: 'Asked'; readonly words: FourWords } | JoinRefusal;
export type WentOn =
  | { readonly type: 'Opened' }
  /** `soon`: it was waited for an answer as long as a server lets one; otherwise look again later. */
  | { readonly type: 'Waiting'; readonly soon: boolean }
  | JoinRefusal;

/** A wait that is over sooner than this was none: a server that lets nobody wait is not asked in a loop. */
const LEAST_WAIT = 5_000;

export async function answerAskIn(
  desk: Desk,
  fragment: string,
  name: string,
  words: string,
): Promise<Begun> {
  const link = linkOf(fragment, 'invitation');
  if ('type' in link) return link;
  const made = await prepare(desk, words, link.relay, createDeviceSeeds(desk.context.random));
  if ('type' in made) return made;
  const { random } = desk.context;
  const asked = await away(() => ask(link, made.keyring.device, name, made.children, random));
  if ('type' in asked) return giveUp(made, asked.type === 'NotThere' ? 'InvitationSpent' : asked);
  const lobby = await lobbyOf(made, link.secret, 'invitation');
  desk.joining = { ...made, ...lobby, by: { type: 'link', link } };
  return { type: 'Asked', words: asked.words };
}

/** Somebody who was here and lost every device, by the link that one of their trustees gave them. */
export async function answerAskBack(desk: Desk, fragment: string, words: string): Promise<Begun> {
  const link = linkOf(fragment, 'return');
  if ('type' in link) return link;
  const { random } = desk.context;
  const made = await prepare(desk, words, link.relay, createDeviceSeeds(random));
  if ('type' in made) return made;
  const asked = await away(() => askToReturn(link, made.keyring.device, made.children, random));
  if ('type' in asked) return giveUp(made, asked.type === 'NotThere' ? 'InvitationExpired' : asked);
  const lobby = await lobbyOf(made, link.secret, 'return');
  desk.joining = { ...made, ...lobby, by: { type: 'return', link } };
  return { type: 'Asked', words: asked.words };
}

function linkOf(fragment: string, kind: InvitationLink['kind']): InvitationLink | JoinRefusal {
  const link = fragmentToLink(fragment);
  if ('type' in link) {
    return { type: link.type === 'OtherVersion' ? 'NewerVersion' : 'NotALink' };
  }
  return link.kind === kind ? link : { type: 'NotALink' };
}

export async function answerPairHere(desk: Desk, typed: string, words: string): Promise<Begun> {
  const code = textToPairing(typed);
  if ('type' in code) return { type: 'NotALink' };
  const made = await prepare(desk, words, code.relay, createDeviceSeeds(desk.context.random));
  if ('type' in made) return made;
  const { random } = desk.context;
  const answered = await away(() =>
    answerPairing(code, made.keyring.device, made.children, random),
  );
  if ('type' in answered) {
    return giveUp(made, answered.type === 'NotThere' ? 'InvitationExpired' : answered);
  }
  const lobby = await lobbyOf(made, code.secret, 'pairing');
  desk.joining = { ...made, ...lobby, by: { type: 'code', code, offer: answered.offer } };
  return { type: 'Asked', words: answered.words };
}

async function lobbyOf({ children }: Prepared, secret: Uint8Array, kind: LobbyKind) {
  const lobby = watchLobby(children, await lobbyKeys(secret, kind));
  return { lobby, stop: new AbortController() };
}

/** Looks whether somebody has said yes, waits for that a while, and goes in. */
export async function answerGoOn(desk: Desk): Promise<WentOn> {
  const { joining } = desk;
  if (!joining) return { type: 'Stopped' };
  const { lobby, stop } = joining;
  const { clock } = desk.context;
  let entered = await away(() => goIn(desk, joining));
  let soon = false;
  if (isWaiting(entered)) {
    const news = lobby.news(stop.signal);
    await prepareToEnter(joining);
    const began = clock();
    const found = await news;
    soon = found || clock() - began >= LEAST_WAIT;
    if (found) entered = await away(() => goIn(desk, joining));
  }
  if (isWaiting(entered)) return { type: 'Waiting', soon };
  desk.joining = undefined;
  return finish(desk, joining, entered);
}

function isWaiting(entered: object): boolean {
  return 'type' in entered && (entered.type === 'Waiting' || entered.type === 'Away');
}

/** While the answer is waited for: what opening will need, so that the yes is not waited for twice. */
async function prepareToEnter(joining: Joining): Promise<void> {
  const { text, raw, resting } = joining;
  void import('./served.ts');
  joining.lock ??= makeFirstLock(resting, text, raw);
  await joining.lock;
}

export async function answerStopJoining(desk: Desk): Promise<void> {
  const { joining } = desk;
  desk.joining = undefined;
  if (joining) await giveUp(joining, 'Stopped');
}

/** Twelve words and a server: goes on as the kit's device. */
export async function answerKitFromAfar(
  desk: Desk,
  typed: string,
  server: string,
  words: string,
): Promise<WentOn> {
  const kit = await readKit(typed);
  if ('type' in kit) return { type: 'KitMistyped' };
  const made = await prepare(desk, words, server, deviceOfKit(kit));
  if ('type' in made) return made;
  const entered = await away(() =>
    enterByKit(kit, made.keyring, made.children, desk.context.clock),
  );
  if ('type' in entered && entered.type === 'NotThere') return giveUp(made, 'KitUnknown');
  return finish(desk, made, entered);
}

async function goIn(desk: Desk, joining: Joining) {
  const { keyring, children, by } = joining;
  if (by.type === 'return') {
    const { goBackIn } = await import('./go-back-in.ts');
    return goBackIn(by.link, joining, desk.context);
  }
  const messages = await joining.lobby.look();
  if (isRefused(messages)) return messages;
  if (by.type === 'code') {
    const welcomes = await welcomesIn(messages, keyring.device);
    if (welcomes.length === 0) return { type: 'Waiting' } as const;
    return enterByPairing(by.offer, welcomes, keyring, children);
  }
  const answer = await answerIn(messages, keyring.device);
  if (answer.type !== 'Welcomed') return answer;
  return enterByLink(by.link, answer.welcomes, keyring, children);
}

type Prepared = Omit<Joining, 'by' | 'lobby' | 'stop'>;

async function prepare(
  desk: Desk,
  words: string,
  typedServer: string,
  seeds: DeviceSeeds,
): Promise<Prepared | JoinRefusal> {
  const text = await readSix(words);
  if (typeof text !== 'string') return { type: 'WordsUnusable' };
  const server = serverAddress(typedServer);
  if (server === null) return { type: 'NotALink' };
  const storage = await desk.storage();
  if ('type' in storage) return { type: 'StorageLost' };
  const { random, network } = desk.context;
  const raw = random(32);
  const resting = await desk.resting(newPlace(random), await rootHandle(raw));
  const release = desk.context.tabs.hold(resting.keys.place);
  const refusal = await storage.write([await deviceToRest(resting, seeds)]);
  if (refusal) release();
  if (refusal) return { type: refusal.type === 'StorageFull' ? 'StorageFull' : 'StorageLost' };
  const keyring = await openKeyring(resting);
  if (!keyring) {
    release();
    return { type: 'StorageLost' };
  }
  const children = createRelayChildren({ ...network, server }, null);
  return { resting, keyring, children, raw, text, server, lock: undefined, release };
}

/** Nothing of the attempt stays. */
async function giveUp(
  { resting, raw, release }: Pick<Joining, 'resting' | 'raw' | 'release'>,
  why: JoinRefusal['type'] | { readonly type: string },
): Promise<JoinRefusal> {
  raw.fill(0);
  await resting.storage.erase(resting.keys.all);
  release();
  if (typeof why === 'string') return { type: why };
  return { type: why.type === 'Away' ? 'ServerAway' : 'NotTheirs' };
}

async function finish(
  desk: Desk,
  joining: Prepared,
  entered: Entered | EnterRefusal | { readonly type: string },
): Promise<WentOn> {
  if ('type' in entered) return giveUp(joining, whyNot(entered.type));
  const { resting, keyring, raw, text, server } = joining;
  const { state, blocks, contents, carried, offset } = entered;
  const refusal = await resting.storage.write([
    ...(await serverToRest(resting, { server, since: null, of: goneTo(state) })),
    await reachedToRest(resting, offset),
    await givenToRest(resting, entered),
  ]);
  if (refusal) return giveUp(joining, 'StorageFull');
  const entries = contents.map(({ accepted }) => accepted);
  const start = { state, offset: 0, carried };
  const session = await desk.open(resting, keyring, start, { blocks, entries, damaged: [] });
  const lock = await (joining.lock ?? makeFirstLock(resting, text, raw));
  const last = await session.snapshot(firstLock(resting, lock, state));
  if (last) {
    desk.drop();
    return giveUp(joining, 'StorageFull');
  }
  raw.fill(0);
  joining.release();
  return { type: 'Opened' };
}

function whyNot(type: string): JoinRefusal['type'] | { readonly type: string } {
  switch (type) {
    case 'Declined':
      return 'Declined';
    case 'OlderThanKnown':
      return 'OlderThanInvitation';
    default:
      return { type };
  }
}

/** A server that goes away in the middle is a refusal like any other. */
async function away<T>(work: () => Promise<T>): Promise<T | { readonly type: 'Away' }> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof StreamAway) return { type: 'Away' };
    throw error;
  }
}
