/**
 * Decided together, or by the only person here. Choosing decides nothing: it is our answer once it is kept,
 * with the button here on a desk, and with the one at the bottom on a phone.
 */
import { answers } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useEffect } from 'react';
import { Button } from '../../../../ui/Button.tsx';
import { Radio, RadioGroup } from '../../../../ui/Choices.tsx';
import { answerWords } from '../../ask-words.ts';
import type { Given } from '../given.ts';

export function AnswerNow({ people, size, chosen }: Given) {
  const { _ } = useLingui();
  const { offer } = chosen;
  useEffect(() => {
    offer(true);
    return () => offer(false);
  }, [offer]);
  return (
    <>
      {size === 'simple' && people.isAlone && (
        <p className="quiet">
          <Trans>
            A simple ask takes two: one proposes, another agrees. Only you are here, so you answer
            it alone.
          </Trans>
        </p>
      )}
      <RadioGroup
        label={<Trans>Our answer</Trans>}
        value={chosen.answer}
        onChange={(value) => {
          const answer = answers.find((one) => one === value);
          if (answer) chosen.choose(answer);
        }}
      >
        {answers.map((answer) => (
          <Radio key={answer} value={answer}>
            {_(answerWords[answer])}
          </Radio>
        ))}
      </RadioGroup>
      {chosen.isNew && (
        <div className="on-desks row">
          <Button kind="filled" onPress={chosen.keep}>
            <Trans>This is our answer</Trans>
          </Button>
        </div>
      )}
    </>
  );
}
