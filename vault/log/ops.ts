/**
 * The body of plain ops: `[seen, groups, seen, groups, …]`. A group is what one author did to one
 * record in a row: `[table, record, field, value, field, value, …]`, or with text updates
 * `[1, table, record, field, update, …]`, or `[2, entry, key]`, a release. Ids travel as 16 bytes.
 */

import type { Plain } from '../envelope/cbor-read.ts';
import type { Writable } from '../envelope/cbor-write.ts';
import { isBytes, isCount } from '../envelope/frame.ts';
import { idToPlain, plainToId } from '../membership/parts.ts';
import type { Op, OpRun, Value } from '../types.ts';
import type { Release } from './types.ts';

export interface Ops {
  readonly runs: readonly OpRun[];
  readonly releases: readonly Release[];
}

const UPDATES = 1;
const RELEASE = 2;

export function opsToPlain({ runs, releases }: Ops): Writable {
  const items: Writable[] = [];
  for (const { seen, ops } of runs) items.push(seen, opsToGroups(ops));
  if (releases.length > 0) {
    items.push(
      0,
      releases.map(({ entry, key }) => [RELEASE, entry, key]),
    );
  }
  return items;
}

/** The ops, or null where the bytes are not of this form. What they mean is the fold's to judge. */
export function plainToOps(plain: Plain): Ops | null {
  if (!Array.isArray(plain) || plain.length % 2 !== 0) return null;
  const runs: OpRun[] = [];
  const releases: Release[] = [];
  for (let i = 0; i < plain.length; i += 2) {
    const seen = plain[i] as Plain;
    const groups = plain[i + 1] as Plain;
    if (!isCount(seen) || !Array.isArray(groups)) return null;
    const ops: Op[] = [];
    for (const group of groups as readonly Plain[]) {
      if (!Array.isArray(group) || !readGroup(group, ops, releases)) return null;
    }
    if (ops.length > 0) runs.push({ seen, ops });
  }
  return { runs, releases };
}

function opsToGroups(ops: readonly Op[]): Writable[] {
  const groups: Writable[][] = [];
  let before: Op | null = null;
  for (const op of ops) {
    const update = 'update' in op;
    const goesOn =
      before !== null &&
      before.table === op.table &&
      before.record === op.record &&
      'update' in before === update;
    if (!goesOn) {
      const head: Writable[] = [op.table, idToPlain(op.record)];
      groups.push(update ? [UPDATES, ...head] : head);
    }
    groups.at(-1)?.push(op.field, update ? op.update : op.value);
    before = op;
  }
  return groups;
}

function readGroup(group: readonly Plain[], ops: Op[], releases: Release[]): boolean {
  if (group[0] === RELEASE) return readRelease(group, releases);
  const updates = group[0] === UPDATES;
  const [table, recordPlain, ...fields] = updates ? group.slice(1) : group;
  const record = plainToId(recordPlain);
  if (typeof table !== 'string' || record === null) return false;
  if (fields.length === 0 || fields.length % 2 !== 0) return false;
  for (let i = 0; i < fields.length; i += 2) {
    const field = fields[i];
    const value = fields[i + 1] as Plain;
    if (typeof field !== 'string') return false;
    if (!updates) ops.push({ table, record, field, value: value as Value });
    else if (value instanceof Uint8Array) ops.push({ table, record, field, update: value });
    else return false;
  }
  return true;
}

function readRelease(group: readonly Plain[], releases: Release[]): boolean {
  const [, entry, key] = group;
  if (group.length !== 3 || !isBytes(entry, 32) || !isBytes(key, 32)) return false;
  releases.push({ entry, key });
  return true;
}
