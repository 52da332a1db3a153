/**
 * Checking what was found in a document: which piece is looked at, what was corrected, what was
 * said to be right. Nothing is kept while it goes on; the pieces that come out of it are.
 */
import {
  correctPiece,
  type Piece,
  type PieceKind,
  type Place,
  type Reading,
  storyFromPieces,
} from '@alongside/practice';

export interface Check {
  readonly reading: Reading;
  /** The pieces as corrected so far, in the order of the document. */
  readonly pieces: readonly Piece[];
  /** Pieces that somebody looked at and said yes to, or corrected. */
  readonly seen: ReadonlySet<string>;
  /** The piece that is looked at; null once everything has been. */
  readonly at: string | null;
  /** Earlier states of the pieces, the latest last, for taking back. */
  readonly before: readonly (readonly Piece[])[];
}

/** Words marked in the document: a place for each line they stand on. */
export interface MarkedWords {
  readonly text: string;
  readonly places: readonly Place[];
}

export function startCheck(reading: Reading): Check {
  const { pieces } = reading;
  return { reading, pieces, seen: new Set(), at: walk(pieces)[0]?.id ?? null, before: [] };
}

/** Pieces that stand in the story; headings carry nothing to look at. */
export function isFound(piece: Piece): boolean {
  return !isOver(piece) && piece.kind !== 'heading';
}

/** Pieces that no part of the story has taken. */
export function isOver(piece: Piece): boolean {
  return piece.kind === 'unrecognised' || piece.kind === 'plain';
}

/** The pieces in the order they are looked at: what was found, then what is left over. */
export function walk(pieces: readonly Piece[]): Piece[] {
  return [...pieces.filter(isFound), ...pieces.filter(isOver)];
}

export function look(check: Check, at: string | null): Check {
  return { ...check, at };
}

/** The next or the previous piece; stays where there is none. */
export function step(check: Check, by: 1 | -1): Check {
  const order = walk(check.pieces);
  const index = order.findIndex((piece) => piece.id === check.at);
  if (index === -1) return { ...check, at: order[by === 1 ? 0 : order.length - 1]?.id ?? null };
  return { ...check, at: order[index + by]?.id ?? check.at };
}

/** Says the piece, with those that hang on it, is right, and goes on to the next nobody looked at. */
export function accept(check: Check, also: readonly string[] = []): Check {
  if (check.at === null) return check;
  const seen = new Set([...check.seen, check.at, ...also]);
  return { ...check, seen, at: nextUnseen(check.pieces, seen, check.at) };
}

/** Says that everything is right as it stands. */
export function acceptAll(check: Check): Check {
  return { ...check, seen: new Set(check.pieces.map((piece) => piece.id)), at: null };
}

/** Puts corrected pieces in place of the old ones; the corrected one counts as looked at. */
export function corrected(check: Check, pieces: readonly Piece[], id: string): Check {
  return {
    ...check,
    pieces,
    seen: new Set(check.seen).add(id),
    before: [...check.before, check.pieces],
  };
}

/** Takes the last correction back. */
export function takeBack(check: Check): Check {
  const pieces = check.before.at(-1);
  return pieces ? { ...check, pieces, before: check.before.slice(0, -1) } : check;
}

function nextUnseen(
  pieces: readonly Piece[],
  seen: ReadonlySet<string>,
  after: string,
): string | null {
  const order = walk(pieces);
  const from = order.findIndex((piece) => piece.id === after) + 1;
  const next = [...order.slice(from), ...order.slice(0, from)].find((piece) => !seen.has(piece.id));
  return next?.id ?? null;
}

/** Words of the document that a person marked, as the piece they say it is, in its place. */
export function markWords(check: Check, words: MarkedWords, kind: PieceKind): Check {
  const [first] = words.places;
  if (!first) return check;
  const made = check.pieces.filter((piece) => piece.id.startsWith('marked-')).length;
  const piece: Piece = { id: `marked-${made + 1}`, kind, text: words.text, places: words.places };
  const isBefore = ({ places: [place] }: Piece) =>
    place !== undefined &&
    (place.line < first.line || (place.line === first.line && place.from <= first.from));
  const at = check.pieces.findLastIndex(isBefore) + 1;
  const pieces = [...check.pieces.slice(0, at), piece, ...check.pieces.slice(at)];
  return { ...corrected(check, pieces, piece.id), at: piece.id };
}

/** How many of each were found, for the line under the title. */
export function counts(pieces: readonly Piece[]) {
  const story = storyFromPieces(pieces);
  return {
    narrators: story.narrators.length,
    partners: story.partners.length,
    questions: story.guidingQuestions.length,
    takeaways: story.takeaways.length,
    prompts: story.prompts.length,
    over: pieces.filter(isOver).length,
  };
}

/** Kinds a piece can be said to be, in the order of the menu, each with its key. */
export const assignable: readonly { readonly kind: PieceKind; readonly key: string }[] = [
  { kind: 'narrator', key: 'n' },
  { kind: 'quote', key: 'q' },
  { kind: 'guiding-question', key: 'g' },
  { kind: 'takeaway', key: 't' },
  { kind: 'prompt', key: 'p' },
  { kind: 'partner', key: 'o' },
  { kind: 'paragraph', key: 'x' },
  { kind: 'title', key: 'h' },
  { kind: 'plain', key: 'l' },
];

/** The pieces with one of them said to be of another kind; the same where there is no such piece. */
export function assignKind(check: Check, id: string, kind: PieceKind): readonly Piece[] {
  const result = correctPiece({ ...check.reading, pieces: check.pieces }, id, kind);
  return 'type' in result ? check.pieces : result.pieces;
}
