/**
 * Whether folded blocks that somebody else wrote are such as folding gives: of the audience they
 * claim, within every limit, at positions and by devices that exist, and texts that Yjs can load
 * without waiting for anything. All of it is read once here, so that nothing in it can trip a page
 * later. Whether it is the truth, attestations say.
 */

import * as Y from 'yjs';
import type { Cell, Stamp } from '../fold/cell.ts';
import { attempt } from '../fold/columns/bytes.ts';
import { audiencesOf } from '../fold/columns/select.ts';
import { type Block, columnsToTables } from '../fold/columns/snapshot.ts';
import { birthStep } from '../fold/columns/table-block.ts';
import { cellsOf, standing } from '../fold/hidden.ts';
import { beyondLimits } from '../fold/limits.ts';
import { idOf } from '../fold/rows.ts';
import type { FoldState } from '../fold/state.ts';
import type { Table } from '../fold/table.ts';
import { type FoldedText, updateOf } from '../fold/text/folded-text.ts';
import { isTextContent } from '../fold/text/guard.ts';
import type { Membership } from '../membership/state.ts';
import type { Audience } from '../types.ts';

/** The folded state that the blocks give, or null where they are not such blocks. */
export function checkBlocks(
  blocks: readonly Block[],
  audience: Audience,
  at: { readonly n: number; readonly membership: Membership },
): FoldState | null {
  const audiences = audiencesOf(blocks);
  if (!audiences?.every((one) => sameAudience(one, audience))) return null;
  if (new Set(blocks.map(({ name }) => name)).size !== blocks.length) return null;
  const { state, refused } = columnsToTables(blocks);
  if (!state || refused.length > 0 || state.position > at.n) return null;
  const { devices } = at.membership;
  for (const [device, member] of state.members) {
    if (devices[device]?.member !== member) return null;
  }
  const known: Known = { n: at.n, has: (device) => devices[device] !== undefined };
  const right = attempt(
    () =>
      [...state.tables.values()].every((table) => isTable(table, known)) &&
      [...state.texts.values()].every((text) => isFoldedText(text, known)),
  );
  return right === true ? state : null;
}

interface Known {
  readonly n: number;
  has(device: number): boolean;
}

function isTable(table: Table, known: Known): boolean {
  if (table.twins.size > 0) return false;
  const ids = new Set<string>();
  for (let row = 0; row < table.births.length; row += 1) {
    const id = idOf(table, row);
    const born = Math.floor((table.births[row] ?? 0) / birthStep);
    if (ids.has(id) || born < 1 || born > known.n) return false;
    ids.add(id);
    if (beyondLimits({ table: table.name, record: id, field: 'x', value: null })) return false;
    for (const [device, position] of table.typed.get(row) ?? []) {
      if (!known.has(device) || position > known.n) return false;
    }
    for (const [field, cell] of cellsOf(table, row)) {
      if (!isCell(table.name, id, field, cell, known)) return false;
    }
  }
  return true;
}

function isCell(table: string, record: string, field: string, cell: Cell, known: Known): boolean {
  const writes = standing(cell);
  if (new Set(writes.map(({ stamp }) => stamp.device)).size !== writes.length) return false;
  if (!Number.isSafeInteger(cell.floor) || cell.floor < 0 || cell.floor > known.n) return false;
  return writes.every(
    ({ value, stamp }) =>
      isStamp(stamp, known) &&
      stamp.position > cell.floor &&
      beyondLimits({ table, record, field, value }) === undefined,
  );
}

function isStamp({ position, device, hlc, seen }: Stamp, known: Known): boolean {
  const whole = [position, device, hlc, seen].every((n) => Number.isSafeInteger(n) && n >= 0);
  return whole && position <= known.n && seen < position && known.has(device);
}

/** Every client id is a known device's, its structs go from 0 to its clock, and nothing waits. */
function isFoldedText(text: FoldedText, known: Known): boolean {
  const names = { table: text.table, record: text.record, field: text.field, value: null };
  if (beyondLimits(names)) return false;
  const update = updateOf(text);
  const document = new Y.Doc();
  try {
    const clocks = new Map<number, number>();
    for (const struct of Y.decodeUpdate(update).structs) {
      const { client, clock } = struct.id;
      if (struct instanceof Y.Skip || clock !== (clocks.get(client) ?? 0)) return false;
      if (struct.length < 1 || !isFoldedStruct(struct)) return false;
      clocks.set(client, clock + struct.length);
    }
    const bound = text.bindings.byClient;
    if (clocks.size !== bound.size) return false;
    for (const [client, { device, clock }] of bound) {
      if (!known.has(device) || clocks.get(client) !== clock) return false;
    }
    Y.applyUpdate(document, update);
    const { pendingStructs, pendingDs } = document.store;
    return pendingStructs === null && pendingDs === null;
  } catch {
    return false;
  } finally {
    document.destroy();
  }
}

function isFoldedStruct(struct: Y.Item | Y.GC | Y.Skip): boolean {
  if (struct instanceof Y.GC) return true;
  if (!(struct instanceof Y.Item)) return false;
  return struct.content instanceof Y.ContentDeleted || isTextContent(struct.content);
}

function sameAudience(a: Audience, b: Audience): boolean {
  return a === 'everyone' || b === 'everyone' ? a === b : a.circle === b.circle;
}
