/**
 * Accepted entries fold into the tables and texts, in whatever order they come. Never throws: what
 * cannot be kept is set aside with its reason, and the rest goes on.
 */
import type { Accepted, Op, OpRun } from '../types.ts';
import type { Stamp } from './cell.ts';
import { changed, changing, type Touched } from './changing.ts';
import { freezeValue } from './freeze-value.ts';
import { type BeyondLimits, beyondLimits, limits } from './limits.ts';
import { addRow, bear, refreshHidden, rowIn } from './rows.ts';
import { type FoldState, tableIn } from './state.ts';
import { type Table, writeFolded } from './table.ts';
import { foldText } from './text/fold-text.ts';
import type { Room, TextRefusal } from './text/guard.ts';

/** An op that was not folded, or not where readers of both audiences look for it. */
export interface SetAside {
  readonly position: number;
  readonly device: number;
  readonly run: number;
  readonly op: number;
  readonly reason:
    | BeyondLimits
    | TextRefusal
    | { readonly type: 'SeenAhead'; readonly seen: number }
    | { readonly type: 'BadClock' }
    | { readonly type: 'TooManyOps' }
    | { readonly type: 'OtherAudience' };
}

/** More ops than fit in an entry of 1 MiB; keeps births in order within a double's 53 bits. */
const opsPerEntry = 1 << 20;

export function foldEntry(state: FoldState, entry: Accepted, aside: SetAside[]): void {
  state.members.set(entry.device, entry.member);
  const audience = state.audiences.codeOf(entry.audience);
  const touched: Touched = new Map();
  const room: Room = { pieces: limits.pieces };
  let place = 0;
  for (const [run, { seen, ops }] of entry.runs.entries()) {
    const bad = badRun(entry, { seen, ops }, place);
    const stamp: Stamp = { position: entry.position, device: entry.device, hlc: entry.hlc, seen };
    for (const [at, op] of ops.entries()) {
      const reason =
        bad ?? beyondLimits(op) ?? foldOp(state, op, { audience, stamp, touched, room }, place);
      if (reason) {
        aside.push({ position: entry.position, device: entry.device, run, op: at, reason });
      }
      place += 1;
    }
  }
  for (const [table, rows] of touched) for (const row of rows) refreshHidden(table, row);
  if (entry.position > state.position) state.position = entry.position;
}

function badRun(
  { position, hlc }: Accepted,
  { seen, ops }: OpRun,
  place: number,
): SetAside['reason'] | undefined {
  if (!Number.isSafeInteger(seen) || seen < 0 || seen >= position) {
    return { type: 'SeenAhead', seen };
  }
  if (!Number.isSafeInteger(hlc) || hlc < 0) return { type: 'BadClock' };
  return place + ops.length > opsPerEntry ? { type: 'TooManyOps' } : undefined;
}

/** What the ops of one entry share. */
interface InEntry {
  readonly audience: number;
  readonly stamp: Stamp;
  readonly touched: Touched;
  readonly room: Room;
}

function foldOp(
  state: FoldState,
  op: Op,
  { audience, stamp, touched, room }: InEntry,
  place: number,
): SetAside['reason'] | undefined {
  const table = tableIn(state, op.table);
  const birth = stamp.position * opsPerEntry + place;
  const known = rowIn(table, op.record, audience);
  if ('update' in op) {
    const refusal = foldText(state, op, audience, stamp.device, room);
    if (refusal) return refusal;
    const row = bornRow(table, op.record, audience, birth, known);
    noteTyping(table, row, stamp);
    changed(state, table, row, touched);
  } else {
    const row = bornRow(table, op.record, audience, birth, known);
    freezeValue(op.value);
    const write = () => writeFolded(table, row, op.field, op.value, stamp);
    changing(state, table, row, op.field, write, touched);
  }
  return table.twins.has(op.record) ? { type: 'OtherAudience' } : undefined;
}

function bornRow(
  table: Table,
  record: string,
  audience: number,
  birth: number,
  known: number | undefined,
): number {
  if (known === undefined) return addRow(table, record, audience, birth);
  bear(table, known, birth);
  return known;
}

function noteTyping(table: Table, row: number, stamp: Stamp): void {
  const devices = table.typed.get(row) ?? new Map<number, number>();
  table.typed.set(row, devices);
  devices.set(stamp.device, Math.max(devices.get(stamp.device) ?? 0, stamp.position));
}
