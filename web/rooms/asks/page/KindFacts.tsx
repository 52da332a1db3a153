/** What is known of this kind of support: those of its few fields that hold something. */
import { type Ask, asksAboutRisk, kindFields } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useSayDay } from '../../../ui/days.ts';
import { kindFieldWords } from '../ask-words.ts';
import { Fact } from './Fact.tsx';

export function KindFacts({ ask }: { readonly ask: Ask }) {
  const { _ } = useLingui();
  const sayDay = useSayDay();
  if (ask.kind === null) return null;
  return (
    <>
      {kindFields[ask.kind].map((field) => {
        const value = ask[field];
        if (!value) return null;
        return (
          <Fact
            key={field}
            name={_(kindFieldWords[field])}
            words={field === 'closesOn' ? sayDay(value) : value}
          />
        );
      })}
      {asksAboutRisk.has(ask.kind) && ask.atRisk !== '' && (
        <Fact name={<Trans>Is anyone put at risk?</Trans>} words={ask.atRisk} />
      )}
    </>
  );
}
