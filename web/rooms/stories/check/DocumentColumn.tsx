/**
 * The document as it came, line by line, each piece marked with its letter. A tap on words looks at
 * the piece they belong to; by keyboard the same is done in the story's column.
 */
import type { DocumentText, Piece } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useEffect, useMemo, useRef } from 'react';
import type { MarkedWords } from './check.ts';
import { markedWords } from './marked-words.ts';
import { linesAtOnce, SomeLines } from './SomeLines.tsx';
import { type Segment, segmentsOf } from './segments.ts';
import './DocumentColumn.css';

export interface DocumentColumnProps {
  readonly document: DocumentText;
  readonly pieces: readonly Piece[];
  readonly marks: ReadonlyMap<string, string>;
  readonly at: string | null;
  readonly onLook: (piece: string) => void;
  readonly onMark: (words: MarkedWords | null) => void;
}

export function DocumentColumn({
  document,
  pieces,
  marks,
  at,
  onLook,
  onMark,
}: DocumentColumnProps) {
  const column = useRef<HTMLElement>(null);
  const parts = useMemo(() => partsOf(segmentsOf(document.lines, pieces)), [document, pieces]);
  const known = useMemo(() => new Map(pieces.map((piece) => [piece.id, piece])), [pieces]);

  useEffect(() => {
    if (at === null) return;
    const words = column.current?.querySelector(`[data-in~="${CSS.escape(at)}"]`);
    words?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the story's column does the same by keyboard
    <section
      ref={column}
      className="document-column"
      aria-label={t`The document, as it came`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      lang={document.language}
      dir={document.direction}
      onPointerUp={() => {
        if (column.current) onMark(markedWords(getSelection(), column.current, document.lines));
      }}
      onClick={(event) => {
        if (getSelection()?.isCollapsed === false) return;
        const words = (event.target as Element).closest('[data-in]');
        const innermost = words?.getAttribute('data-in')?.split(' ').at(-1);
        if (innermost) onLook(innermost);
      }}
    >
      {parts.map(({ from, segments, pieces: here }) => (
        <SomeLines
          key={from}
          from={from}
          lines={segments}
          known={known}
          marks={marks}
          at={at !== null && here.has(at) ? at : null}
          column={column}
        />
      ))}
    </section>
  );
}

/** The lines in parts that are drawn together, each with the pieces that lie in it. */
function partsOf(lines: readonly (readonly Segment[])[]) {
  return Array.from({ length: Math.ceil(lines.length / linesAtOnce) }, (_, part) => {
    const from = part * linesAtOnce;
    const segments = lines.slice(from, from + linesAtOnce);
    const pieces = new Set(segments.flatMap((line) => line.flatMap((segment) => segment.pieces)));
    return { from, segments, pieces };
  });
}
