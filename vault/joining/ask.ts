/**
 * The side that comes with a link: asks with a name and the keys of this device, sees four words,
 * and waits until somebody has let it in. A link shows nothing of the workspace by itself.
 */

import { sameBytes } from '../envelope/bytes.ts';
import type { DeviceKeys, Keyring, Random } from '../identity/types.ts';
import { type ChildRefusal, type Children, isRefused } from '../log/children.ts';
import { invitationKeys } from '../membership/join-proof.ts';
import { type Entered, type EnterRefusal, enterAny } from './enter.ts';
import { type FourWords, fourWords } from './four-words.ts';
import type { InvitationLink } from './link.ts';
import { type LobbyMessage, lobbyKeys, lookInto, partsOf, postInto } from './lobby.ts';
import { makeRequest, requestToMessage, tidyName } from './request.ts';
import { type OpenedWelcome, openWelcome } from './welcome.ts';

export type AskRefusal = ChildRefusal | { readonly type: 'NameUnreadable' };

export type Answer =
  | { readonly type: 'Waiting' }
  | { readonly type: 'Declined' }
  | { readonly type: 'Welcomed'; readonly welcomes: readonly OpenedWelcome[] };

/** Welcomes that are tried: whoever else has the link can post some that lead nowhere. */
const MOST_WELCOMES = 8;

/** Asks to be let in. The same device may ask again: it is one request. */
export async function ask(
  link: InvitationLink,
  device: DeviceKeys,
  typedName: string,
  children: Children,
  random: Random,
): Promise<{ readonly words: FourWords } | AskRefusal> {
  const name = tidyName(typedName);
  if (name === null) return { type: 'NameUnreadable' };
  const keys = await lobbyKeys(link.secret, 'invitation');
  const invitation = await invitationKeys(link.secret);
  const request = await makeRequest(link.workspace, invitation, device.card, name, random);
  const posting = postInto(children, keys, requestToMessage(request), random);
  // The words take a moment, and the server does: at the same time.
  const [refused, words] = await Promise.all([posting, ownWords(link, device)]);
  return refused ?? { words };
}

/** The words of this device, to be compared with what the steward sees. */
export async function ownWords(link: InvitationLink, { card }: DeviceKeys): Promise<FourWords> {
  const { pub } = await invitationKeys(link.secret);
  return fourWords({ secret: link.secret, workspace: link.workspace, host: pub, card });
}

/** What came back so far. */
export async function answerTo(
  link: InvitationLink,
  device: DeviceKeys,
  children: Children,
): Promise<Answer | ChildRefusal> {
  const messages = await lookInto(children, await lobbyKeys(link.secret, 'invitation'));
  return isRefused(messages) ? messages : answerIn(messages, device);
}

/** What came back, as the lobby's messages say. */
export async function answerIn(
  messages: readonly LobbyMessage[],
  device: DeviceKeys,
): Promise<Answer> {
  const welcomes = await welcomesIn(messages, device);
  if (welcomes.length > 0) return { type: 'Welcomed', welcomes };
  const no = partsOf(messages, 'no', 1).some(([sign]) => isOwn(sign, device));
  return { type: no ? 'Declined' : 'Waiting' };
}

/** Goes in: nothing older than the link itself is taken. */
export async function enterByLink(
  link: InvitationLink,
  welcomes: readonly OpenedWelcome[],
  keys: Keyring,
  children: Children,
): Promise<Entered | EnterRefusal> {
  const { workspace, head, n } = link;
  return enterAny(welcomes, () => ({ workspace, head, n }), keys, children, 'steward');
}

/** The welcomes for this device, oldest first. */
export async function welcomesIn(
  messages: readonly LobbyMessage[],
  device: DeviceKeys,
): Promise<readonly OpenedWelcome[]> {
  const sealed = partsOf(messages, 'welcome', 2)
    .filter(([sign]) => isOwn(sign, device))
    .flatMap(([, bytes]) => (bytes instanceof Uint8Array ? [bytes] : []))
    .slice(-MOST_WELCOMES);
  const opened = await Promise.all(sealed.map((bytes) => openWelcome(bytes, device)));
  return opened.filter((welcome) => welcome !== null);
}

function isOwn(sign: unknown, { card }: DeviceKeys): boolean {
  return sign instanceof Uint8Array && sameBytes(sign, card.sign);
}
