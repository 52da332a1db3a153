/** Whether two folds hold the same for an audience: records, their order and births, and texts piece by piece. */

import { sameBytes } from '../envelope/bytes.ts';
import { birthStep } from '../fold/columns/table-block.ts';
import { idOf, notYetBorn, rowsInOrder } from '../fold/rows.ts';
import type { FoldState } from '../fold/state.ts';
import { stateHash } from '../fold/state-hash.ts';
import { updateOf } from '../fold/text/folded-text.ts';
import type { Audience } from '../types.ts';
import { textUnits } from './text-units.ts';

export function sameTables(one: FoldState, other: FoldState, audience: Audience): boolean {
  return (
    sameBytes(stateHash(one, audience), stateHash(other, audience)) &&
    JSON.stringify(births(one, audience)) === JSON.stringify(births(other, audience)) &&
    sameTexts(texts(one, audience), texts(other, audience))
  );
}

/** Every record with the position at which it was born, in the order in which all are listed. */
function births(state: FoldState, audience: Audience) {
  const code = state.audiences.codeOf(audience);
  return [...state.tables.keys()].sort().flatMap((name) => {
    const table = state.tables.get(name);
    if (!table) return [];
    const rows = rowsInOrder(table).filter(
      (row) => table.audiences[row] === code && table.births[row] !== notYetBorn,
    );
    const born = (row: number) => Math.floor((table.births[row] ?? 0) / birthStep);
    return rows.length === 0 ? [] : [[name, ...rows.map((row) => [idOf(table, row), born(row)])]];
  });
}

function texts(state: FoldState, audience: Audience): ReadonlyMap<string, Uint8Array> {
  const code = state.audiences.codeOf(audience);
  const written = [...state.texts.values()].filter(
    (text) => text.audience === code && text.bindings.byClient.size > 0,
  );
  return new Map(
    written.map((text) => [JSON.stringify([text.table, text.record, text.field]), updateOf(text)]),
  );
}

function sameTexts(
  one: ReadonlyMap<string, Uint8Array>,
  other: ReadonlyMap<string, Uint8Array>,
): boolean {
  if (one.size !== other.size) return false;
  for (const [name, update] of one) {
    const opposite = other.get(name);
    if (opposite === undefined || textUnits(update) !== textUnits(opposite)) return false;
  }
  return true;
}
