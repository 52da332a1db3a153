/** How many of each were found, in one line. */
import type { Piece } from '@alongside/practice';
import { Plural } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { counts } from './check.ts';

export function FoundLine({ pieces }: { readonly pieces: readonly Piece[] }) {
  const { narrators, partners, questions, takeaways, prompts, over } = counts(pieces);
  const found: readonly (readonly [string, number, ReactNode])[] = [
    ['narrators', narrators, <Plural value={narrators} one="# narrator" other="# narrators" />],
    ['partners', partners, <Plural value={partners} one="# partner" other="# partners" />],
    ['questions', questions, <Plural value={questions} one="# question" other="# questions" />],
    ['takeaways', takeaways, <Plural value={takeaways} one="# takeaway" other="# takeaways" />],
    ['prompts', prompts, <Plural value={prompts} one="# prompt" other="# prompts" />],
    ['over', over, <Plural value={over} one="# left over" other="# left over" />],
  ];
  return (
    <p className="found-line quiet">
      {found
        .filter(([, count]) => count > 0)
        .map(([name, , words]) => (
          <span key={name}>{words}</span>
        ))}
    </p>
  );
}
