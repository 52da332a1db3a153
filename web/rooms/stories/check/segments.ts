/**
 * A line of the document cut where pieces begin and end. Pieces can lie within each other (a quote
 * in its paragraph, a partner in the introduction): the innermost is the one a tap means.
 */
import type { Piece } from '@alongside/practice';

export interface Segment {
  readonly text: string;
  /** Where in its line it begins. */
  readonly from: number;
  /** Pieces that the words belong to, the innermost last. */
  readonly pieces: readonly string[];
  /** Pieces whose very first words these are. */
  readonly starts: readonly string[];
}

interface Span {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly isFirst: boolean;
}

/** Every line of the document in segments; joined, they are the line. */
export function segmentsOf(lines: readonly string[], pieces: readonly Piece[]): Segment[][] {
  const spans: Span[][] = lines.map(() => []);
  for (const piece of pieces) {
    if (piece.kind === 'heading') continue;
    piece.places.forEach(({ line, from, to }, at) => {
      const end = Math.min(to, lines[line - 1]?.length ?? 0);
      if (from < end) spans[line - 1]?.push({ id: piece.id, from, to: end, isFirst: at === 0 });
    });
  }
  return lines.map((line, at) => cut(line, spans[at] ?? []));
}

function cut(line: string, spans: readonly Span[]): Segment[] {
  const edges = new Set([0, line.length]);
  for (const { from, to } of spans) edges.add(from).add(to);
  const sorted = [...edges].sort((a, b) => a - b);
  const inside = [...spans].sort((a, b) => b.to - b.from - (a.to - a.from));
  return sorted.slice(0, -1).map((from, at) => {
    const to = sorted[at + 1] ?? from;
    const here = inside.filter((span) => span.from <= from && span.to >= to);
    return {
      text: line.slice(from, to),
      from,
      pieces: here.map((span) => span.id),
      starts: here.filter((span) => span.isFirst && span.from === from).map((span) => span.id),
    };
  });
}
