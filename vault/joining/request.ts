/**
 * What somebody who opened an invitation's link asks with: their device's public keys, the name they
 * go by, and a proof by the invitation's key over both. The steward's side believes nothing else in
 * the lobby. The name never enters the chain, only a commitment to it.
 */

import { sameBytes } from '../envelope/bytes.ts';
import type { Plain } from '../envelope/cbor-read.ts';
import type { Writable } from '../envelope/cbor-write.ts';
import { isBytes } from '../envelope/frame.ts';
import { isAdmissible } from '../identity/admissible.ts';
import { verify } from '../identity/signing.ts';
import type { DeviceCard, Random } from '../identity/types.ts';
import { joinProofBytes } from '../membership/changes/admit.ts';
import { type InvitationKeys, makeJoinProof, nameCommitment } from '../membership/join-proof.ts';
import { cardToPlain, plainToCard } from '../membership/parts.ts';
import { type LobbyMessage, partsOf } from './lobby.ts';

export interface JoinRequest {
  readonly card: DeviceCard;
  /** As it was typed, trimmed; at most 80 characters. Show it as words, never as markup. */
  readonly name: string;
  readonly proof: Uint8Array;
  readonly salt: Uint8Array;
}

export const LONGEST_NAME = 80;
/** People who ask through one link; it is good for one of them. */
const MOST_REQUESTS = 16;
/** Requests whose proof is checked at all: a signature costs some. */
const MOST_TRIED = 64;

/** The name as it will be asked with, or null where it is none. */
export function tidyName(typed: string): string | null {
  const name = typed
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\u2028\u2029]/gu, ' ')
    .trim();
  return name !== '' && [...name].length <= LONGEST_NAME && name.isWellFormed() ? name : null;
}

export async function makeRequest(
  workspace: Uint8Array,
  invitation: InvitationKeys,
  card: DeviceCard,
  name: string,
  random: Random,
): Promise<JoinRequest> {
  return { card, name, ...(await makeJoinProof(workspace, invitation, card, name, random)) };
}

export function requestToMessage(request: JoinRequest): readonly [string, ...Writable[]] {
  const { card, name, proof, salt } = request;
  return ['ask', cardToPlain(card), name, proof, salt];
}

/** Everybody who asked and proved it, each once by their keys, in order. Others are left out. */
export async function requestsIn(
  messages: readonly LobbyMessage[],
  workspace: Uint8Array,
  invitation: Pick<InvitationKeys, 'id' | 'pub'>,
): Promise<readonly JoinRequest[]> {
  const requests: JoinRequest[] = [];
  for (const parts of partsOf(messages, 'ask', 4).slice(0, MOST_TRIED)) {
    const request = readRequest(parts);
    const known = requests.some(({ card }) => request && sameBytes(card.sign, request.card.sign));
    if (request === null || known) continue;
    const commitment = request.proof.subarray(0, 32);
    const message = joinProofBytes(workspace, invitation.id, request.card, commitment);
    if (!(await verify(invitation.pub, request.proof.slice(32), message))) continue;
    requests.push(request);
    if (requests.length === MOST_REQUESTS) break;
  }
  return requests;
}

function readRequest(parts: readonly Plain[]): JoinRequest | null {
  const [cardPlain, name, proof, salt] = parts;
  const card = plainToCard(cardPlain);
  if (card === null || !isAdmissible(card)) return null;
  if (typeof name !== 'string' || tidyName(name) !== name) return null;
  if (!isBytes(proof, 96) || !isBytes(salt, 16)) return null;
  if (!sameBytes(nameCommitment(salt, name), proof.subarray(0, 32))) return null;
  return { card, name, proof, salt };
}
