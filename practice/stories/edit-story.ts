/**
 * Editing every part of a kept story. Each edit gives changes; `undoOf` gives those that take it
 * back. Nothing is edited in place, and the document as it came is never touched.
 */
import { headFields, type KeptStory } from './keep-story.ts';
import { byOrder, placeAt } from './order.ts';
import type { Piece, PieceKind } from './piece.ts';
import { withoutPrintedNumber } from './printed-number.ts';
import type { Change } from './record.ts';
import { type KeptPiece, pieceToFields } from './stored-pieces.ts';
import type { Whose } from './tables.ts';

/** Puts a piece that a person wrote at the place, counted from 0. The id is new. */
export function insertPiece(
  story: KeptStory,
  at: number,
  piece: { id: string; kind: PieceKind; text: string } & Partial<Piece>,
): Change[] {
  return placed(story, at, withoutPrintedNumber({ places: [], ...piece, order: '' }));
}

/** What can be changed of a piece. `null` takes away what a piece need not have. */
export interface PieceEdit {
  readonly kind?: PieceKind;
  readonly text?: string;
  readonly role?: string | null;
  readonly organizations?: readonly string[] | null;
  readonly speaker?: string | null;
}

/** Changes a piece's words, kind, or who says it. No changes where there is no such piece. */
export function changePiece(story: KeptStory, id: string, edit: PieceEdit): Change[] {
  const piece = story.pieces.find((one) => one.id === id);
  if (!piece) return [];
  const { role, organizations, speaker, ...rest } = piece;
  const changed: KeptPiece = {
    ...rest,
    ...(edit.kind !== undefined && { kind: edit.kind }),
    ...(edit.text !== undefined && { text: edit.text }),
    ...kept('role', role, edit.role),
    ...kept('organizations', organizations, edit.organizations),
    ...kept('speaker', speaker, edit.speaker),
  };
  return written(story, [withoutPrintedNumber(changed)]);
}

/** Moves a piece so that it stands at the place, counted from 0 among the others. */
export function movePiece(story: KeptStory, id: string, at: number): Change[] {
  const piece = story.pieces.find((one) => one.id === id);
  return piece ? placed(story, at, piece) : [];
}

/** Takes a piece out of the story. Its words stay in the document as it came, and in versions. */
export function removePiece(story: KeptStory, id: string): Change[] {
  if (!story.pieces.some((one) => one.id === id)) return [];
  const rest = story.pieces.filter((one) => one.id !== id);
  return [
    { table: 'stories', record: story.id, field: `piece:${id}`, value: null },
    ...headChanges(story, rest),
  ];
}

/** Says whose the story is. */
export function sayWhose(story: KeptStory, whose: Whose): Change[] {
  return [{ table: 'stories', record: story.id, field: 'whose', value: whose }];
}

function placed(story: KeptStory, at: number, piece: KeptPiece): Change[] {
  const known = new Map([...story.pieces, piece].map((one) => [one.id, one]));
  const moved = placeAt(story.pieces, at, piece.id).flatMap(({ id, order }) => {
    const one = known.get(id);
    return one ? [{ ...one, order }] : [];
  });
  return written(story, moved);
}

function written(story: KeptStory, changed: readonly KeptPiece[]): Change[] {
  const pieces = new Map(story.pieces.map((one) => [one.id, one]));
  for (const piece of changed) pieces.set(piece.id, piece);
  const after = [...pieces.values()].sort(byOrder);
  return [
    ...changed.flatMap((piece) =>
      pieceToFields(piece).map(({ field, value }) => ({
        table: 'stories',
        record: story.id,
        field,
        value,
      })),
    ),
    ...headChanges(story, after),
  ];
}

/** The changes of title, series and place that follow from other pieces; none where they stay. */
export function headChanges(story: KeptStory, after: readonly Piece[]): Change[] {
  const before = new Map(headFields(story.pieces).map(({ field, value }) => [field, value]));
  return headFields(after)
    .filter(({ field, value }) => before.get(field) !== value)
    .map(({ field, value }) => ({ table: 'stories', record: story.id, field, value }));
}

function kept<K extends string, T>(
  name: K,
  was: T | undefined,
  edit: T | null | undefined,
): { [key in K]?: T } {
  const value = edit === undefined ? was : edit;
  return value === undefined || value === null ? {} : ({ [name]: value } as { [key in K]: T });
}
