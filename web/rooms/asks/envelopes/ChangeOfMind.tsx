/** After the opening: a change of mind stands beside what was in the envelope, and both are kept. */
import { contributionSteps, memberShares } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Select } from '../../../ui/Select.tsx';
import { memberWords, stepWords } from '../ask-words.ts';
import type { Weighing } from './useWeighing.ts';

export function ChangeOfMind({ weighing }: { readonly weighing: Weighing }) {
  const { _ } = useLingui();
  const { mine, changeDraft, turn } = weighing;
  if (!turn.amAsked) return null;
  return (
    <Disclosure summary={<Trans>I have changed my mind</Trans>}>
      <p className="quiet">
        <Trans>What was in your envelope is kept. The dots show what you say now.</Trans>
      </p>
      <Select
        label={<Trans>A real difference</Trans>}
        options={contributionSteps.map((step) => ({ id: step, name: _(stepWords[step]) }))}
        value={mine.contribution}
        onChange={(contribution) => changeDraft({ ...mine, contribution })}
        placeholder="–"
      />
      <Select
        label={<Trans>Who would take part</Trans>}
        options={memberShares.map((share) => ({ id: share, name: _(memberWords[share]) }))}
        value={mine.members}
        onChange={(members) => changeDraft({ ...mine, members })}
        placeholder="–"
      />
    </Disclosure>
  );
}
