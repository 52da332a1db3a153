/**
 * The local snapshot: the chain's state, the folded tables and texts as blocks, and what only others
 * can open, each sealed under the local root. A cold open reads it and the few messages since; it
 * never replays history. A new snapshot takes the place of the old in one batch.
 *
 * Each block is sealed by itself, so that a damaged one costs only what is in it. What all else hangs
 * on (the state, the blocks' head) is there twice.
 */

import type { Carried } from '../../checkpoint/carried.ts';
import { carriedToBytes } from '../../checkpoint/carried-bytes.ts';
import { type Bytes, copyOf, utf8Bytes } from '../../envelope/bytes.ts';
import { bytesToPlain, type Plain } from '../../envelope/cbor-read.ts';
import { plainToBytes } from '../../envelope/cbor-write.ts';
import type { Block } from '../../fold/columns/snapshot.ts';
import type { State } from '../../membership/state.ts';
import { bytesToState, stateToBytes } from '../../membership/state-bytes.ts';
import { openRecord, sealRecord } from '../root.ts';
import { keyNumber, type Write, type WriteRefusal } from '../storage.ts';
import type { Resting } from './keys-at-rest.ts';

export interface Snapshot {
  readonly state: State;
  /** How many messages of the stored stream are in it. */
  readonly offset: number;
  readonly blocks: readonly Block[];
  /** What the device carries beside its tables: bodies that it cannot open, and what it has of circles. */
  readonly carried: Carried;
}

export interface SnapshotRead extends Omit<Snapshot, 'carried'> {
  /** For `bytesToCarried`; undefined where it could not be read. */
  readonly carriedBytes: Bytes | undefined;
  readonly number: number;
  /** Blocks that could not be read, by name where it is known. */
  readonly damaged: readonly string[];
}

/** Which snapshot counts, and how many messages it holds; 0 and 0 where there is none. */
export interface SnapshotPlace {
  readonly number: number;
  readonly offset: number;
}

const HEAD = 'head';

/**
 * Puts a snapshot in place of the one before, and lets go of messages that the one before held
 * already, unless they are at `keepFrom` or later; those since stay for tabs that lag. `also` is
 * written in the same batch.
 */
export async function writeSnapshot(
  resting: Resting,
  snapshot: Snapshot,
  before: SnapshotPlace,
  also: readonly Write[] = [],
  keepFrom = Number.POSITIVE_INFINITY,
): Promise<WriteRefusal | undefined> {
  const { storage, keys, local, random } = resting;
  const under = keys.snapshot(before.number + 1);
  const batch: Write[] = [];
  const seal = async (name: string, bytes: Uint8Array) => {
    batch.push({
      put: under + name,
      bytes: await sealRecord(local.data, under + name, bytes, random),
    });
  };
  const core = plainToBytes([snapshot.offset, stateToBytes(snapshot.state)]);
  await seal('state', core);
  await seal('state-copy', core);
  await seal('sealed', carriedToBytes(snapshot.carried));
  for (const [i, block] of snapshot.blocks.entries()) {
    await seal(`block/${keyNumber(i)}`, blockToBytes(block));
    if (block.name === HEAD) await seal('head-copy', blockToBytes(block));
  }
  batch.push({ put: keys.now, bytes: nowToBytes(before.number + 1, snapshot.offset) });
  if (before.number > 0) batch.push({ removeAll: keys.snapshot(before.number) });
  for (const key of await storage.keys(keys.log)) {
    if (key < keys.entry(Math.min(before.offset, keepFrom))) batch.push({ remove: key });
  }
  return storage.write([...batch, ...also]);
}

/** The snapshot that counts; `damaged` where not even the state can be read, null where none is. */
export async function readSnapshot(resting: Resting): Promise<SnapshotRead | 'damaged' | null> {
  const { storage, keys, local } = resting;
  const number = await newestSnapshot(resting);
  if (number === 0) return null;
  const under = keys.snapshot(number);
  const stored = await storage.getAll(under);
  const damaged: string[] = [];
  const opened = new Map<string, Bytes>();
  await Promise.all(
    stored.map(async ([key, bytes]) => {
      const open = await openRecord(local.data, key, bytes);
      if (open) opened.set(key.slice(under.length), open);
      else damaged.push(key.slice(under.length));
    }),
  );
  const core = readCore(opened.get('state')) ?? readCore(opened.get('state-copy'));
  if (!core) return 'damaged';
  const blocks: Block[] = [];
  for (const [name, bytes] of opened) {
    if (name.startsWith('block/') || name === 'head-copy') blocks.push(bytesToBlock(bytes));
  }
  // The copy stands in only where the first is gone; otherwise it is the same block once more.
  const lost = damaged.filter((name) => name !== 'state' && !name.endsWith('-copy'));
  const hasHead = blocks.some(({ name }) => name === HEAD);
  return {
    ...core,
    number,
    blocks,
    carriedBytes: opened.get('sealed'),
    damaged: hasHead ? lost.filter((name) => name !== `block/${keyNumber(0)}`) : lost,
  };
}

/** The snapshot that counts, as another tab may have written it since. */
export async function snapshotPlace({ storage, keys }: Resting): Promise<SnapshotPlace> {
  const [number, offset] = new TextDecoder().decode(await storage.get(keys.now)).split(' ');
  return { number: Number(number) || 0, offset: Number(offset) || 0 };
}

/** `now` names it; where that was damaged, the highest number that is there. */
async function newestSnapshot(resting: Resting): Promise<number> {
  const { storage, keys } = resting;
  const named = (await snapshotPlace(resting)).number;
  const there = await storage.keys(keys.snapshots);
  if (there.some((key) => key.startsWith(keys.snapshot(named)))) return named;
  const numbers = there.map((key) => Number(key.slice(keys.snapshots.length).split('/')[0]));
  return Math.max(0, ...numbers.filter(Number.isSafeInteger));
}

function nowToBytes(number: number, offset: number): Uint8Array {
  return utf8Bytes(`${number} ${offset}`);
}

function readCore(bytes: Bytes | undefined): Pick<Snapshot, 'offset' | 'state'> | undefined {
  const plain = bytes && bytesToPlain(bytes);
  if (!Array.isArray(plain)) return undefined;
  const [offset, state] = plain as readonly Plain[];
  const read = state instanceof Uint8Array ? bytesToState(state) : null;
  return typeof offset === 'number' && read ? { offset, state: read } : undefined;
}

function blockToBytes({ name, bytes }: Block): Uint8Array {
  const nameBytes = utf8Bytes(name);
  const all = new Uint8Array(2 + nameBytes.length + bytes.length);
  new DataView(all.buffer).setUint16(0, nameBytes.length);
  all.set(nameBytes, 2);
  all.set(bytes, 2 + nameBytes.length);
  return all;
}

function bytesToBlock(all: Bytes): Block {
  const length = new DataView(all.buffer, all.byteOffset).getUint16(0);
  const name = new TextDecoder().decode(all.subarray(2, 2 + length));
  return { name, bytes: copyOf(all.subarray(2 + length)) };
}
