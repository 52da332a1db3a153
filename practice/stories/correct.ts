/**
 * Corrections of a reading before it is kept: each gives a new reading, none loses a word. What a
 * person says a piece is, it is; what was wrong with it stays visible as what is left over. Leaves
 * out: editing a kept story, which is `edit-story.ts`.
 */
import type { Piece, PieceKind, Place, Reading } from './piece.ts';
import { withoutPrintedNumber } from './printed-number.ts';

/** The reading has no piece of this id. */
export interface NoSuchPiece {
  readonly type: 'NoSuchPiece';
  readonly id: string;
}

/** The piece cannot be parted there: nothing would stand on one side. */
export interface NothingToSplit {
  readonly type: 'NothingToSplit';
  readonly id: string;
}

/**
 * Says that a piece is of another kind. A role, organizations, a speaker or a number that the new
 * kind has no use for stay with the piece, so that changing back gives the same; the number printed before
 * a question or a takeaway is no part of its words.
 */
export function correctPiece(reading: Reading, id: string, kind: PieceKind): Reading | NoSuchPiece {
  return changed(reading, id, ({ reason: _, ...piece }) => [
    withoutPrintedNumber({ ...piece, kind }),
  ]);
}

/** Says who says a quotation; null where nobody is known to. */
export function correctSpeaker(
  reading: Reading,
  id: string,
  speaker: string | null,
): Reading | NoSuchPiece {
  return changed(reading, id, ({ speaker: _, ...piece }) => [
    speaker === null ? piece : { ...piece, speaker },
  ]);
}

/** Sets a piece aside: its words are left over, in their place. */
export function setAside(reading: Reading, id: string): Reading | NoSuchPiece {
  return changed(reading, id, (piece) => [
    { ...piece, kind: 'unrecognised', reason: 'not-placed' },
  ]);
}

/**
 * Parts a piece before the offset of its text, into two of its kind. The second's id is the first's
 * with `+` added. Places go to the half whose words they hold; a place that holds words of both is
 * kept by both.
 */
export function splitPiece(
  reading: Reading,
  id: string,
  offset: number,
): Reading | NoSuchPiece | NothingToSplit {
  const piece = reading.pieces.find((one) => one.id === id);
  if (!piece) return { type: 'NoSuchPiece', id };
  const first = piece.text.slice(0, offset).trim();
  const second = piece.text.slice(offset).trim();
  if (first === '' || second === '') return { type: 'NothingToSplit', id };
  const { speaker, kind, places, reason } = piece;
  const [before, after] = placesOfHalves(piece, offset);
  const other: Piece = {
    id: newId(reading, id),
    kind,
    text: second,
    places: after.length > 0 ? after : places,
    ...(speaker !== undefined && { speaker }),
    ...(reason !== undefined && { reason }),
  };
  return changed(reading, id, () => [
    { ...piece, text: first, places: before.length > 0 ? before : places },
    other,
  ]);
}

/** Joins a piece with the one after it in the reading, as one of the first's kind. */
export function mergeWithNext(reading: Reading, id: string): Reading | NoSuchPiece {
  const at = reading.pieces.findIndex((piece) => piece.id === id);
  const piece = reading.pieces[at];
  const next = reading.pieces[at + 1];
  if (!piece || !next) return { type: 'NoSuchPiece', id };
  const organizations = [...(piece.organizations ?? []), ...(next.organizations ?? [])];
  const merged: Piece = {
    ...next,
    ...piece,
    text: `${piece.text} ${next.text}`.trim(),
    places: [...piece.places, ...next.places],
    ...(organizations.length > 0 && { organizations: [...new Set(organizations)] }),
  };
  const pieces = [...reading.pieces.slice(0, at), merged, ...reading.pieces.slice(at + 2)];
  return { ...reading, pieces };
}

function changed(
  reading: Reading,
  id: string,
  change: (piece: Piece) => Piece[],
): Reading | NoSuchPiece {
  if (!reading.pieces.some((piece) => piece.id === id)) return { type: 'NoSuchPiece', id };
  return {
    ...reading,
    pieces: reading.pieces.flatMap((piece) => (piece.id === id ? change(piece) : [piece])),
  };
}

function newId(reading: Reading, id: string): string {
  let made = `${id}+`;
  while (reading.pieces.some((piece) => piece.id === made)) made += '+';
  return made;
}

/** Places before and after the offset, by how much of the text each holds. */
function placesOfHalves(piece: Piece, offset: number): [Place[], Place[]] {
  const { places, text } = piece;
  const length = places.reduce((sum, place) => sum + (place.to - place.from), 0);
  if (places.length < 2 || length === 0) return [[...places], [...places]];
  const cut = (offset / text.length) * length;
  const slack = length * 0.1 + 2;
  const before: Place[] = [];
  const after: Place[] = [];
  let at = 0;
  for (const place of places) {
    const end = at + place.to - place.from;
    if (at < cut + slack) before.push(place);
    if (end > cut - slack) after.push(place);
    at = end;
  }
  return [before, after];
}
