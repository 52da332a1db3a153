/**
 * Pieces in fields and back. Each piece is one field, so that two people who correct two pieces at
 * once both keep their work; a text too long for a field goes on in fields of its own.
 */
import * as v from 'valibot';
import { chunksOf, joinedField } from './chunks.ts';
import { byOrder } from './order.ts';
import type { Piece, Place } from './piece.ts';
import type { Fields, Plain } from './record.ts';
import { type StoredPiece, storedPiece } from './tables.ts';

/** A piece of a kept story: with its place among the others. */
export interface KeptPiece extends Piece {
  readonly order: string;
}

/** UTF-8 bytes of a piece's text that go into its own field, and places beside it. */
const ownBytes = 24 * 1024;
const ownPlaces = 2_000;

/** The fields that hold the piece, first of all `piece:<id>`. */
export function pieceToFields(piece: KeptPiece): { field: string; value: Plain }[] {
  const [text = '', ...rest] = chunksOf(piece.text, ownBytes);
  const stored: StoredPiece = {
    order: piece.order,
    kind: piece.kind,
    text,
    places: piece.places.slice(0, ownPlaces).flatMap(({ line, from, to }) => [line, from, to]),
    ...(rest.length > 0 && { more: rest.length }),
    ...(piece.role !== undefined && { role: piece.role }),
    ...(piece.organizations !== undefined && { organizations: [...piece.organizations] }),
    ...(piece.speaker !== undefined && { speaker: piece.speaker }),
    ...(piece.number !== undefined && { number: piece.number }),
    ...(piece.reason !== undefined && { reason: piece.reason }),
  };
  return [
    { field: `piece:${piece.id}`, value: stored as Plain },
    ...rest.map((value, at) => ({ field: `words:${piece.id}:${at}`, value })),
  ];
}

/** The pieces that a record's fields hold, in order. A field that is no piece is passed over. */
export function piecesOfFields(record: Fields): KeptPiece[] {
  const pieces: KeptPiece[] = [];
  for (const [field, value] of Object.entries(record)) {
    if (!field.startsWith('piece:') || value === null) continue;
    const read = v.safeParse(storedPiece, value);
    if (read.success) pieces.push(keptPiece(field.slice('piece:'.length), read.output, record));
  }
  return pieces.sort(byOrder);
}

function keptPiece(id: string, stored: StoredPiece, record: Fields): KeptPiece {
  const { more, places, text, role, organizations, speaker, number, reason, order, kind } = stored;
  return {
    id,
    order,
    kind,
    text: more === undefined ? text : text + joinedField(record, `words:${id}`, more),
    places: placesOf(places),
    ...(role !== undefined && { role }),
    ...(organizations !== undefined && { organizations }),
    ...(speaker !== undefined && { speaker }),
    ...(number !== undefined && { number }),
    ...(reason !== undefined && { reason }),
  };
}

function placesOf(row: readonly number[]): Place[] {
  const places: Place[] = [];
  for (let at = 0; at + 2 < row.length; at += 3) {
    places.push({ line: row[at] ?? 0, from: row[at + 1] ?? 0, to: row[at + 2] ?? 0 });
  }
  return places;
}

/** The line of the document a piece begins on; 0 where a person added it by hand. */
export function lineOf(piece: Piece): number {
  return piece.places[0]?.line ?? 0;
}
