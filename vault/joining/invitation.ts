/**
 * The side that invites. A steward makes a link for one person and opens its lobby; looks in for who
 * asked; compares four words; approves one or a whole list in one chain entry; and leaves each a
 * welcome. Every step can be taken up again after a stop: what was done is found in the chain.
 */

import type { CheckpointRef } from '../checkpoint/reference.ts';
import { bytesToText, sameBytes } from '../envelope/bytes.ts';
import type { Clock, Random } from '../identity/types.ts';
import { type ChildRefusal, type Children, isRefused } from '../log/children.ts';
import type { Offset, Replica } from '../log/types.ts';
import type { WishRefused } from '../log/wishes.ts';
import { invitationKeys } from '../membership/join-proof.ts';
import type { Device, Role, State } from '../membership/state.ts';
import { type FourWords, fourWords } from './four-words.ts';
import type { InvitationLink } from './link.ts';
import {
  type LobbyMessage,
  type LobbyWatch,
  lobbyKeys,
  lookInto,
  postInto,
  watchLobby,
} from './lobby.ts';
import { type JoinRequest, requestsIn } from './request.ts';
import { sealWelcome } from './welcome.ts';

/** What the inviting side keeps to go on with: whoever has it can approve who asks. */
export interface Invitation {
  /** 16 bytes, base64url: how the chain knows it. */
  readonly id: string;
  readonly secret: Uint8Array<ArrayBuffer>;
  readonly role: Role;
  /** By the inviting side's clock, ms since 1970. */
  readonly until: number;
}

export interface Approval {
  readonly invitation: Invitation;
  readonly request: JoinRequest;
}

export type InviteRefused = WishRefused | ChildRefusal;

export type AdmitRefused = WishRefused | { readonly type: 'InvitationExpired' };

/** How an invitation's request stands, as the chain has it now. */
export type RequestStanding =
  | { readonly type: 'Asking' }
  /** Admitted; perhaps the welcome is still to be left. */
  | { readonly type: 'Admitted'; readonly device: number }
  /** Used by somebody else, or withdrawn. */
  | { readonly type: 'Spent' }
  | { readonly type: 'Expired' };

export const INVITATION_LASTS = 14 * 24 * 60 * 60 * 1000;

export async function invite(
  replica: Replica,
  about: { readonly role: Role; readonly relay: string },
  children: Children,
  clock: Clock,
  random: Random,
): Promise<{ readonly invitation: Invitation; readonly link: InvitationLink } | InviteRefused> {
  const secret = random(16);
  const until = clock() + INVITATION_LASTS;
  const { id, pub } = await invitationKeys(secret);
  const lobby = await children.open(await lobbyKeys(secret, 'invitation'), until);
  if (isRefused(lobby)) return lobby;
  const { role, relay } = about;
  const outcome = await replica.change({ type: 'invite', id, pub, role });
  if (outcome.type !== 'Done') return outcome;
  const { workspace, head, n } = replica.state;
  const link = {
    kind: 'invitation' as const,
    secret,
    workspace,
    head: head ?? workspace,
    n,
    relay,
  };
  return { invitation: { id, secret, role, until }, link };
}

/** Who asked through this invitation and proved it. Costs little however much junk is there. */
export async function lookIn(
  { secret }: Invitation,
  workspace: Uint8Array,
  children: Children,
): Promise<readonly JoinRequest[] | ChildRefusal> {
  const messages = await lookInto(children, await lobbyKeys(secret, 'invitation'));
  return isRefused(messages) ? messages : whoAskedIn(messages, { secret }, workspace);
}

/** The lobby of an invitation, for who looks in again and again. */
export async function watchInvitation(
  { secret }: Pick<Invitation, 'secret'>,
  children: Children,
): Promise<LobbyWatch> {
  return watchLobby(children, await lobbyKeys(secret, 'invitation'));
}

/** Who asked and proved it, as the lobby's messages say. */
export async function whoAskedIn(
  messages: readonly LobbyMessage[],
  { secret }: Pick<Invitation, 'secret'>,
  workspace: Uint8Array,
): Promise<readonly JoinRequest[]> {
  return requestsIn(messages, workspace, await invitationKeys(secret));
}

/** The words that this request's side sees too. Takes a moment; ask for those that are on screen. */
export async function requestWords(
  { secret }: Pick<Invitation, 'secret'>,
  workspace: Uint8Array,
  { card }: Pick<JoinRequest, 'card'>,
): Promise<FourWords> {
  const { pub } = await invitationKeys(secret);
  return fourWords({ secret, workspace, host: pub, card });
}

export function standingOf(
  { invitation, request }: Approval,
  { membership }: State,
  clock: Clock,
): RequestStanding {
  const device = deviceOf(request, membership);
  if (device?.active) return { type: 'Admitted', device: device.number };
  if (membership.invites.get(invitation.id)?.open !== true) return { type: 'Spent' };
  return clock() < invitation.until ? { type: 'Asking' } : { type: 'Expired' };
}

/** Admits everybody in the list with one entry and one new key, or nobody. */
export async function admitAll(
  replica: Replica,
  approvals: readonly Approval[],
  clock: Clock,
  random: Random,
): Promise<{ readonly type: 'Admitted'; readonly devices: readonly number[] } | AdmitRefused> {
  if (approvals.some(({ invitation }) => clock() >= invitation.until)) {
    return { type: 'InvitationExpired' };
  }
  const newcomers = approvals.map(({ invitation, request: { card, proof } }) => ({
    invite: invitation.id,
    member: bytesToText(random(16)),
    role: invitation.role,
    card,
    proof,
  }));
  const outcome = await replica.change({ type: 'admit', newcomers });
  if (outcome.type !== 'Done') return outcome;
  const standings = approvals.map((approval) => standingOf(approval, replica.state, clock));
  const devices = standings.flatMap((one) => (one.type === 'Admitted' ? [one.device] : []));
  return { type: 'Admitted', devices };
}

/**
 * Leaves the welcome of somebody who was admitted in their lobby. Again is no harm: it is sealed to the keys
 * that the chain lists. A request proves only that its sender has the link, and may name a signing key of
 * somebody who is here beside another key of its own.
 */
export async function leaveWelcome(
  replica: Replica,
  { invitation, request }: Approval,
  about: {
    readonly checkpoint: CheckpointRef;
    readonly offset: Offset;
    readonly relay: string;
  },
  children: Children,
  random: Random,
): Promise<ChildRefusal | undefined> {
  const { state, keys, device: by } = replica;
  const device = deviceOf(request, state.membership);
  if (device === undefined) return { type: 'NotThere' };
  const { epochs } = await keys.reveal();
  const welcome = {
    ...about,
    workspace: state.workspace,
    stream: state.stream,
    device: device.number,
    keys: { epochs, circles: [] },
    by,
  };
  const sealed = await sealWelcome(welcome, device, keys.device.sign, random);
  return post(invitation, ['welcome', device.sign, sealed], children, random);
}

/** The device that asked, where both its keys are in the chain. */
function deviceOf({ card }: JoinRequest, { devices }: State['membership']): Device | undefined {
  return devices.find(({ sign, kem }) => sameBytes(sign, card.sign) && sameBytes(kem, card.kem));
}

/** Lets somebody know that they were not let in. */
export async function decline(
  { invitation, request }: Approval,
  children: Children,
  random: Random,
): Promise<ChildRefusal | undefined> {
  return post(invitation, ['no', request.card.sign], children, random);
}

async function post(
  { secret }: Invitation,
  message: Parameters<typeof postInto>[2],
  children: Children,
  random: Random,
): Promise<ChildRefusal | undefined> {
  return postInto(children, await lobbyKeys(secret, 'invitation'), message, random);
}
