/**
 * Our answer, once the three questions have theirs; until then the questions that are open, and a
 * holding reply, which is no decision.
 */
import { answerAsk, answers, daysAfter } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { Radio, RadioGroup } from '../../../ui/Choices.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { today } from '../../../ui/days.ts';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useKeptWords } from '../../../ui/useKeptWords.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { answerWords } from '../ask-words.ts';
import { CallsOfAsk } from '../calls/CallsOfAsk.tsx';
import { refusalWords } from '../refusals.ts';
import type { Given } from './given.ts';
import { Part } from './Part.tsx';

export function AnswerPart(given: Given) {
  const { ask, missing, parts } = given;
  const workspace = useWorkspace();
  const { _ } = useLingui();
  const isOpen = missing.length === 0 || ask.answer !== null;
  return (
    <Part name="answer" title={<Trans>What do we answer?</Trans>} parts={parts}>
      {isOpen ? (
        <>
          <RadioGroup
            label={<Trans>Our answer</Trans>}
            value={ask.answer}
            onChange={(answer) =>
              workspace.commit(answerAsk(ask.id, answer, today()), workspace.coreTeam)
            }
          >
            {answers.map((answer) => (
              <Radio key={answer} value={answer}>
                {_(answerWords[answer])}
              </Radio>
            ))}
          </RadioGroup>
          <MoreToAnswer {...given} />
          <CallsOfAsk ask={ask} />
        </>
      ) : (
        <StillOpen {...given} />
      )}
      {ask.answer === null && <Holding {...given} />}
    </Part>
  );
}

function StillOpen({ missing, parts, questions }: Given) {
  return (
    <div className="still-open stack">
      <p>
        <Trans>Before we answer, we talk about:</Trans>
      </p>
      <Rows>
        {missing.map((question) => (
          <Row key={question}>
            <Button kind="quiet" onPress={() => parts.open(question)}>
              <OwnWords>{questions.words[question]}</OwnWords>
            </Button>
          </Row>
        ))}
      </Rows>
    </div>
  );
}

/** What an answer may add. A yes to a statement asks "and then?". */
function MoreToAnswer({ ask, change }: Given) {
  const instead = useKeptWords(ask.instead, (words) => change({ instead: words }));
  const better = useKeptWords(ask.betterAskedOf, (betterAskedOf) => change({ betterAskedOf }));
  const andThen = useKeptWords(ask.andThen, (words) => change({ andThen: words }));
  if (ask.answer === null) return null;
  const isYes = ask.answer === 'yes' || ask.answer === 'in-part';
  return (
    <>
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
    </>
  );
}

function Holding({ ask, change }: Given) {
  const until = ask.holdingUntil ?? '';
  const isPast = until !== '' && until < today();
  return (
    <Disclosure summary={<Trans>We need more time</Trans>} open={until !== ''}>
      <DayField
        label={<Trans>You will hear from us by…</Trans>}
        hint={<Trans>The reply says so. It is not an answer yet.</Trans>}
        value={until}
        min={today()}
        onChange={(day) => change({ holdingUntil: day || null })}
        {...(isPast && {
          wrong: refusalWords({ type: 'DayIsPast', by: until, received: today() }),
        })}
      />
      {until === '' && (
        <Button onPress={() => change({ holdingUntil: daysAfter(today(), 3) })}>
          <Trans>In three days</Trans>
        </Button>
      )}
    </Disclosure>
  );
}
