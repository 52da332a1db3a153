/**
 * Goes through a chain entry by entry, by frames alone: what each changed and who was here after it.
 * Signatures and wraps are not looked at; `checkpoint/verify-chain.ts` does that for chains that
 * somebody else hands over.
 */

import { sameBytes } from '../envelope/bytes.ts';
import { bytesToFrame, entryId } from '../envelope/frame.ts';
import type { Frame } from '../log/types.ts';
import { copyMembership, emptyMembership, type Place } from './change.ts';
import { type Change, plainToChange } from './changes/index.ts';
import { hasSteward } from './questions/stewards.ts';
import type { ChainEntry, Membership } from './state.ts';

export interface ChainStep {
  readonly id: Uint8Array;
  readonly frame: Frame;
  readonly change: Change;
  /** Where it stood: the place that its signature covers, and who wrote it. */
  readonly place: Place;
  /** The key that must have signed it. */
  readonly signer: Uint8Array;
  readonly before: Membership;
  /** Without circles: those are content's to say. */
  readonly after: Membership;
  readonly epoch: number;
}

/** Yields every step, or null in place of the first entry that does not follow, and ends. */
export function* replayChain(
  workspace: Uint8Array,
  chain: readonly ChainEntry[],
): Generator<ChainStep | null, void> {
  let last: ChainStep | null = null;
  let incarnation = workspace;
  for (const { frame: bytes, sig } of chain) {
    const frame = bytesToFrame(bytes);
    const change = frame && plainToChange(frame.type, frame.body);
    const place: Place | null = change && placeAfter(workspace, incarnation, last, frame);
    const id = entryId(bytes, sig);
    const next: ChainStep | null =
      change && place ? stepFrom(last, change, frame, place, id) : null;
    yield next;
    if (next === null) return;
    if (next.change.brings.stream !== null) incarnation = id;
    last = next;
  }
}

function placeAfter(
  workspace: Uint8Array,
  incarnation: Uint8Array,
  last: ChainStep | null,
  frame: Frame,
): Place | null {
  if (last === null) {
    const first = frame.head === null && frame.device === 0 && frame.epoch === 0;
    return first ? { workspace, incarnation, head: null, by: null } : null;
  }
  const { after, id, epoch } = last;
  const device = after.devices[frame.device];
  const member = device && after.members.get(device.member);
  if (!device?.active || !member || frame.epoch !== epoch) return null;
  if (frame.head === null || !sameBytes(frame.head, id)) return null;
  return { workspace, incarnation, head: id, by: { device, member } };
}

function stepFrom(
  last: ChainStep | null,
  change: Change,
  frame: Frame,
  place: Place,
  id: Uint8Array,
): ChainStep | null {
  const before = last?.after ?? emptyMembership();
  const after = copyMembership(before);
  const signer = place.by?.device.sign ?? change.firstKey;
  if (signer === null || change.apply(after, place) !== null || !hasSteward(after)) return null;
  const { rotation } = change.brings;
  if (last === null && rotation === null) return null;
  const epoch = last?.epoch ?? 0;
  if (rotation === null) return { id, frame, change, place, signer, before, after, epoch };
  if (rotation.epoch !== (last === null ? 0 : epoch + 1)) return null;
  after.rotationOwed = false;
  return { id, frame, change, place, signer, before, after, epoch: rotation.epoch };
}
