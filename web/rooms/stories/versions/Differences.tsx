/** What is different, in sentences, with the words that went and came. */
import type { Difference } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { kindNames } from '../kinds.ts';
import './Differences.css';

export function Differences({
  found,
  language,
}: {
  readonly found: readonly Difference[];
  readonly language: string;
}) {
  if (found.length === 0) {
    return (
      <p>
        <Trans>Nothing.</Trans>
      </p>
    );
  }
  return (
    <ul className="differences">
      {found.map((difference) => (
        <li key={`${difference.type} ${difference.piece.id}`}>
          <p className="quiet">
            <What difference={difference} />
          </p>
          <p lang={language} dir="auto" className="difference-words">
            <Words difference={difference} />
          </p>
        </li>
      ))}
    </ul>
  );
}

function What({ difference }: { readonly difference: Difference }): ReactNode {
  const { _ } = useLingui();
  const kind = _(kindNames[difference.piece.kind]);
  switch (difference.type) {
    case 'PutIn':
      return <Trans>{kind}: put in</Trans>;
    case 'TakenOut':
      return <Trans>{kind}: taken out</Trans>;
    case 'Moved':
      return <Trans>{kind}: moved</Trans>;
    case 'OtherKind': {
      const was = _(kindNames[difference.was.kind]);
      return (
        <Trans>
          {kind}: was {was} before
        </Trans>
      );
    }
    case 'Reworded':
      return <Trans>{kind}: reworded</Trans>;
    case 'OtherSpeaker':
      return <Trans>{kind}: credited otherwise</Trans>;
  }
}

function Words({ difference }: { readonly difference: Difference }) {
  if (difference.type === 'OtherSpeaker') {
    const { was, piece } = difference;
    return (
      <>
        <del>{credit(was)}</del> <ins>{credit(piece)}</ins>
      </>
    );
  }
  if (difference.type !== 'Reworded') return difference.piece.text;
  return difference.words.map((word, at) => {
    const key = `${at}`;
    if (word.type === 'went') return <del key={key}>{word.text}</del>;
    if (word.type === 'came') return <ins key={key}>{word.text}</ins>;
    return <span key={key}>{word.text}</span>;
  });
}

const credit = ({ speaker, role, organizations = [] }: Difference['piece']) =>
  [speaker, role, ...organizations].filter(Boolean).join(', ');
