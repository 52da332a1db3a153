/** The story as it was understood: every piece with its letter, and at the end what is left over. */
import type { Piece, PieceKind } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { Button } from '../../../ui/Button.tsx';
import { FirstOf } from '../FirstOf.tsx';
import { kindNames, reasonNames } from '../kinds.ts';
import { type Check, isFound, isOver } from './check.ts';
import { PieceWords } from './PieceWords.tsx';
import { SomethingElse } from './SomethingElse.tsx';
import './StoryColumn.css';

export interface StoryColumnProps {
  readonly check: Check;
  readonly marks: ReadonlyMap<string, string>;
  readonly onLook: (piece: string) => void;
  readonly onAccept: () => void;
  readonly onAssign: (piece: string, kind: PieceKind) => void;
}

export function StoryColumn(props: StoryColumnProps) {
  const { check } = props;
  const column = useRef<HTMLDivElement>(null);
  const found = check.pieces.filter(isFound);
  const over = check.pieces.filter(isOver);

  useEffect(() => {
    if (check.at === null) return;
    const button = column.current?.querySelector(`[data-piece="${CSS.escape(check.at)}"]`);
    button?.parentElement?.scrollIntoView({ block: 'nearest' });
  }, [check.at]);

  return (
    <div ref={column} className="story-column">
      <FirstOf items={found} including={found.find((piece) => piece.id === check.at)}>
        {(shown) => (
          <ul className="check-pieces">
            {shown.map((piece, at) => (
              <PieceRow
                key={piece.id}
                {...props}
                piece={piece}
                heading={shown[at - 1]?.kind !== piece.kind || piece.kind === 'takeaway'}
              />
            ))}
          </ul>
        )}
      </FirstOf>
      {over.length > 0 && (
        <>
          <h2>
            <Trans>Left over, nothing lost</Trans>
          </h2>
          <FirstOf items={over} including={over.find((piece) => piece.id === check.at)}>
            {(shown) => (
              <ul className="check-pieces">
                {shown.map((piece) => (
                  <PieceRow key={piece.id} {...props} piece={piece} heading={false} />
                ))}
              </ul>
            )}
          </FirstOf>
        </>
      )}
    </div>
  );
}

function PieceRow({
  piece,
  heading,
  check,
  marks,
  onLook,
  onAccept,
  onAssign,
}: StoryColumnProps & { readonly piece: Piece; readonly heading: boolean }) {
  const { _ } = useLingui();
  const current = check.at === piece.id;
  const part = piece.kind === 'paragraph' || piece.kind === 'quote';
  return (
    <li data-kind={piece.kind} data-current={current || undefined}>
      {heading && !part && (
        <p className="check-kind">
          {_(kindNames[piece.kind])} {piece.kind === 'takeaway' && piece.number}
        </p>
      )}
      <AriaButton
        className="check-piece"
        data-piece={piece.id}
        {...(current && { 'aria-current': 'true' })}
        onFocus={() => onLook(piece.id)}
        onPress={() => onLook(piece.id)}
      >
        <span className="mark-letter" aria-hidden="true">
          {marks.get(piece.id)}
        </span>
        <span className="piece-words">
          {part && <span className="piece-more">{_(kindNames[piece.kind])}</span>}
          <PieceWords piece={piece} document={check.reading.document} />
          {isOver(piece) && (
            <span className="piece-more">
              <LineNumber piece={piece} />
              {piece.reason && ` · ${_(reasonNames[piece.reason])}`}
            </span>
          )}
        </span>
        {check.seen.has(piece.id) && (
          <span className="piece-seen">
            <Trans>Checked</Trans>
          </span>
        )}
      </AriaButton>
      {current && (
        <div className="check-acts row">
          <Button onPress={onAccept}>
            {isOver(piece) ? <Trans>Leave it</Trans> : <Trans>It is right</Trans>}
          </Button>
          <SomethingElse keys now={piece.kind} onChoose={(kind) => onAssign(piece.id, kind)} />
        </div>
      )}
    </li>
  );
}

function LineNumber({ piece }: { readonly piece: Piece }) {
  const line = piece.places[0]?.line;
  return line === undefined ? null : <Trans>line {line}</Trans>;
}
