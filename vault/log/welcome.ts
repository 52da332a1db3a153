/**
 * What a device that was just admitted gets to begin with, sealed to it alone: the state as its
 * approver has it, where to read on, the current epoch's key, and for a person's own further device
 * the circle keys too. It trusts its approver for the state, who could admit anybody anyway.
 */

import { assert } from '../envelope/bytes.ts';
import { bytesToPlain } from '../envelope/cbor-read.ts';
import { plainToBytes } from '../envelope/cbor-write.ts';
import { isCount } from '../envelope/frame.ts';
import { openSealed, sealTo } from '../identity/kem.ts';
import type { Keyring, Random, RawKeys } from '../identity/types.ts';
import { plainToList } from '../membership/parts.ts';
import type { State } from '../membership/state.ts';
import { bytesToState, stateToBytes } from '../membership/state-bytes.ts';
import { bytesToRawKeys, deviceInfo, rawKeysToBytes } from '../membership/wraps.ts';
import type { Offset, Replica } from './types.ts';

export interface Welcome {
  readonly state: State;
  readonly device: number;
  readonly offset: Offset;
  readonly keys: RawKeys;
}

export async function makeWelcome(
  replica: Replica,
  device: number,
  random: Random,
  /** Where the newcomer reads on: in a served workspace, where its server is read to. */
  offset: Offset = replica.offset,
): Promise<Uint8Array<ArrayBuffer>> {
  const { state, keys } = replica;
  const to = state.membership.devices[device];
  assert(to?.active, 'the device is listed');
  const all = await keys.reveal([state.tokenEpoch]);
  const own = to.member === replica.member;
  const bytes = plainToBytes([
    stateToBytes(state),
    device,
    offset,
    rawKeysToBytes(own ? all : { ...all, circles: [] }),
  ]);
  return sealTo(to.kem, deviceInfo('welcome', state.workspace, device), bytes, random);
}

/** The welcome, or null where it is not for these keys and this workspace. Keys are kept. */
export async function openWelcome(
  sealed: Uint8Array,
  workspace: Uint8Array,
  device: number,
  keys: Keyring,
): Promise<Welcome | null> {
  const info = deviceInfo('welcome', workspace, device);
  const bytes = await openSealed(keys.device.kem, info, sealed);
  const items = bytes && plainToList(bytesToPlain(bytes), 4);
  const [stateBytes, number, offset, keyBytes] = items ?? [];
  if (!(stateBytes instanceof Uint8Array) || !(keyBytes instanceof Uint8Array)) return null;
  if (!isCount(number) || number !== device || typeof offset !== 'string') return null;
  const state = bytesToState(stateBytes);
  const raw = bytesToRawKeys(keyBytes);
  if (state === null || raw === null) return null;
  for (const { epoch, raw: key } of raw.epochs) await keys.keepEpoch(epoch, key);
  for (const { circle, generation, raw: key } of raw.circles) {
    await keys.keepCircle(circle, generation, key);
  }
  return { state, device, offset, keys: raw };
}
