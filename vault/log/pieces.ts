/**
 * What is held, as the bodies of entries: consecutive writes to one audience share an entry up to a
 * size, and one that is too large for that is parted between ops.
 */

import { plainToBytes } from '../envelope/cbor-write.ts';
import type { Op, OpRun } from '../types.ts';
import { type Ops, opsToPlain } from './ops.ts';
import type { Held, Release } from './types.ts';

/**
 * Weight of ops in one entry: their bytes, and those of text once more, since an entry may bring only so
 * many pieces of text. A single op may be heavier, up to `MOST` bytes.
 */
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
  let open: { piece: Growing; size: number } | null = null;
  for (const { ticket, audience, runs, releases } of held) {
    const size = weightOf({ runs, releases });
    if (
      open !== null &&
      sameAudience(open.piece.audience, audience) &&
      open.size + size <= ENOUGH
    ) {
      open.piece.ops.runs.push(...runs);
      open.piece.ops.releases.push(...releases);
      open.piece.tickets.push(ticket);
      open.size += size;
      continue;
    }
    for (const ops of parted({ runs, releases })) {
      const whole = { runs: [...ops.runs], releases: [...ops.releases] };
      open = { piece: { audience, ops: whole, tickets: [ticket] }, size: weightOf(ops) };
      pieces.push(open.piece);
    }
  }
  return pieces;
}

/** A write as several that fit in one entry each, in order. */
export function fitting(write: Omit<Held, 'ticket'>): readonly Omit<Held, 'ticket'>[] {
  return parted(write).map((ops) => ({ audience: write.audience, ...ops }));
}

interface Growing extends Piece {
  readonly ops: { readonly runs: OpRun[]; readonly releases: Release[] };
  readonly tickets: number[];
}

function parted({ runs, releases }: Ops): readonly Ops[] {
  if (weightOf({ runs, releases }) <= ENOUGH) return [{ runs, releases }];
  const parts: Ops[] = [];
  for (const run of runs)
    for (const part of partedRun(run)) parts.push({ runs: [part], releases: [] });
  if (releases.length > 0) parts.push({ runs: [], releases });
  return parts;
}

function partedRun(run: OpRun): readonly OpRun[] {
  if (run.ops.length < 2 || weightOf({ runs: [run], releases: [] }) <= ENOUGH) return [run];
  const middle = Math.ceil(run.ops.length / 2);
  const first = { seen: run.seen, ops: run.ops.slice(0, middle) };
  const second = { seen: run.seen, ops: run.ops.slice(middle) };
  return [...partedRun(first), ...partedRun(second)];
}

function weightOf(ops: Ops): number {
  const updates = ops.runs.flatMap((run) => run.ops).filter((op) => 'update' in op);
  return sizeOf(ops) + updates.reduce((sum, { update }) => sum + update.length, 0);
}

function sizeOf(ops: Ops): number {
  return plainToBytes(opsToPlain(ops)).length;
}

function sameAudience(a: Held['audience'], b: Held['audience']): boolean {
  if (typeof a === 'string' || typeof b === 'string') return a === b;
  return 'circle' in a && 'circle' in b && a.circle === b.circle;
}
