/**
 * One week as a row of cells, half a day each: solid for our own work, hatched with others, dotted
 * where that is not sure, empty for what is kept free; a line stands where all we have ends. Shapes and
 * strokes only, which print and forced colours keep. The words beside it and the table say the same.
 */
import type { RowAfter, WeekRow } from '@alongside/practice';

type Kind = 'own' | 'sure' | 'maybe' | 'added' | 'free';

/** The width of a cell with its gap, and its height. */
const [wide, high] = [10, 14];

export function cellsIn({ own, sure, maybe, free }: WeekRow, added = 0): number {
  return own + sure + maybe + added + (free ?? 0);
}

export function Bar({ row, cells }: { readonly row: WeekRow | RowAfter; readonly cells: number }) {
  const added = 'added' in row ? row.added : 0;
  const kinds: readonly (readonly [Kind, number])[] = [
    ['own', row.own],
    ['sure', row.sure],
    ['maybe', row.maybe],
    ['added', added],
    ['free', row.free ?? 0],
  ];
  let at = 0;
  const parts = kinds.map(([kind, count]) => {
    const from = at;
    at += count;
    return { kind, from, count };
  });
  const end = row.offered === null ? null : (row.own + row.offered) * wide;
  return (
    <svg
      className="week-bar"
      viewBox={`0 0 ${cells * wide + 2} ${high + 4}`}
      preserveAspectRatio="xMinYMid meet"
      aria-hidden="true"
      focusable="false"
    >
      {parts.map(
        ({ kind, from, count }) =>
          count > 0 && <path key={kind} data-kind={kind} d={cellsFrom(kind, from, count)} />,
      )}
      {end !== null && <path data-kind="end" d={`M${end} 0V${high + 4}`} />}
    </svg>
  );
}

function cellsFrom(kind: Kind, from: number, count: number): string {
  return Array.from({ length: count }, (_, at) => cell(kind, (from + at) * wide + 1)).join('');
}

function cell(kind: Kind, x: number): string {
  const [w, h, y] = [wide - 2, high - 2, 3];
  const box = `M${x} ${y}h${w}v${h}h${-w}z`;
  if (kind === 'sure') {
    return `${box}M${x} ${y + 4}l4-4M${x} ${y + 8}l8-8M${x} ${y + h}l8-8M${x + 4} ${y + h}l4-4`;
  }
  if (kind === 'maybe') return `${box}M${x} ${y + 8}l8-8`;
  if (kind === 'added') return `${box}M${x} ${y}l${w} ${h}M${x + w} ${y}l${-w} ${h}`;
  return box;
}

/** One cell, for the legend. */
export function Sample({ kind }: { readonly kind: Kind }) {
  return (
    <svg className="week-sample" viewBox={`0 0 ${wide + 2} ${high + 4}`} aria-hidden="true">
      <path data-kind={kind} d={cell(kind, 1)} />
    </svg>
  );
}
