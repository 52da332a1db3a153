/** Pieces while they are being found: what `practice` calls a piece, before it has an id. */
import type { Piece, PieceKind } from '@alongside/practice';
import { type Flow, placesOf } from '../flow.ts';
import type { Block } from '../source.ts';

export type Draft = Omit<Piece, 'id'>;

/** A piece that is a whole block, marks of the format included in its place. */
export function blockDraft(kind: PieceKind, block: Block, more: Partial<Draft> = {}): Draft {
  return { kind, text: block.flow.text, places: block.extents, ...more };
}

/** A piece that is part of a block. */
export function flowDraft(kind: PieceKind, flow: Flow, more: Partial<Draft> = {}): Draft {
  return { kind, text: flow.text, places: placesOf(flow), ...more };
}

/** What is left over, with its own characters, marks and all. */
export function leftOver(
  block: Block,
  lines: readonly string[],
  reason: NonNullable<Piece['reason']>,
): Draft {
  const text = block.extents
    .map(({ line, from, to }) => (lines[line - 1] ?? '').slice(from, to).trim())
    .join(' ');
  return { kind: 'unrecognised', text, places: block.extents, reason };
}

/** Adds all of them, however many: a call's arguments are limited, a list is not. */
export function append<Item>(list: Item[], items: readonly Item[]): void {
  for (const item of items) list.push(item);
}
