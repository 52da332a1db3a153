/**
 * The number that is typed or printed before a question, a prompt or a takeaway: "1. Who is cold?". It is
 * part of the list, not of the words, and is left off, as it is where a document's numbers are read.
 */
import type { Piece } from './piece.ts';

const numbered = new Set<Piece['kind']>(['guiding-question', 'prompt', 'takeaway']);
// A dash with no space after it makes one word of both: "10-year-olds".
const printed = /^\s*#?(?<number>\d{1,2}|[٠-٩]{1,2})\s*(?:[.):]\s*|[–—-]\s+)(?=[^\s\d٠-٩])/u;

/** The piece without it. A takeaway keeps it as its number. Other kinds are left as they are. */
export function withoutPrintedNumber<One extends Pick<Piece, 'kind' | 'text' | 'number'>>(
  piece: One,
): One {
  const found = numbered.has(piece.kind) ? printed.exec(piece.text) : null;
  if (!found?.groups?.number) return piece;
  const text = piece.text.slice(found[0].length);
  if (piece.kind !== 'takeaway') return { ...piece, text };
  const number = Number(
    found.groups.number.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)),
  );
  return { ...piece, text, number };
}
