/**
 * The three questions. Each is answered in steps or words of its own; nothing adds them up. They are
 * answered together, or by each alone first in a closed envelope; opened, the answers stand side by side.
 * The question is asked as its story asks it, where a set of a story's questions is chosen.
 */
import { contributionSteps, memberShares } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Plural, Trans } from '@lingui/react/macro';
import { Checkbox, Radio, RadioGroup } from '../../../ui/Choices.tsx';
import { OwnWords, ownWords } from '../../../ui/OwnWords.tsx';
import { TextArea } from '../../../ui/TextArea.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useKeptWords } from '../../../ui/useKeptWords.ts';
import { memberWords, stepWords } from '../ask-words.ts';
import { BeginEnvelopes } from '../envelopes/BeginEnvelopes.tsx';
import { ChangeOfMind } from '../envelopes/ChangeOfMind.tsx';
import { Closed, PutIn } from '../envelopes/EnvelopeState.tsx';
import { OpenedSpread, Written } from '../envelopes/OpenedSpread.tsx';
import { HaveRoom } from '../know/HaveRoom.tsx';
import { BetweenUsKnown, WhyOursKnown } from '../know/WhatWeKnow.tsx';
import { MembersByLink } from '../members/MembersByLink.tsx';
import type { Given } from './given.ts';
import { Part } from './Part.tsx';
import { QuestionSource } from './QuestionSource.tsx';
import { StillTrue } from './StillTrue.tsx';
import { WhatWeOffer } from './WhatWeOffer.tsx';

export function ContributionPart(given: Given) {
  const { ask, change, envelope, weighing, parts, questions, know } = given;
  const title = <OwnWords>{questions.words.contribution}</OwnWords>;
  const opened = weighing?.opened;
  return (
    <Part name="contribution" title={title} parts={parts}>
      <AskedFor ask={ask} />
      {envelope === 'none' && <BeginEnvelopes ask={ask.id} />}
      {envelope === 'mine' && (
        <p className="quiet">
          <Trans>
            Each of us answers alone first, in a closed envelope. The others see it once it is
            opened.
          </Trans>
        </p>
      )}
      {envelope === 'closed' && weighing && <Closed weighing={weighing} />}
      {opened && (
        <>
          <OpenedSpread spread={opened.contribution} words={stepWords} />
          <Written lines={opened.contributionWhat} />
        </>
      )}
      {(envelope === 'none' || envelope === 'mine') && <Contribution {...given} />}
      {envelope !== 'closed' && <WhatItWouldBe {...given} />}
      <HaveRoom know={know} ask={ask} change={change} />
      {envelope !== 'closed' && <WhatWeOffer />}
    </Part>
  );
}

export function LongViewPart(given: Given) {
  const { ask, envelope, weighing, parts, questions, know } = given;
  const opened = weighing?.opened;
  return (
    <Part
      name="long-term"
      title={<OwnWords>{questions.words['long-term']}</OwnWords>}
      parts={parts}
    >
      {envelope === 'closed' && weighing && <Closed weighing={weighing} />}
      {opened && (
        <>
          <Written lines={opened.longView} />
          {opened.longViewUnknown > 0 && (
            <p>
              <Plural
                value={opened.longViewUnknown}
                one="One of us does not know it yet."
                other="# of us do not know it yet."
              />
            </p>
          )}
        </>
      )}
      {envelope !== 'mine' && envelope !== 'closed' && <StillTrue {...given} />}
      {envelope !== 'closed' && <LongView {...given} />}
      <BetweenUsKnown know={know} ask={ask} />
    </Part>
  );
}

export function EngagementPart(given: Given) {
  const { ask, envelope, weighing, parts, questions, know } = given;
  const opened = weighing?.opened;
  return (
    <Part name="engagement" title={<OwnWords>{questions.words.engagement}</OwnWords>} parts={parts}>
      {envelope === 'closed' && weighing && <Closed weighing={weighing} />}
      {opened && <OpenedSpread spread={opened.members} words={memberWords} />}
      {opened && opened.atRisk.length > 0 && (
        <>
          <p>
            <Trans>Who could be put at risk:</Trans>
          </p>
          <Written lines={opened.atRisk} />
        </>
      )}
      {(envelope === 'none' || envelope === 'mine') && <Engagement {...given} />}
      <MembersByLink ask={ask} isClosed={weighing !== null && !opened} />
      <WhyOursKnown know={know} />
      {envelope === 'mine' && weighing && <PutIn weighing={weighing} />}
      {envelope === 'none' && <QuestionSource {...given} />}
      {opened && weighing && <ChangeOfMind weighing={weighing} />}
    </Part>
  );
}

function Contribution({ answers, changeAnswers, questions }: Given) {
  const { _ } = useLingui();
  return (
    <RadioGroup
      label={<span className="hidden-words">{questions.words.contribution}</span>}
      value={answers.contribution}
      onChange={(contribution) => changeAnswers({ contribution })}
    >
      {contributionSteps.map((step) => (
        <Radio key={step} value={step}>
          {_(stepWords[step])}
        </Radio>
      ))}
    </RadioGroup>
  );
}

function WhatItWouldBe({ answers, changeAnswers, envelope }: Given) {
  const what = useKeptWords(answers.contributionWhat, (contributionWhat) =>
    changeAnswers({ contributionWhat }),
  );
  return (
    <TextField
      label={<Trans>What would it be?</Trans>}
      {...(envelope !== 'mine' && { hint: <Trans>If we say yes, the reply says this.</Trans> })}
      {...what}
    />
  );
}

function LongView({ answers, changeAnswers, questions, envelope }: Given) {
  const view = useKeptWords(answers.longView, (longView) =>
    changeAnswers({ longView, ...(longView.trim() !== '' && { longViewUnknown: false }) }),
  );
  return (
    <>
      <TextArea
        label={envelope === 'mine' ? <Trans>In my words</Trans> : <Trans>In our words</Trans>}
        hint={questions.more['long-term']}
        rows={4}
        {...view}
      />
      <Checkbox
        isSelected={answers.longViewUnknown}
        onChange={(longViewUnknown) => changeAnswers({ longViewUnknown })}
      >
        {envelope === 'mine' ? <Trans>I do not know yet</Trans> : <Trans>We do not know yet</Trans>}
      </Checkbox>
    </>
  );
}

function Engagement({ answers, changeAnswers, questions }: Given) {
  const { _ } = useLingui();
  const risk = useKeptWords(answers.atRisk, (atRisk) => changeAnswers({ atRisk }));
  return (
    <>
      <RadioGroup
        label={<span className="hidden-words">{questions.words.engagement}</span>}
        hint={questions.more.engagement}
        value={answers.members}
        onChange={(members) => changeAnswers({ members })}
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
    </>
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
