/**
 * What a device gets that was let in: where the log is and from where to read, the checkpoint to
 * begin with, its number, and keys. Sealed to the device's card and signed by the device that let it
 * in. It holds no state: who is here comes out of the checkpoint's chain, verified from genesis.
 *
 *   welcome = [w, stream, device, relay, offset, checkpoint, keys, by]     sealed: CBOR [welcome, sig]
 */

import { type CheckpointRef, plainToRef, refToPlain } from '../checkpoint/reference.ts';
import { concat, copyOf } from '../envelope/bytes.ts';
import { bytesToPlain } from '../envelope/cbor-read.ts';
import { plainToBytes } from '../envelope/cbor-write.ts';
import { contexts } from '../envelope/contexts.ts';
import { isBytes, isCount } from '../envelope/frame.ts';
import { openSealed, sealTo } from '../identity/kem.ts';
import { sign, verifyNow } from '../identity/signing.ts';
import type { DeviceCard, DeviceKeys, Random, RawKeys } from '../identity/types.ts';
import type { Offset } from '../log/types.ts';
import { plainToList } from '../membership/parts.ts';
import { bytesToRawKeys, rawKeysToBytes } from '../membership/wraps.ts';
import { isRelayAddress } from './link.ts';

export interface Welcome {
  readonly workspace: Uint8Array;
  /** The main stream's id, and where it is; empty where that is the page's own server. */
  readonly stream: Uint8Array;
  readonly relay: string;
  /** At or before the checkpoint's n; what was counted already is read past. */
  readonly offset: Offset;
  readonly checkpoint: CheckpointRef;
  /** The number of the device that is let in. */
  readonly device: number;
  readonly keys: RawKeys;
  /** The number of the device that lets it in. */
  readonly by: number;
}

/** A welcome that opened: who signed it is known once the chain is read. */
export interface OpenedWelcome extends Welcome {
  isSignedBy(sign: Uint8Array): boolean;
}

export async function sealWelcome(
  welcome: Welcome,
  card: DeviceCard,
  signer: CryptoKey,
  random: Random,
): Promise<Uint8Array<ArrayBuffer>> {
  const { workspace, stream, device, relay, offset, checkpoint, keys, by } = welcome;
  const ref = refToPlain(checkpoint);
  const raw = rawKeysToBytes(keys);
  const bytes = plainToBytes([workspace, stream, device, relay, offset, ref, raw, by]);
  const sig = await sign(signer, signedWelcome(card, bytes));
  return sealTo(card.kem, welcomeInfo(card), plainToBytes([bytes, sig]), random);
}

/** The welcome, or null where it is not for this device. Whether to believe it is `enter`'s to say. */
export async function openWelcome(
  sealed: Uint8Array,
  device: DeviceKeys,
): Promise<OpenedWelcome | null> {
  const opened = await openSealed(device.kem, welcomeInfo(device.card), sealed);
  const [bytes, sig] = (opened && plainToList(bytesToPlain(opened), 2)) ?? [];
  if (!(bytes instanceof Uint8Array) || !isBytes(sig, 64)) return null;
  const items = plainToList(bytesToPlain(bytes), 8);
  if (items === null) return null;
  const [workspace, stream, number, relay, offset, refPlain, raw, by] = items;
  const checkpoint = plainToRef(refPlain);
  const keys = raw instanceof Uint8Array ? bytesToRawKeys(raw) : null;
  if (!isBytes(workspace, 32) || !isBytes(stream, 16) || checkpoint === null || keys === null) {
    return null;
  }
  if (!isCount(number) || !isCount(by)) return null;
  if (typeof relay !== 'string' || typeof offset !== 'string') return null;
  if (relay !== '' && !isRelayAddress(relay)) return null;
  const message = signedWelcome(device.card, copyOf(bytes));
  return {
    workspace,
    stream,
    relay,
    offset,
    checkpoint,
    device: number,
    keys,
    by,
    isSignedBy: (signer) => verifyNow(signer, sig, message),
  };
}

function welcomeInfo(card: DeviceCard) {
  return concat(contexts.welcome, card.sign);
}

function signedWelcome(card: DeviceCard, bytes: Uint8Array) {
  return concat(contexts['welcome-by'], card.sign, card.kem, bytes);
}
