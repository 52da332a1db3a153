/**
 * Some lines of the document. Each word that can be tapped is an element of its own, which for a document of very
 * many lines would be more than a page can hold: lines that nobody has come near are one text, to read and to be
 * found, and become lines of their own when somebody comes near or looks at a piece in them.
 */
import type { Piece } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Fragment, memo, type RefObject, useEffect, useRef, useState } from 'react';
import { reasonNames } from '../kinds.ts';
import { isOver } from './check.ts';
import type { Segment } from './segments.ts';

/** A printed story has fewer lines: it is drawn whole. */
export const linesAtOnce = 300;

export interface SomeLinesProps {
  /** How many lines come before. */
  readonly from: number;
  readonly lines: readonly (readonly Segment[])[];
  readonly known: ReadonlyMap<string, Piece>;
  readonly marks: ReadonlyMap<string, string>;
  /** The piece that is looked at, where it lies in these lines. */
  readonly at: string | null;
  /** What scrolls. */
  readonly column: RefObject<HTMLElement | null>;
}

export const SomeLines = memo(function SomeLines(props: SomeLinesProps) {
  const { from, lines, known, marks, at, column } = props;
  const [isNear, setNear] = useState(from === 0);
  const plain = useRef<HTMLParagraphElement>(null);
  const isDrawn = isNear || at !== null;

  useEffect(() => {
    if (isDrawn || !plain.current) return;
    const watch = new IntersectionObserver(
      (seen) => seen.some((one) => one.isIntersecting) && setNear(true),
      {
        root: column.current,
        rootMargin: '100% 0px',
      },
    );
    watch.observe(plain.current);
    return () => watch.disconnect();
  }, [isDrawn, column]);

  useEffect(() => {
    if (at !== null) setNear(true);
  }, [at]);

  if (!isDrawn)
    return (
      <p ref={plain} className="document-plain">
        {lines.map((line) => line.map(({ text }) => text).join('')).join('\n')}
      </p>
    );
  return lines.map((segments, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a line is its number
    <p key={index} className="document-line" data-line={from + index + 1}>
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
  ));
});

function Words({
  segment,
  known,
  marks,
  current,
}: Pick<SomeLinesProps, 'known' | 'marks'> & {
  readonly segment: Segment;
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
