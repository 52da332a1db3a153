/** One piece at a time, for phones: what it is, what it says, where it stands in the document. */
import type { Piece, PieceKind, Reading } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Plural, Trans } from '@lingui/react/macro';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { FirstOf } from '../FirstOf.tsx';
import { kindNames, reasonNames } from '../kinds.ts';
import type { Card } from './cards.ts';
import { PieceWords } from './PieceWords.tsx';
import { SomethingElse } from './SomethingElse.tsx';
import './OneCard.css';

export interface OneCardProps {
  readonly card: Card;
  readonly reading: Reading;
  readonly onAssign: (piece: string, kind: PieceKind) => void;
}

export function OneCard(props: OneCardProps) {
  const { card, reading, onAssign } = props;
  const { _ } = useLingui();
  if (card.lead === null) return <OverCard {...props} />;
  const { lead, number, of } = card;
  const rest = card.pieces.slice(1);
  return (
    <section className="one-card">
      <p className="card-place">
        <span>{_(kindNames[lead.kind])}</span>
        <span className="card-rule" aria-hidden="true" />
        <span>
          <Trans>
            {number} of {of}
          </Trans>
        </span>
      </p>
      <div className="card-words" data-kind={lead.kind}>
        <PieceWords piece={lead} document={reading.document} />
      </div>
      {rest.length > 0 && <Belongings pieces={rest} reading={reading} onAssign={onAssign} />}
      <InDocument piece={lead} reading={reading} />
    </section>
  );
}

function Belongings({
  pieces,
  reading,
  onAssign,
}: {
  readonly pieces: readonly Piece[];
  readonly reading: Reading;
  readonly onAssign: OneCardProps['onAssign'];
}) {
  const paragraphs = pieces.filter((piece) => piece.kind === 'paragraph').length;
  const quotes = pieces.filter((piece) => piece.kind === 'quote').length;
  return (
    <Disclosure
      summary={
        <>
          <Plural value={paragraphs} one="# paragraph" other="# paragraphs" />
          {' · '}
          <Plural value={quotes} one="# quote" other="# quotes" />
        </>
      }
    >
      <PieceList pieces={pieces} reading={reading} onAssign={onAssign} />
    </Disclosure>
  );
}

function PieceList({
  pieces,
  reading,
  onAssign,
}: {
  readonly pieces: readonly Piece[];
  readonly reading: Reading;
  readonly onAssign: OneCardProps['onAssign'];
}) {
  const { _ } = useLingui();
  return (
    <FirstOf items={pieces}>
      {(shown) => (
        <Rows>
          {shown.map((piece) => (
            <Row key={piece.id}>
              <div className="card-words" data-kind={piece.kind}>
                <PieceWords piece={piece} document={reading.document} />
                {piece.reason && <span className="piece-more">{_(reasonNames[piece.reason])}</span>}
              </div>
              <SomethingElse now={piece.kind} onChoose={(kind) => onAssign(piece.id, kind)} />
            </Row>
          ))}
        </Rows>
      )}
    </FirstOf>
  );
}

function InDocument({ piece, reading }: { readonly piece: Piece; readonly reading: Reading }) {
  const { lines, language, direction } = reading.document;
  const numbers = [...new Set(piece.places.map((place) => place.line))];
  if (numbers.length === 0) return null;
  return (
    <div className="in-document">
      <p className="quiet">
        <Trans>In the document:</Trans>
      </p>
      <blockquote lang={language} dir={direction}>
        {numbers.map((number) => (
          <p key={number}>{lines[number - 1]}</p>
        ))}
      </blockquote>
    </div>
  );
}

function OverCard({ card, reading, onAssign }: OneCardProps) {
  return (
    <section className="one-card">
      <h2>
        <Trans>Left over, nothing lost</Trans>
      </h2>
      <p className="quiet">
        <Trans>These stay with the story. Put one in its place, or leave them.</Trans>
      </p>
      <PieceList pieces={card.pieces} reading={reading} onAssign={onAssign} />
    </section>
  );
}
