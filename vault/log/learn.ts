/**
 * Takes the keys that an accepted entry brings for this device. Whoever made them may have wrapped
 * another key than they committed to; then nothing is kept and the caller is told.
 */

import { circleWrapInfo } from '../circles/generation.ts';
import { stewardsCircle } from '../circles/well-known.ts';
import { sameBytes } from '../envelope/bytes.ts';
import { circleSecret, epochSecret } from '../identity/secret.ts';
import type { Keyring } from '../identity/types.ts';
import { type Generation, plainToWraps } from '../membership/parts.ts';
import type { State } from '../membership/state.ts';
import { epochWrapInfo, unwrapOwn } from '../membership/wraps.ts';
import type { CircleId } from '../types.ts';
import type { Entry, Wrap } from './types.ts';

/** A key for this device that is not the one that was committed to: a circle's, or everybody's (null). */
export interface WrongKey {
  readonly circle: CircleId | null;
}

/** Null where what came for this device is right. */
export async function learnKeys(
  state: State,
  keys: Keyring,
  device: number,
  entry: Entry,
): Promise<WrongKey | null> {
  const { body, wraps } = entry;
  if (body.kind === 'circle') {
    const { circle, generation, ...rest } = body.generation;
    const made = { generation, ...rest };
    return (await learnCircle(state, keys, device, circle, made, rest.wraps)) ? null : { circle };
  }
  if (body.kind !== 'chain') return null;
  const lists = (wraps ?? []).map((list) => plainToWraps(list) ?? []);
  const { keyring, rotation, stewards } = body.change.brings;
  if (keyring !== null) lists.shift();
  let wrong: WrongKey | null = null;
  if (stewards !== null) {
    const circle = stewardsCircle(state.workspace);
    const list = lists[rotation === null ? 0 : 1] ?? [];
    if (!(await learnCircle(state, keys, device, circle, stewards, list))) wrong = { circle };
  }
  if (rotation === null) return wrong;
  return (await learnEpoch(state, keys, device, rotation, lists[0] ?? []))
    ? wrong
    : { circle: null };
}

async function learnEpoch(
  state: State,
  keys: Keyring,
  device: number,
  { epoch, commit }: { readonly epoch: number; readonly commit: Uint8Array },
  wraps: readonly Wrap[],
): Promise<boolean> {
  if (isMeant(keys.epoch(epoch)?.commit, commit) || !isFor(wraps, device)) return true;
  const info = epochWrapInfo(state.workspace, epoch, device);
  const raw = await unwrapOwn(wraps, device, info, keys.device.kem);
  if (raw === null || !sameBytes((await epochSecret(raw)).commit, commit)) return false;
  await keys.keepEpoch(epoch, raw);
  return true;
}

async function learnCircle(
  state: State,
  keys: Keyring,
  device: number,
  circle: CircleId,
  { generation, commit, kemPub }: Omit<Generation, 'wrapsHash'>,
  wraps: readonly Wrap[],
): Promise<boolean> {
  if (!isFor(wraps, device)) return true;
  const info = circleWrapInfo(state.workspace, circle, generation, device);
  const raw = await unwrapOwn(wraps, device, info, keys.device.kem);
  if (raw === null) return false;
  const secret = await circleSecret(raw);
  if (!sameBytes(secret.commit, commit) || !sameBytes(secret.kemPub, kemPub)) return false;
  await keys.keepCircle(circle, generation, raw);
  return true;
}

function isFor(wraps: readonly Wrap[], device: number): boolean {
  return wraps.some(([number]) => number === device);
}

function isMeant(known: Uint8Array | undefined, commit: Uint8Array): boolean {
  return known !== undefined && sameBytes(known, commit);
}
