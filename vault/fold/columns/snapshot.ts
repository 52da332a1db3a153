/**
 * The whole folded state as a few blocks of bytes, and back. Whoever stores them seals and signs
 * them; here they are plain. A block is one table, or some texts, of one audience, so that damage
 * to one leaves the others readable, and a checkpoint for all leaves the circles' blocks out. What
 * is only pending is not in them.
 */
import type { Audience } from '../../types.ts';
import { createState, type FoldState, tableIn } from '../state.ts';
import type { FoldedText } from '../text/folded-text.ts';
import { attempt, broken } from './bytes.ts';
import { withChecksum, withoutChecksum } from './checksum.ts';
import { bytesToHead, HEAD, headToBytes, type PartName } from './head.ts';
import { readTableBlock } from './read-table-block.ts';
import { tableToBlock } from './table-block.ts';
import { blockToTexts, textsToBlock } from './texts-block.ts';

export interface Block {
  /** What it holds, as bytes rather than words: for the one who stores it only a key. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type BlockRefusal =
  | { readonly type: 'BlockDamaged'; readonly name: string }
  | { readonly type: 'BlockMissing'; readonly name: string };

/** Texts share a block up to about this many bytes. */
const textsTogether = 1 << 20;

/**
 * The state as blocks, the head first and then one at a time as they are asked for, so that the
 * caller can pause between them; nothing may be folded meanwhile. `of` chooses audiences; all without.
 */
export function* tablesToColumns(
  state: FoldState,
  of: (audience: Audience) => boolean = () => true,
): Generator<Block, void> {
  const parts: Part[] = [];
  for (let code = 0; code < state.audiences.count; code += 1) {
    if (!of(state.audiences.audienceOf(code))) continue;
    for (const table of state.tables.values()) {
      if (!table.audiences.includes(code)) continue;
      parts.push({ ...part(state, code, table.name), bytes: () => tableToBlock(table, code) });
    }
    for (const [at, texts] of textGroups(state, code).entries()) {
      parts.push({ ...part(state, code, undefined, at), bytes: () => textsToBlock(texts) });
    }
  }
  yield {
    name: HEAD,
    bytes: withChecksum(headToBytes({ position: state.position, members: state.members, parts })),
  };
  for (const { name, bytes } of parts) yield { name, bytes: withChecksum(bytes()) };
}

/**
 * A state that goes on from the blocks, in any order. A block that is damaged or missing is named
 * and left out; without its head there is nothing to go on from, and `state` is undefined. Where a
 * seal has vouched for every byte (`isSealed`) the checksums are not counted again.
 */
export function columnsToTables(
  blocks: Iterable<Block>,
  { isSealed = false } = {},
): {
  readonly state: FoldState | undefined;
  readonly refused: readonly BlockRefusal[];
} {
  const unwrap = (bytes: Uint8Array) => withoutChecksum(bytes, isSealed);
  const byName = new Map(Array.from(blocks, ({ name, bytes }) => [name, bytes]));
  const head = attempt(() => bytesToHead(unwrap(byName.get(HEAD) ?? broken())));
  if (!head) {
    const type = byName.has(HEAD) ? 'BlockDamaged' : 'BlockMissing';
    return { state: undefined, refused: [{ type, name: HEAD }] };
  }
  const state = createState();
  state.position = head.position;
  for (const [device, member] of head.members) state.members.set(device, member);
  const refused: BlockRefusal[] = [];
  for (const { name, audience, table } of head.parts) {
    const bytes = byName.get(name);
    const code = state.audiences.codeOf(audience);
    if (!bytes) refused.push({ type: 'BlockMissing', name });
    else if (!attempt(() => readPart(state, code, table, unwrap(bytes)))) {
      refused.push({ type: 'BlockDamaged', name });
    }
  }
  return { state, refused };
}

interface Part extends PartName {
  readonly bytes: () => Uint8Array<ArrayBuffer>;
}

function part(state: FoldState, code: number, table: string | undefined, group = 0): PartName {
  const audience = state.audiences.audienceOf(code);
  const who = audience === 'everyone' ? 'everyone' : audience.circle;
  return {
    name: table === undefined ? `${who}/texts/${group}` : `${who}/table/${table}`,
    audience,
    table,
  };
}

function readPart(
  state: FoldState,
  code: number,
  table: string | undefined,
  bytes: Uint8Array,
): true {
  if (table !== undefined) readTableBlock(tableIn(state, table), code, bytes);
  else for (const [key, text] of blockToTexts(bytes, code)) state.texts.set(key, text);
  return true;
}

function textGroups(state: FoldState, code: number): FoldedText[][] {
  const groups: FoldedText[][] = [];
  let bytes = textsTogether;
  for (const text of state.texts.values()) {
    if (text.audience !== code || text.bindings.byClient.size === 0) continue;
    if (bytes >= textsTogether) {
      groups.push([]);
      bytes = 0;
    }
    groups.at(-1)?.push(text);
    bytes += text.size;
  }
  return groups;
}
