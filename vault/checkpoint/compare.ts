/**
 * Whether a checkpoint says what this device has itself: its very bytes are loaded as a newcomer
 * would load them, the log since is read over them, and the result is compared with what is here:
 * the state, the tables and texts of every audience that this device reads, the sealed bodies of the
 * others. What only others can read, only they can vouch for.
 */

import { bytesToText, sameBytes } from '../envelope/bytes.ts';
import { plainToBytes } from '../envelope/cbor-write.ts';
import { columnsToTables } from '../fold/columns/snapshot.ts';
import { createFold } from '../fold/fold.ts';
import type { FoldState } from '../fold/state.ts';
import { createHybridClock } from '../log/hlc.ts';
import { createReader } from '../log/reader.ts';
import type { Delivered, Offset, Stream } from '../log/types.ts';
import type { State } from '../membership/state.ts';
import { stateHash } from '../membership/state-bytes.ts';
import type { Accepted, CircleId } from '../types.ts';
import { beginHere } from './begin-here.ts';
import { type Carried, carry, keepsSealed } from './carried.ts';
import { checkBlocks } from './check-blocks.ts';
import { bytesToCircleCheckpoint } from './format.ts';
import type { CheckpointFrom } from './make.ts';
import { openPart, partToPlain } from './part.ts';
import { type CheckpointRefusal, readCheckpoint } from './read.ts';
import type { CheckpointEntry, CheckpointRef } from './reference.ts';
import { sameTables } from './same-tables.ts';

export type Comparison =
  | { readonly type: 'Equal' }
  /** It says something else than this device has, and where. */
  | {
      readonly type: 'Differs';
      readonly in: 'state' | 'tables' | 'circle' | 'sealed' | 'releases';
    }
  /** The log was not read to the same place: compare again. */
  | { readonly type: 'Moved' }
  | CheckpointRefusal;

export interface OwnToCompare extends Omit<CheckpointFrom, 'random'> {
  readonly stream: Stream;
  /** A place in the stream at or before the checkpoint's n. */
  readonly from: Offset;
}

export async function compareCheckpoint(
  bytes: Uint8Array,
  ref: CheckpointRef,
  own: OwnToCompare,
): Promise<Comparison> {
  const { state, keys, device, carried } = own;
  const anchor = { workspace: state.workspace, head: null, n: 0 };
  const read = await readCheckpoint(bytes, ref, anchor);
  if ('type' in read) return read;
  const begun = await beginHere(read, keys, device);
  const entries: Accepted[] = begun.contents.map(({ accepted }) => accepted);
  const deliver = (delivered: Delivered) => {
    if (delivered.type === 'Content') entries.push(delivered.accepted);
    carry(begun.carried, delivered, begun.state, device);
  };
  const reader = createReader(
    {
      state: begun.state,
      keys,
      stream: own.stream,
      device,
      hybrid: createHybridClock(() => 0),
      deliver,
      keepSealed: keepsSealed(begun.carried),
      settle: () => [],
    },
    own.from,
  );
  await reader.catchUp();
  if (begun.state.n !== state.n) return { type: 'Moved' };
  if (!sameState(begun.state, state)) return { type: 'Differs', in: 'state' };
  const theirs = tablesOf(begun.blocks, entries);
  const ours = tablesOf(own.blocks, []);
  if (!theirs || !ours || !sameTables(theirs, ours, 'everyone')) {
    return { type: 'Differs', in: 'tables' };
  }
  for (const circle of carried.open) {
    if (!begun.carried.open.has(circle)) {
      // A part that should open here and does not; one from before this device's time may not.
      const part = begun.carried.parts.get(circle);
      if (part && keys.circle(circle, part.generation)) return { type: 'Differs', in: 'circle' };
      continue;
    }
    if (!sameTables(theirs, ours, { circle })) return { type: 'Differs', in: 'circle' };
  }
  if (!sameSealed(begun.carried, carried) || !sameParts(begun.carried, carried))
    return { type: 'Differs', in: 'sealed' };
  if (!sameReleases(begun.carried, carried)) return { type: 'Differs', in: 'releases' };
  return { type: 'Equal' };
}

/**
 * The same for one circle's checkpoint, by a device that reads the circle: as long as nothing was
 * said in it since, its tables must be the part's.
 */
export async function compareCircle(
  bytes: Uint8Array,
  { circle, n }: CheckpointEntry,
  { state, keys, blocks, carried }: Omit<CheckpointFrom, 'random'>,
): Promise<Comparison> {
  const read = bytesToCircleCheckpoint(bytes);
  const broken = { type: 'CheckpointBroken' } as const;
  if (read === null || circle === null || read.part.circle !== circle || read.part.n !== n) {
    return broken;
  }
  if (!sameBytes(read.workspace, state.workspace)) return { type: 'OtherWorkspace' };
  if ((carried.opened.get(circle) ?? 0) > n) return { type: 'Moved' };
  const secret = keys.circle(circle, read.part.generation);
  const content = secret && (await openPart(read.part, secret, state.workspace));
  const at = { n, membership: state.membership };
  const theirs = content && checkBlocks(content.blocks, { circle }, at);
  const ours = tablesOf(blocks, []);
  if (!theirs || !ours) return broken;
  return sameTables(theirs, ours, { circle })
    ? { type: 'Equal' }
    : { type: 'Differs', in: 'circle' };
}

function sameState(one: State, other: State): boolean {
  const beside = ({ membership }: State) =>
    plainToBytes(
      [...membership.circles.values()].map(({ id, begins, wraps }) => [id, begins, wraps]),
    );
  return (
    sameBytes(stateHash(one), stateHash(other)) &&
    one.wires.size === other.wires.size &&
    [...one.wires].every((wire) => other.wires.has(wire)) &&
    sameBytes(beside(one), beside(other))
  );
}

function tablesOf(
  blocks: CheckpointFrom['blocks'],
  entries: readonly Accepted[],
): FoldState | undefined {
  const { state } = columnsToTables(blocks);
  if (!state) return undefined;
  const never = () => new Uint8Array(4);
  createFold({ me: '', random: never, now: () => 0 }, state).applyAccepted(entries);
  return state;
}

/** Boxes of circles that neither side reads, after the later part; and every capsule. */
function sameSealed(one: Carried, other: Carried): boolean {
  const closed = (circle: CircleId) => !one.open.has(circle) && !other.open.has(circle);
  const after = (circle: CircleId) =>
    Math.max(one.parts.get(circle)?.n ?? 0, other.parts.get(circle)?.n ?? 0);
  const facts = ({ sealed }: Carried) =>
    sealed
      .filter(({ kind, circles: [circle = ''], position }) =>
        kind === 'capsule' ? true : closed(circle) && position > after(circle),
      )
      .map(({ member: _, circles: __, ...facts }) => ({ ...facts }));
  return sameBytes(plainToBytes(facts(one)), plainToBytes(facts(other)));
}

/** Parts that neither side can read, where both are of one place: carried on byte for byte. */
function sameParts(one: Carried, other: Carried): boolean {
  return [...one.parts.values()].every((part) => {
    const opposite = other.parts.get(part.circle);
    if (opposite === undefined || opposite.n !== part.n) return true;
    return sameBytes(plainToBytes(partToPlain(part)), plainToBytes(partToPlain(opposite)));
  });
}

function sameReleases(one: Carried, other: Carried): boolean {
  const told = ({ releases }: Carried) =>
    releases
      .filter(({ audience }) => audience === 'everyone')
      .map(({ entry, key }) => `${bytesToText(entry)} ${bytesToText(key)}`)
      .sort();
  return JSON.stringify(told(one)) === JSON.stringify(told(other));
}
