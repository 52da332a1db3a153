/**
 * A checkpoint's bytes: everything that somebody needs who begins here, in CBOR.
 *
 *   checkpoint = [1, core, blocks, sealed, parts, releases]
 *   core   = [w, stream, n, H_n, last ids joined, this epoch's wire hashes joined, circles, chain]
 *   circle = [id, generation, members, holders, commit, kemPub, owed, begins, wraps]
 *   chain  = [[frame, sig], …] from genesis, without wraps
 *   blocks = [[name, bytes], …]: what everyone reads, folded
 *   sealed = [[position, device, hlc, id, p, view n, 0 box | 1 capsule, body], …]
 *   parts  = circles' folded parts (`part.ts`); releases = [[entry, key], …] that everyone was told
 */

import { plainToBox } from '../circles/box.ts';
import { plainToCapsule } from '../circles/capsule.ts';
import { concat, textToBytes } from '../envelope/bytes.ts';
import { bytesToPlain, type Plain } from '../envelope/cbor-read.ts';
import { plainToBytes, type Writable } from '../envelope/cbor-write.ts';
import { isBytes, isCount } from '../envelope/frame.ts';
import type { Block } from '../fold/columns/snapshot.ts';
import type { Release, SealedBody } from '../log/types.ts';
import {
  idToPlain,
  plainToId,
  plainToIds,
  plainToList,
  plainToWraps,
} from '../membership/parts.ts';
import type { ChainEntry, Circle, State } from '../membership/state.ts';
import type { CircleId } from '../types.ts';
import {
  blocksToPlain,
  type Part,
  partToPlain,
  plainToBlocks,
  plainToPart,
  plainToReleases,
  releasesToPlain,
} from './part.ts';

const VERSION = 1;

/** What is in the bytes, of the right form; nothing is verified yet. */
export interface CheckpointParts {
  readonly workspace: Uint8Array;
  readonly stream: Uint8Array;
  readonly n: number;
  readonly tip: Uint8Array;
  readonly last: readonly Uint8Array[];
  readonly wires: readonly Uint8Array[];
  readonly circles: readonly Circle[];
  readonly chain: readonly ChainEntry[];
  readonly blocks: readonly Block[];
  readonly sealed: readonly Omit<SealedBody, 'member'>[];
  readonly parts: readonly Part[];
  readonly releases: readonly Release[];
}

export function checkpointToBytes(
  state: State,
  beside: Pick<CheckpointParts, 'blocks' | 'sealed' | 'parts' | 'releases'>,
): Uint8Array<ArrayBuffer> {
  const wires = [...state.wires].map((wire) => textToBytes(wire) ?? new Uint8Array(0));
  const core: Writable = [
    state.workspace,
    state.stream,
    state.n,
    state.tip,
    concat(...state.last),
    concat(...wires),
    [...state.membership.circles.values()].map(circleToPlain),
    state.chain.map(({ frame, sig }) => [frame, sig]),
  ];
  return plainToBytes([
    VERSION,
    core,
    blocksToPlain(beside.blocks),
    beside.sealed.map(sealedToPlain),
    beside.parts.map(partToPlain),
    releasesToPlain(beside.releases),
  ]);
}

export function bytesToCheckpoint(bytes: Uint8Array): CheckpointParts | 'NeedsUpdate' | null {
  const file = bytesToPlain(bytes);
  if (Array.isArray(file) && isCount(file[0]) && file[0] > VERSION) return 'NeedsUpdate';
  const items = plainToList(file, 6);
  const core = plainToList(items?.[1], 8);
  if (items === null || core === null || items[0] !== VERSION) return null;
  const [workspace, stream, n, tip, lastBytes, wireBytes, circlesPlain, chainPlain] = core;
  const last = hashesIn(lastBytes);
  const wires = hashesIn(wireBytes);
  const circles = all(circlesPlain, plainToCircle);
  const chain = all(chainPlain, plainToChainEntry);
  const blocks = plainToBlocks(items[2]);
  const sealed = all(items[3], plainToSealed);
  const parts = all(items[4], plainToPart);
  const releases = plainToReleases(items[5]);
  if (!isBytes(workspace, 32) || !isBytes(stream, 16) || !isCount(n) || !isBytes(tip, 32)) {
    return null;
  }
  if (!last || !wires || !circles || !chain || !blocks || !sealed || !parts || !releases) {
    return null;
  }
  return {
    workspace,
    stream,
    n,
    tip,
    last,
    wires,
    circles,
    chain,
    blocks,
    sealed,
    parts,
    releases,
  };
}

/** A circle's own checkpoint: its folded part alone. */
export function circleCheckpointToBytes(
  workspace: Uint8Array,
  part: Part,
): Uint8Array<ArrayBuffer> {
  return plainToBytes([VERSION, workspace, partToPlain(part)]);
}

export function bytesToCircleCheckpoint(
  bytes: Uint8Array,
): { readonly workspace: Uint8Array; readonly part: Part } | null {
  const items = plainToList(bytesToPlain(bytes), 3);
  const part = items && plainToPart(items[2] ?? null);
  const workspace = items?.[1];
  return part && items[0] === VERSION && isBytes(workspace, 32) ? { workspace, part } : null;
}

/** The circles that a sealed body is for; the first is whose content it becomes. */
export function circlesOf(kind: SealedBody['kind'], body: Uint8Array): readonly CircleId[] {
  const plain = bytesToPlain(body) ?? null;
  if (kind === 'capsule') return plainToCapsule(plain)?.to.map(({ circle }) => circle) ?? [];
  const box = plainToBox(plain);
  return box === null ? [] : [box.circle];
}

function circleToPlain(circle: Circle): Writable {
  const { id, generation, members, holders, commit, kemPub, owed, begins, wraps } = circle;
  const people = members.map(idToPlain);
  return [idToPlain(id), generation, people, holders, commit, kemPub, owed, begins, wraps];
}

function plainToCircle(plain: Plain): Circle | null {
  const items = plainToList(plain, 9);
  if (items === null) return null;
  const [idPlain, generation, people, holders, commit, kemPub, owed, begins, wrapsPlain] = items;
  const id = plainToId(idPlain);
  const members = plainToIds(people);
  const wraps = plainToWraps(wrapsPlain);
  if (id === null || members === null || wraps === null || !isCount(generation)) return null;
  if (!Array.isArray(holders) || !holders.every(isCount) || typeof owed !== 'boolean') return null;
  if (!isBytes(commit, 32) || !isBytes(kemPub, 32) || !isCount(begins)) return null;
  return { id, generation, members, holders, commit, kemPub, owed, begins, wraps };
}

function sealedToPlain(sealed: Omit<SealedBody, 'member'>): Writable {
  const { position, device, hlc, id, previous, viewN, kind, body } = sealed;
  return [position, device, hlc, id, previous, viewN, kind === 'box' ? 0 : 1, body];
}

function plainToSealed(plain: Plain): Omit<SealedBody, 'member'> | null {
  const items = plainToList(plain, 8);
  if (items === null) return null;
  const [position, device, hlc, id, previous, viewN, kindPlain, body] = items;
  if (!isCount(position) || !isCount(device) || !isCount(hlc) || !isCount(viewN)) return null;
  if (!isBytes(id, 32) || !isBytes(previous, 32) || !(body instanceof Uint8Array)) return null;
  if (kindPlain !== 0 && kindPlain !== 1) return null;
  const kind = kindPlain === 0 ? 'box' : 'capsule';
  const circles = circlesOf(kind, body);
  if (circles.length === 0) return null;
  return { position, device, hlc, id, previous, viewN, kind, body, circles };
}

function plainToChainEntry(plain: Plain): ChainEntry | null {
  const [frame, sig] = plainToList(plain, 2) ?? [];
  return frame instanceof Uint8Array && isBytes(sig, 64) ? { frame, sig } : null;
}

function all<T>(plain: Plain | undefined, read: (item: Plain) => T | null): readonly T[] | null {
  if (!Array.isArray(plain)) return null;
  const items = (plain as readonly Plain[]).map(read);
  return items.every((item) => item !== null) ? items : null;
}

function hashesIn(plain: Plain | undefined): readonly Uint8Array[] | null {
  if (!(plain instanceof Uint8Array) || plain.length % 32 !== 0) return null;
  return Array.from({ length: plain.length / 32 }, (_, i) => plain.slice(i * 32, i * 32 + 32));
}
