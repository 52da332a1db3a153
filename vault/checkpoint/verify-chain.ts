/**
 * The chain from genesis, by its frames and signatures alone: who is here is never taken from
 * anybody's summary. Every entry names the one before it, is signed by a device that was active
 * there, and is allowed to its author. Wraps are not in copies of the chain, so to whom a past
 * epoch's key went is not checked here: whoever read the entry with its wraps did that.
 */

import { concat, sameBytes } from '../envelope/bytes.ts';
import { bytesToFrame, entryId, signedBytes } from '../envelope/frame.ts';
import { verify } from '../identity/signing.ts';
import type { Frame } from '../log/types.ts';
import { copyMembership, emptyMembership, type Place } from '../membership/change.ts';
import { type Change, plainToChange } from '../membership/changes/index.ts';
import { hasSteward } from '../membership/questions/stewards.ts';
import type { ChainEntry, Membership } from '../membership/state.ts';

/** What a chain says. Circles are content's to say: there are none here. */
export interface ChainRead {
  readonly membership: Membership;
  readonly incarnation: Uint8Array;
  /** The stream of the last compaction, null where there was none. */
  readonly stream: Uint8Array | null;
  readonly epoch: number;
  readonly commit: Uint8Array;
  /** The last epoch that a steward began: whose tokens a relay has. */
  readonly tokenEpoch: number;
  readonly head: Uint8Array;
  /** The ids of all entries, in order. */
  readonly ids: readonly Uint8Array[];
  /** Who the last entry admitted, if it admitted anybody. */
  readonly justAdmitted: readonly string[];
}

export type ChainRefusal =
  /** The entry at that place, from 0, does not follow from those before it. */
  { readonly type: 'ChainBroken'; readonly at: number } | { readonly type: 'NeedsUpdate' };

export async function verifyChain(
  workspace: Uint8Array,
  chain: readonly ChainEntry[],
): Promise<ChainRead | ChainRefusal> {
  let read: ChainRead | null = null;
  const signatures: Promise<boolean>[] = [];
  for (const [at, { frame: bytes, sig }] of chain.entries()) {
    const frame = bytesToFrame(bytes);
    const change = frame && plainToChange(frame.type, frame.body);
    const place = change && placeIn(workspace, read, frame);
    const signer = place?.by?.device.sign ?? (at === 0 ? (change?.firstKey ?? null) : null);
    if (!change || !place || signer === null) return { type: 'ChainBroken', at };
    const signed = signedBytes(concat(workspace, place.incarnation), bytes);
    signatures.push(verify(signer, sig, signed));
    read = extend(read, change, place, entryId(bytes, sig));
    if (read === null) return { type: 'ChainBroken', at };
    if (read.membership.version > 1) return { type: 'NeedsUpdate' };
  }
  const wrong = (await Promise.all(signatures)).indexOf(false);
  if (wrong !== -1 || read === null) return { type: 'ChainBroken', at: Math.max(wrong, 0) };
  return read;
}

/** Where an entry stands, or null where it does not follow what was read. */
function placeIn(workspace: Uint8Array, read: ChainRead | null, frame: Frame): Place | null {
  if (read === null) {
    const first = frame.head === null && frame.device === 0 && frame.epoch === 0;
    return first ? { workspace, incarnation: workspace, head: null, by: null } : null;
  }
  const { membership, incarnation, head, epoch } = read;
  const device = membership.devices[frame.device];
  const member = device && membership.members.get(device.member);
  if (!device?.active || !member || frame.epoch !== epoch) return null;
  if (frame.head === null || !sameBytes(frame.head, head)) return null;
  return { workspace, incarnation, head, by: { device, member } };
}

function extend(
  before: ChainRead | null,
  change: Change,
  place: Place,
  id: Uint8Array,
): ChainRead | null {
  const membership = copyMembership(before?.membership ?? emptyMembership());
  if (change.apply(membership, place) !== null || !hasSteward(membership)) return null;
  const { rotation, stream } = change.brings;
  if (before === null && rotation === null) return null;
  if (rotation !== null) {
    if (rotation.epoch !== (before === null ? 0 : before.epoch + 1)) return null;
    membership.rotationOwed = false;
  }
  const bySteward = place.by === null || place.by.member.role === 'steward';
  const known = new Set(before?.membership.members.keys());
  return {
    membership,
    incarnation: stream === null ? place.incarnation : id,
    stream: stream ?? before?.stream ?? null,
    epoch: rotation?.epoch ?? before?.epoch ?? 0,
    commit: rotation?.commit ?? before?.commit ?? new Uint8Array(32),
    tokenEpoch: rotation !== null && bySteward ? rotation.epoch : (before?.tokenEpoch ?? 0),
    head: id,
    ids: pushed(before?.ids, id),
    justAdmitted: [...membership.members.keys()].filter((member) => !known.has(member)),
  };
}

/** One list for the whole reading: a copy for each entry would cost its square. */
function pushed(ids: readonly Uint8Array[] | undefined, id: Uint8Array): readonly Uint8Array[] {
  const list = (ids ?? []) as Uint8Array[];
  list.push(id);
  return list;
}
