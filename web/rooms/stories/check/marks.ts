/** The letters that mark a piece in both columns: a, b, … z, aa, ab, … in the order of the document. */
import type { Piece } from '@alongside/practice';

export function marksOf(pieces: readonly Piece[]): ReadonlyMap<string, string> {
  const marks = new Map<string, string>();
  for (const piece of pieces) {
    if (piece.kind !== 'heading') marks.set(piece.id, letters(marks.size));
  }
  return marks;
}

function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}
