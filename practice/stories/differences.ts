/**
 * What is different between two versions of a story, piece by piece and word by word, as facts that
 * a screen puts into sentences. Order of the later version; what was taken out stands where it was.
 */
import type { Piece } from './piece.ts';
import { type WordChange, wordChanges } from './word-changes.ts';

export type Difference =
  | { readonly type: 'PutIn'; readonly piece: Piece }
  | { readonly type: 'TakenOut'; readonly piece: Piece }
  | { readonly type: 'Moved'; readonly piece: Piece }
  | { readonly type: 'OtherKind'; readonly piece: Piece; readonly was: Piece }
  | {
      readonly type: 'Reworded';
      readonly piece: Piece;
      readonly was: Piece;
      readonly words: readonly WordChange[];
    }
  | { readonly type: 'OtherSpeaker'; readonly piece: Piece; readonly was: Piece };

/** The differences from one list of pieces to another. None where they read the same. */
export function differences(before: readonly Piece[], after: readonly Piece[]): Difference[] {
  const was = new Map(before.map((piece) => [piece.id, piece]));
  const is = new Set(after.map((piece) => piece.id));
  const stayed = inBothOrders(before, after);
  const found: Difference[] = [];
  const takenAfter = new Map<string | null, Piece[]>();
  let last: string | null = null;
  for (const piece of before) {
    if (is.has(piece.id)) last = piece.id;
    else takenAfter.set(last, [...(takenAfter.get(last) ?? []), piece]);
  }
  const tellTaken = (id: string | null) => {
    for (const piece of takenAfter.get(id) ?? []) found.push({ type: 'TakenOut', piece });
  };
  tellTaken(null);
  for (const piece of after) {
    const earlier = was.get(piece.id);
    if (!earlier) found.push({ type: 'PutIn', piece });
    else found.push(...changesOf(earlier, piece, stayed.has(piece.id)));
    tellTaken(piece.id);
  }
  return found;
}

function changesOf(was: Piece, piece: Piece, stayed: boolean): Difference[] {
  const found: Difference[] = [];
  if (!stayed) found.push({ type: 'Moved', piece });
  if (was.kind !== piece.kind) found.push({ type: 'OtherKind', piece, was });
  if (was.text !== piece.text) {
    found.push({ type: 'Reworded', piece, was, words: wordChanges(was.text, piece.text) });
  }
  if (credit(was) !== credit(piece)) found.push({ type: 'OtherSpeaker', piece, was });
  return found;
}

const credit = ({ speaker, role, organizations }: Piece) =>
  JSON.stringify([speaker ?? null, role ?? null, organizations ?? []]);

/** The longest run of pieces that stand in the same order in both; the others were moved. */
function inBothOrders(before: readonly Piece[], after: readonly Piece[]): Set<string> {
  const at = new Map(before.map((piece, index) => [piece.id, index]));
  const common = after.filter((piece) => at.has(piece.id)).map((piece) => piece.id);
  const tails: { id: string; index: number; previous: string | null }[] = [];
  const previousOf = new Map<string, string | null>();
  for (const id of common) {
    const index = at.get(id) ?? 0;
    let low = 0;
    for (let high = tails.length; low < high; ) {
      const middle = (low + high) >> 1;
      if ((tails[middle]?.index ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    const previous = tails[low - 1]?.id ?? null;
    previousOf.set(id, previous);
    tails[low] = { id, index, previous };
  }
  const stayed = new Set<string>();
  for (let id = tails.at(-1)?.id ?? null; id !== null; id = previousOf.get(id) ?? null) {
    stayed.add(id);
  }
  return stayed;
}
