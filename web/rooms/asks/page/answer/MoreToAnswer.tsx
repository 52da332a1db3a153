/** What an answer may add: what we can do and with how many, reasons, conditions, dissent. A yes to a statement asks "and then?". */
import { Trans } from '@lingui/react/macro';
import { Disclosure } from '../../../../ui/Disclosure.tsx';
import { TextField } from '../../../../ui/TextField.tsx';
import { useKeptWords } from '../../../../ui/useKeptWords.ts';
import { CountField } from '../after/CountField.tsx';
import type { Given } from '../given.ts';

export function MoreToAnswer({ ask, change, size }: Given) {
  const what = useKeptWords(ask.contributionWhat, (words) => change({ contributionWhat: words }));
  const instead = useKeptWords(ask.instead, (words) => change({ instead: words }));
  const better = useKeptWords(ask.betterAskedOf, (betterAskedOf) => change({ betterAskedOf }));
  const andThen = useKeptWords(ask.andThen, (words) => change({ andThen: words }));
  const why = useKeptWords(ask.why, (words) => change({ why: words }));
  const conditions = useKeptWords(ask.conditions, (words) => change({ conditions: words }));
  const dissent = useKeptWords(ask.dissent, (words) => change({ dissent: words }));
  if (ask.answer === null) return null;
  const isYes = ask.answer === 'yes' || ask.answer === 'in-part';
  return (
    <>
      {isYes && size !== 'hard' && <TextField label={<Trans>What would it be?</Trans>} {...what} />}
      {isYes && (
        <CountField
          label={<Trans>How many of our people we plan with</Trans>}
          value={ask.membersPlanned}
          onChange={(membersPlanned) => change({ membersPlanned })}
        />
      )}
      {isYes && ask.kind === 'public-statement' && (
        <TextField
          label={<Trans>And then?</Trans>}
          hint={<Trans>What we do once the statement is out.</Trans>}
          {...andThen}
        />
      )}
      {ask.answer !== 'yes' && (
        <>
          <TextField label={<Trans>Instead, we can…</Trans>} {...instead} />
          <TextField label={<Trans>Better asked of…</Trans>} {...better} />
        </>
      )}
      <Disclosure
        summary={<Trans>Reasons, conditions, and what some of us saw differently</Trans>}
        open={`${ask.why}${ask.conditions}${ask.dissent}` !== ''}
      >
        <TextField
          label={<Trans>Why we answer so</Trans>}
          hint={<Trans>For us, to remember. The reply does not say it.</Trans>}
          {...why}
        />
        <TextField
          label={<Trans>This holds if…</Trans>}
          hint={<Trans>The reply says it.</Trans>}
          {...conditions}
        />
        <TextField
          label={<Trans>Some of us saw it differently</Trans>}
          hint={<Trans>What they saw, without names. It stays with the answer.</Trans>}
          {...dissent}
        />
      </Disclosure>
    </>
  );
}
