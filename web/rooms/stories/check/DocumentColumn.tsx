/**
 * The document as it came, line by line, each piece marked with its letter. A tap on words looks at
 * the piece they belong to; by keyboard the same is done in the story's column.
 */
import type { DocumentText, Piece } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Fragment, useEffect, useMemo, useRef } from 'react';
import { reasonNames } from '../kinds.ts';
import { isOver, type MarkedWords } from './check.ts';
import { markedWords } from './marked-words.ts';
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
  const lines = useMemo(() => segmentsOf(document.lines, pieces), [document, pieces]);
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
      {lines.map((segments, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
        <p key={index} className="document-line" data-line={index + 1}>
          {segments.map((segment, part) => (
            <Words
              // biome-ignore lint/suspicious/noArrayIndexKey: a part of a line is its place
              key={part}
              segment={segment}
              known={known}
              marks={marks}
              current={at !== null && segment.pieces.includes(at)}
            />
          ))}
        </p>
      ))}
    </section>
  );
}

function Words({
  segment,
  known,
  marks,
  current,
}: {
  readonly segment: Segment;
  readonly known: ReadonlyMap<string, Piece>;
  readonly marks: ReadonlyMap<string, string>;
  readonly current: boolean;
}) {
  const { _ } = useLingui();
  const innermost = known.get(segment.pieces.at(-1) ?? '');
  const over = innermost !== undefined && isOver(innermost);
  const reason = over && segment.starts.includes(innermost.id) ? innermost.reason : undefined;
  return (
    <Fragment>
      {segment.starts.map((id) => (
        <span key={id} className="mark-letter" aria-hidden="true">
          {marks.get(id)}
        </span>
      ))}
      <span
        data-from={segment.from}
        data-in={segment.pieces.length > 0 ? segment.pieces.join(' ') : undefined}
        data-over={over || undefined}
        data-current={current || undefined}
      >
        {segment.text}
      </span>
      {reason && (
        <span className="document-reason" dir="auto">
          {` (${_(reasonNames[reason])})`}
        </span>
      )}
    </Fragment>
  );
}
