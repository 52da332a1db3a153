/**
 * One hash of what is folded for an audience, alike on every replica that folded the same entries,
 * whether from the log or from a snapshot: sorted records with every standing value and its stamp,
 * and texts as words with the clocks of their client ids (Yjs bytes are not canonical).
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { plainToBytes } from '../envelope/cbor-write.ts';
import type { Audience, Value } from '../types.ts';
import { byRank } from './cell.ts';
import { cellsOf, standing } from './hidden.ts';
import { idOf, notYetBorn } from './rows.ts';
import type { FoldState } from './state.ts';
import { readText } from './text/canonical.ts';
import { type FoldedText, rootName, updateOf } from './text/folded-text.ts';

/** 32 bytes. Reads everything there is: for checkpoints and tests, not for each change. */
export function stateHash(state: FoldState, audience: Audience): Uint8Array {
  const code = state.audiences.codeOf(audience);
  const hash = sha256.create();
  const add = (value: Value) => hash.update(plainToBytes(value));
  for (const name of [...state.tables.keys()].sort()) {
    for (const record of recordsOf(state, name, code)) add([name, ...record]);
  }
  const texts = [...state.texts].filter(([, text]) => text.audience === code);
  for (const [, text] of texts.sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (text.bindings.byClient.size > 0) add(textFacts(text));
  }
  return hash.digest();
}

function recordsOf(state: FoldState, name: string, code: number): Value[][] {
  const table = state.tables.get(name);
  if (!table) return [];
  const records: [string, Value[]][] = [];
  for (let row = 0; row < table.births.length; row += 1) {
    if (table.audiences[row] !== code || table.births[row] === notYetBorn) continue;
    const fields = [...cellsOf(table, row)].sort(([a], [b]) => (a < b ? -1 : 1));
    const cells = fields.map(([field, cell]): Value => {
      const writes = [...standing(cell)].sort(byRank);
      return [
        field,
        cell.floor,
        ...writes.map(({ value, stamp }) => [
          value,
          stamp.position,
          stamp.device,
          stamp.hlc,
          stamp.seen,
        ]),
      ];
    });
    const typed = [...(table.typed.get(row) ?? [])].sort(([a], [b]) => a - b);
    records.push([idOf(table, row), [...cells, ...typed]]);
  }
  return records.sort(([a], [b]) => (a < b ? -1 : 1));
}

function textFacts(text: FoldedText): Value {
  const clients = [...text.bindings.byClient].sort(([a], [b]) => a - b);
  return [
    text.table,
    text.record,
    text.field,
    clients.map(([client, { device, clock }]) => [client, device, clock]),
    JSON.stringify(readText(updateOf(text)).getText(rootName).toDelta()),
  ];
}
