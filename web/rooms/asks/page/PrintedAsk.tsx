/**
 * The ask on paper: what they ask, how we weighed it, what we answered and wrote. The weighing is ours:
 * where the reply is printed, it is the reply alone.
 */
import { type Ask, draftReply } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { today } from '../../../ui/days.ts';
import { OwnWords, ownWords } from '../../../ui/OwnWords.tsx';
import { useOurselves } from '../../../ui/single.ts';
import { Unverified } from '../../../ui/Unverified.tsx';
import { answerWords, memberWords, stepWords } from '../ask-words.ts';
import type { Questions } from './useQuestions.ts';

export function PrintedAsk({
  ask,
  questions,
}: {
  readonly ask: Ask;
  readonly questions: Questions;
}) {
  const { _ } = useLingui();
  const { name, purpose, offer } = useOurselves();
  const reply = ask.reply || draftReply(ask, { us: name, today: today(), purpose, offer });
  const unknown = <Trans>unknown</Trans>;
  return (
    <div className="print-only printed-ask stack">
      <p {...ownWords(ask.what)}>{ask.what}</p>
      <Unverified ask={ask.id} />
      <p>
        <Trans>Most affected</Trans>:{' '}
        {ask.mostAffected ? <OwnWords>{ask.mostAffected}</OwnWords> : unknown}
      </p>
      <h2>{questions.words.contribution}</h2>
      <p>
        {ask.contribution ? _(stepWords[ask.contribution]) : unknown}
        {ask.contributionWhat && (
          <>
            {' · '}
            <OwnWords>{ask.contributionWhat}</OwnWords>
          </>
        )}
      </p>
      <h2>{questions.words['long-term']}</h2>
      <p {...ownWords(ask.longView)}>{ask.longView || unknown}</p>
      <h2>{questions.words.engagement}</h2>
      <p>{ask.members ? _(memberWords[ask.members]) : unknown}</p>
      {ask.answer && (
        <h2>
          <Trans>Our answer</Trans>: {_(answerWords[ask.answer])}
        </h2>
      )}
      {reply && (
        <p className="ask-message printed-reply" lang={ask.language} dir="auto">
          {reply}
        </p>
      )}
    </div>
  );
}

/** Prints the reply alone. What else stands on the page is hidden until the paper is done. */
export function printReply(): void {
  const { dataset } = document.documentElement;
  dataset.prints = 'reply';
  window.addEventListener('afterprint', () => delete dataset.prints, { once: true });
  window.print();
}
