/** All that the page of an ask of ours says, so that whoever sends its link has read what they send. */
import type { Ask } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { useSayDay } from '../../../ui/days.ts';
import { ownWords } from '../../../ui/OwnWords.tsx';
import '../page/AskPage.css';

export function WhatItSays({ ask }: { readonly ask: Ask }) {
  const sayDay = useSayDay();
  return (
    <dl className="ask-facts">
      <Fact name={<Trans>What we ask for</Trans>} words={ask.what} />
      <Fact name={<Trans>Who we are, on that page</Trans>} words={ask.from} />
      <Fact name={<Trans>Most affected</Trans>} words={ask.mostAffected} />
      <Fact name={<Trans>What they have asked for</Trans>} words={ask.theyAskedFor} />
      <Fact name={<Trans>More about it</Trans>} words={ask.text} />
      <Fact name={<Trans>For the day</Trans>} words={ask.on ? sayDay(ask.on) : ''} />
      <Fact
        name={<Trans>We need to hear from them by</Trans>}
        words={ask.by ? sayDay(ask.by) : ''}
      />
    </dl>
  );
}

function Fact({ name, words }: { readonly name: ReactNode; readonly words: string }) {
  if (words === '') return null;
  return (
    <div>
      <dt className="quiet">{name}</dt>
      <dd {...ownWords(words)}>{words}</dd>
    </div>
  );
}
