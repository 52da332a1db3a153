/**
 * The two ends of an invitation: keys that derive from its secret, and the proof that a newcomer
 * makes with them. The proof covers both joiner keys and the name; the chain gets a commitment to
 * the name, whose salt stays in the lobby.
 */

import { type Bytes, bytesToText, concat, utf8Bytes } from '../envelope/bytes.ts';
import { derive, hash } from '../envelope/contexts.ts';
import { deviceFromSeeds } from '../identity/device.ts';
import { sign } from '../identity/signing.ts';
import type { DeviceCard, Random } from '../identity/types.ts';
import { joinProofBytes } from './changes/admit.ts';

export interface InvitationKeys {
  /** 16 bytes as base64url. */
  readonly id: string;
  readonly pub: Uint8Array;
  readonly sign: CryptoKey;
}

/** From the 16-byte secret in the link. */
export async function invitationKeys(secret: Uint8Array): Promise<InvitationKeys> {
  const okm = derive(secret, 'join-proof', 80);
  const pair = await deviceFromSeeds({ sign: okm.slice(16, 48), kem: okm.slice(48) });
  return { id: bytesToText(okm.subarray(0, 16)), pub: pair.card.sign, sign: pair.sign };
}

/** 96 bytes: the commitment to the name, then the signature. The salt goes to the approver. */
export async function makeJoinProof(
  workspace: Uint8Array,
  invitation: InvitationKeys,
  card: DeviceCard,
  name: string,
  random: Random,
): Promise<{ readonly proof: Bytes; readonly salt: Bytes }> {
  const salt = random(16);
  const commitment = nameCommitment(salt, name);
  const message = joinProofBytes(workspace, invitation.id, card, commitment);
  return { proof: concat(commitment, await sign(invitation.sign, message)), salt };
}

export function nameCommitment(salt: Uint8Array, name: string): Bytes {
  return hash('name', salt, utf8Bytes(name));
}
