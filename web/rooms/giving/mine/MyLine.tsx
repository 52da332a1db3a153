/** My own line, which I always see; the planners are named who see it too. */
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { usePlanning } from '../../../ui/giving.ts';
import { TextLink } from '../../../ui/Link.tsx';
import { useNamesJoined } from '../../../ui/useNamesJoined.ts';
import { amountWords } from '../amount-words.ts';
import { useSpan } from './useSpan.ts';

export function MyLine() {
  const { own, planners } = usePlanning();
  const { _ } = useLingui();
  const span = useSpan();
  const names = useNamesJoined();
  const amount = own.usual && _(amountWords[own.usual]);
  const who = planners && own.circle === planners.circle ? names(planners.people) : null;
  return (
    <section className="stack">
      <h2>
        <Trans>What I can give</Trans>
      </h2>
      <p>
        {own.steppedBack ? (
          <Trans>I have stepped back.</Trans>
        ) : amount ? (
          <Trans>Usually in a week: {amount}.</Trans>
        ) : (
          <Trans>I have not said yet.</Trans>
        )}
      </p>
      {own.away.map((away) => {
        const days = span(away.from, away.until);
        return (
          <p key={away.from}>
            <Trans>Away: {days}</Trans>
          </p>
        );
      })}
      <p className="quiet">
        {who ? (
          <Trans>Who can read this: I and {who}</Trans>
        ) : (
          <Trans>Who can read this: only me</Trans>
        )}
      </p>
      {own.draft && (
        <p>
          <Trans>I have changed it since; the planners do not know yet.</Trans>
        </p>
      )}
      <p>
        <TextLink to="/giving/mine">
          {amount || own.steppedBack ? (
            <Trans>Change it</Trans>
          ) : (
            <Trans>Say what I can give</Trans>
          )}
        </TextLink>
      </p>
    </section>
  );
}
