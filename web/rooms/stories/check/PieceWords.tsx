/** A piece in words: what it says, and who says it or where they stand. */
import type { DocumentText, Piece } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { together } from '../together.ts';

export function PieceWords({
  piece,
  document,
}: {
  readonly piece: Piece;
  readonly document: DocumentText;
}) {
  const [organization, ...spellings] = piece.organizations ?? [];
  const also = together(spellings, document.language);
  const own = { lang: document.language, dir: 'auto' } as const;
  return (
    <>
      <span className="piece-text" {...own}>
        {piece.text}
      </span>
      {(piece.role || organization) && (
        <span className="piece-more" {...own}>
          {together([piece.role, organization], document.language)}
        </span>
      )}
      {also && (
        <span className="piece-more">
          <Trans>
            also written as <bdi>{also}</bdi>
          </Trans>
        </span>
      )}
      {piece.speaker && (
        <span className="piece-more" {...own}>
          {piece.speaker}
        </span>
      )}
      {piece.kind === 'quote' && piece.places.length > 1 && (
        <span className="piece-more">
          <Trans>both halves of one statement</Trans>
        </span>
      )}
    </>
  );
}
