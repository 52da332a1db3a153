/** How many of each were found, in one line. */
import type { Piece } from '@alongside/practice';
import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { counts } from './check.ts';

export function FoundLine({ pieces }: { readonly pieces: readonly Piece[] }) {
  useLingui();
  const { narrators, partners, questions, takeaways, prompts, over } = counts(pieces);
  const found = [
    narrators && plural(narrators, { one: '# narrator', other: '# narrators' }),
    partners && plural(partners, { one: '# partner', other: '# partners' }),
    questions && plural(questions, { one: '# question', other: '# questions' }),
    takeaways && plural(takeaways, { one: '# takeaway', other: '# takeaways' }),
    prompts && plural(prompts, { one: '# prompt', other: '# prompts' }),
    over && plural(over, { one: '# left over', other: '# left over' }),
  ];
  return <p className="quiet">{found.filter(Boolean).join(' · ')}</p>;
}
