/** Invitations that this device made, sealed at rest: whoever has their secrets can see who asks. */
import { bytesToPlain } from '../../../envelope/cbor-read.ts';
import { plainToBytes } from '../../../envelope/cbor-write.ts';
import type { Invitation } from '../../../joining/invitation.ts';
import type { Resting } from '../../../local/rest/keys-at-rest.ts';
import { openRecord, sealRecord } from '../../../local/root.ts';

export async function readInvitations(resting: Resting): Promise<readonly Invitation[]> {
  const { storage, keys, local } = resting;
  const sealed = await storage.get(keys.invitations);
  const bytes = sealed && (await openRecord(local.data, keys.invitations, sealed));
  const plain = bytes && bytesToPlain(bytes);
  return Array.isArray(plain) ? (plain as unknown as readonly Invitation[]) : [];
}

/** False where the disk refuses: an invitation that cannot be kept is none. */
export async function keepInvitations(
  resting: Resting,
  invitations: readonly Invitation[],
): Promise<boolean> {
  const { storage, keys, local, random } = resting;
  const bytes = plainToBytes(invitations.map((one) => ({ ...one })));
  const sealed = await sealRecord(local.data, keys.invitations, bytes, random);
  return (await storage.write([{ put: keys.invitations, bytes: sealed }])) === undefined;
}
