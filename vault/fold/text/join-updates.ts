/**
 * Many small updates of one typist as few large ones. Typed characters become one run of text;
 * an update longer than an entry holds is cut between characters. Yjs's own merge keeps one struct
 * a keystroke and slows down with thousands, so this works on the structs themselves.
 */
import * as Y from 'yjs';
import { limits } from '../limits.ts';
import { idsOf, inOrder } from './order.ts';
import {
  deletionBytes,
  join,
  nothingDeleted,
  type Struct,
  structBytes,
  updateBytes,
} from './structs.ts';

/** Characters of one piece: at most 4 bytes each, so that a piece fits in any entry. */
const pieceLength = 16_384;
/** Pieces of one update: two of them fit in an entry. */
const mostPieces = limits.pieces / 2;

/**
 * Updates equal to the given ones in order: usually one, more where it would pass `mostBytes` or has
 * more pieces than an entry may bring. Takes updates of one document as Yjs gave them.
 */
export function joinUpdates(updates: readonly Uint8Array[], mostBytes: number): Uint8Array[] {
  const decoded = updates.map((update) => Y.decodeUpdate(update));
  const structs: Struct[] = [];
  for (const struct of decoded.flatMap(({ structs }) => structs)) {
    if (struct instanceof Y.Skip) continue;
    for (const piece of cut(struct)) {
      const last = structs.at(-1);
      if (!last || !join(last, piece, pieceLength)) structs.push(piece);
    }
  }
  const deletions = deletionBytes(Y.mergeDeleteSets(decoded.map(({ ds }) => ds)));
  const joined: Uint8Array[] = [];
  let group: Struct[] = [];
  let bytes = 0;
  for (const struct of ordered(structs)) {
    const size = structBytes([struct]).length;
    if (group.length >= mostPieces || (group.length > 0 && bytes + size > mostBytes)) {
      joined.push(updateBytes(group, nothingDeleted));
      group = [];
      bytes = 0;
    }
    group.push(struct);
    bytes += size;
  }
  joined.push(updateBytes(group, deletions));
  return joined;
}

/**
 * So that each update by itself finds what it points at: the ones before it bring it. What they do not
 * bring is there already.
 */
function ordered(structs: readonly Struct[]): readonly Struct[] {
  const byClient = Map.groupBy(structs, (struct) => struct.id.client);
  const known = (client: number) => byClient.get(client)?.[0]?.id.clock ?? Number.POSITIVE_INFINITY;
  return inOrder(byClient, known, idsOf) ?? structs;
}

/** Cuts a long run of text into pieces, each pointing at the one before it. */
function cut(struct: Struct): Struct[] {
  if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) return [struct];
  if (struct.length <= pieceLength) return [struct];
  const { client, clock } = struct.id;
  const pieces: Struct[] = [];
  const words = struct.content.str;
  for (let from = 0; from < words.length; ) {
    const to = endOfPiece(words, from + pieceLength);
    pieces.push(
      new Y.Item(
        Y.createID(client, clock + from),
        null,
        from === 0 ? struct.origin : Y.createID(client, clock + from - 1),
        null,
        struct.rightOrigin,
        from === 0 ? struct.parent : null,
        from === 0 ? struct.parentSub : null,
        new Y.ContentString(words.slice(from, to)),
      ),
    );
    from = to;
  }
  return pieces;
}

/** Never between the halves of one character. */
function endOfPiece(words: string, to: number): number {
  const unit = words.charCodeAt(to);
  return unit >= 0xdc00 && unit <= 0xdfff ? to + 1 : Math.min(to, words.length);
}
