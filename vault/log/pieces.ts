/**
 * What is held, as the bodies of entries: consecutive writes to one audience share an entry up to a
 * size, and one that is too large for that is parted between ops.
 */

import { plainToBytes } from '../envelope/cbor-write.ts';
import type { Op, OpRun } from '../types.ts';
import { type Ops, opsToPlain } from './ops.ts';
import type { Held } from './types.ts';

/** Bytes of ops in one entry. A single op may be larger, up to `MOST`. */
const ENOUGH = 64 * 1024;
const MOST = 200 * 1024;

export interface Piece {
  readonly audience: Held['audience'];
  readonly ops: Ops;
  readonly tickets: readonly number[];
}

/** Whether an op can travel at all. */
export function canCarry(op: Op): boolean {
  return sizeOf({ runs: [{ seen: 0, ops: [op] }], releases: [] }) <= MOST;
}

export function piecesOf(held: readonly Held[]): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const { ticket, audience, runs, releases } of held) {
    const before = pieces.at(-1);
    const joined = before && joinOps(before.ops, { runs, releases });
    if (before && joined && sameAudience(before.audience, audience) && sizeOf(joined) <= ENOUGH) {
      pieces[pieces.length - 1] = { audience, ops: joined, tickets: [...before.tickets, ticket] };
      continue;
    }
    for (const ops of parted({ runs, releases })) pieces.push({ audience, ops, tickets: [ticket] });
  }
  return pieces;
}

function joinOps(a: Ops, b: Ops): Ops {
  return { runs: [...a.runs, ...b.runs], releases: [...a.releases, ...b.releases] };
}

function parted({ runs, releases }: Ops): readonly Ops[] {
  if (sizeOf({ runs, releases }) <= ENOUGH) return [{ runs, releases }];
  const parts: Ops[] = [];
  for (const run of runs)
    for (const part of partedRun(run)) parts.push({ runs: [part], releases: [] });
  if (releases.length > 0) parts.push({ runs: [], releases });
  return parts;
}

function partedRun(run: OpRun): readonly OpRun[] {
  if (run.ops.length < 2 || sizeOf({ runs: [run], releases: [] }) <= ENOUGH) return [run];
  const middle = Math.ceil(run.ops.length / 2);
  const first = { seen: run.seen, ops: run.ops.slice(0, middle) };
  const second = { seen: run.seen, ops: run.ops.slice(middle) };
  return [...partedRun(first), ...partedRun(second)];
}

function sizeOf(ops: Ops): number {
  return plainToBytes(opsToPlain(ops)).length;
}

function sameAudience(a: Held['audience'], b: Held['audience']): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return 'circle' in a && 'circle' in b && a.circle === b.circle;
}
