/**
 * The three questions. Each is answered in steps or words of its own; nothing adds them up. The
 * question is asked as its story asks it, where a set of a story's questions is chosen.
 */
import { contributionSteps, memberShares } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { Checkbox, Radio, RadioGroup } from '../../../ui/Choices.tsx';
import { OwnWords, ownWords } from '../../../ui/OwnWords.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useKeptWords } from '../../../ui/useKeptWords.ts';
import { memberWords, stepWords } from '../ask-words.ts';
import type { Given } from './given.ts';
import { Part } from './Part.tsx';
import { QuestionSource } from './QuestionSource.tsx';
import { StillTrue } from './StillTrue.tsx';
import { WhatWeOffer } from './WhatWeOffer.tsx';

export function ContributionPart(given: Given) {
  const { ask, change, parts, questions } = given;
  const { _ } = useLingui();
  const what = useKeptWords(ask.contributionWhat, (contributionWhat) =>
    change({ contributionWhat }),
  );
  const title = <OwnWords>{questions.words.contribution}</OwnWords>;
  return (
    <Part name="contribution" title={title} parts={parts}>
      <AskedFor ask={ask} />
      <RadioGroup
        label={<span className="hidden-words">{title}</span>}
        value={ask.contribution}
        onChange={(contribution) => change({ contribution })}
      >
        {contributionSteps.map((step) => (
          <Radio key={step} value={step}>
            {_(stepWords[step])}
          </Radio>
        ))}
      </RadioGroup>
      <TextField
        label={<Trans>What would it be?</Trans>}
        hint={<Trans>If we say yes, the reply says this.</Trans>}
        {...what}
      />
      <WhatWeOffer />
    </Part>
  );
}

export function LongViewPart(given: Given) {
  const { ask, change, parts, questions } = given;
  const view = useKeptWords(ask.longView, (longView) =>
    change({ longView, ...(longView.trim() !== '' && { longViewUnknown: false }) }),
  );
  const title = <OwnWords>{questions.words['long-term']}</OwnWords>;
  return (
    <Part name="long-term" title={title} parts={parts}>
      <StillTrue {...given} />
      <TextArea
        label={<Trans>In our words</Trans>}
        hint={questions.more['long-term']}
        rows={4}
        {...view}
      />
      <Checkbox
        isSelected={ask.longViewUnknown}
        onChange={(longViewUnknown) => change({ longViewUnknown })}
      >
        <Trans>We do not know yet</Trans>
      </Checkbox>
    </Part>
  );
}

export function EngagementPart(given: Given) {
  const { ask, change, parts, questions } = given;
  const { _ } = useLingui();
  const risk = useKeptWords(ask.atRisk, (atRisk) => change({ atRisk }));
  const title = <OwnWords>{questions.words.engagement}</OwnWords>;
  return (
    <Part name="engagement" title={title} parts={parts}>
      <RadioGroup
        label={<span className="hidden-words">{title}</span>}
        hint={questions.more.engagement}
        value={ask.members}
        onChange={(members) => change({ members })}
      >
        {memberShares.map((share) => (
          <Radio key={share} value={share}>
            {_(memberWords[share])}
          </Radio>
        ))}
      </RadioGroup>
      <TextField
        label={<Trans>Is anyone put at risk?</Trans>}
        hint={<Trans>One line, without names.</Trans>}
        {...risk}
      />
      <QuestionSource {...given} />
    </Part>
  );
}

/** What is asked, said again where it is out of sight: on a phone. */
function AskedFor({ ask }: Pick<Given, 'ask'>) {
  return (
    <p className="asked-again quiet" {...ownWords(ask.what)}>
      {ask.what}
    </p>
  );
}
