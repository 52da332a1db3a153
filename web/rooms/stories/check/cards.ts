/**
 * What a phone shows at a time: one piece, or a takeaway with the paragraphs and quotes that belong
 * to it. What is left over makes one card, the last.
 */
import type { Piece } from '@alongside/practice';
import { isFound, isOver } from './check.ts';

export interface Card {
  /** The piece that leads; null for what is left over. */
  readonly lead: Piece | null;
  readonly pieces: readonly Piece[];
  /** Which of its kind, counted from 1, and of how many. */
  readonly number: number;
  readonly of: number;
}

export function cardsOf(pieces: readonly Piece[]): Card[] {
  const groups: { lead: Piece; pieces: Piece[] }[] = [];
  for (const piece of pieces.filter(isFound)) {
    const last = groups.at(-1);
    const belongs = piece.kind === 'paragraph' || piece.kind === 'quote';
    if (belongs && last?.lead.kind === 'takeaway') last.pieces.push(piece);
    else groups.push({ lead: piece, pieces: [piece] });
  }
  const cards: Card[] = groups.map((group) => {
    const alike = groups.filter((other) => other.lead.kind === group.lead.kind);
    return { ...group, number: alike.indexOf(group) + 1, of: alike.length };
  });
  const over = pieces.filter(isOver);
  return over.length > 0 ? [...cards, { lead: null, pieces: over, number: 1, of: 1 }] : cards;
}
