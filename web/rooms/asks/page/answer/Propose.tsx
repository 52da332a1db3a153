/** Proposing an answer to the others here, with one sentence why; by consent, with the last day to object. */
import { answers, cleanLine, daysAfter, isDay } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../../ui/Button.tsx';
import { Radio, RadioGroup } from '../../../../ui/Choices.tsx';
import { DayField } from '../../../../ui/DayField.tsx';
import { today } from '../../../../ui/days.ts';
import { TextField } from '../../../../ui/TextField.tsx';
import { useUndo } from '../../../../ui/Undo.tsx';
import { useWorkspace } from '../../../../ui/workspace.tsx';
import { answerWords } from '../../ask-words.ts';
import { writeProposal } from '../../write-decisions.ts';
import type { Given } from '../given.ts';

export function Propose({
  ask,
  way,
  hasOther,
}: Given & { readonly way: 'second' | 'consent'; readonly hasOther: boolean }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const { _ } = useLingui();
  const [answer, setAnswer] = useState<string | null>(null);
  const [why, setWhy] = useState('');
  const [until, setUntil] = useState(() => daysAfter(today(), 1));
  const [tried, setTried] = useState(false);
  const isDayWrong = way === 'consent' && (!isDay(until) || until < today());
  const chosen = answers.find((each) => each === answer);
  const propose = () => {
    setTried(true);
    if (!chosen || cleanLine(why) === '' || isDayWrong) return;
    const takeBack = writeProposal(workspace, {
      ask: ask.id,
      answer: chosen,
      why,
      way,
      until: way === 'consent' ? until : null,
    });
    setAnswer(null);
    setWhy('');
    setTried(false);
    offerUndo(t`The others here see your proposal.`, takeBack);
  };
  return (
    <>
      <RadioGroup
        label={hasOther ? <Trans>Or propose something else</Trans> : <Trans>I propose</Trans>}
        value={answer}
        onChange={setAnswer}
        {...(tried && !chosen && { wrong: <Trans>Choose what you propose.</Trans> })}
      >
        {answers.map((each) => (
          <Radio key={each} value={each}>
            {_(answerWords[each])}
          </Radio>
        ))}
      </RadioGroup>
      <TextField
        label={<Trans>Why, in one sentence</Trans>}
        value={why}
        onChange={setWhy}
        maxLength={400}
        {...(tried && cleanLine(why) === '' && { wrong: <Trans>One sentence is enough.</Trans> })}
      />
      {way === 'consent' && (
        <DayField
          label={<Trans>Until the end of which day can somebody object?</Trans>}
          value={until}
          min={today()}
          onChange={setUntil}
          {...(tried && isDayWrong && { wrong: <Trans>Choose a day still to come.</Trans> })}
        />
      )}
      <Button onPress={propose}>
        <Trans>Propose it</Trans>
      </Button>
    </>
  );
}
