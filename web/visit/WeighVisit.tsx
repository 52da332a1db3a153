/** A weighing that members answer: would they take part, can it make a difference, and a line; without a name. */
import {
  type ContributionStep,
  contributionSteps,
  readWeighReply,
  type TakingPart,
  takingPart,
  type WeighNotice,
  weighReply,
} from '@alongside/practice';
import type { Visit } from '@alongside/vault/visit';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useRef, useState } from 'react';
import { AnswerForm } from './AnswerForm.tsx';
import { Choose, Line } from './Fields.tsx';
import { Sent } from './Sent.tsx';

const partWords: Readonly<Record<TakingPart, ReactNode>> = {
  would: <Trans>I would</Trans>,
  maybe: <Trans>Maybe</Trans>,
  'would-not': <Trans>I would not</Trans>,
};

const stepWords: Readonly<Record<ContributionStep, ReactNode>> = {
  'very-unlikely': <Trans>very unlikely</Trans>,
  unlikely: <Trans>unlikely</Trans>,
  'hard-to-say': <Trans>hard to say</Trans>,
  likely: <Trans>likely</Trans>,
  'very-likely': <Trans>very likely</Trans>,
};

export function WeighVisit({
  notice,
  answer,
}: {
  readonly notice: WeighNotice;
  readonly answer: Visit['answer'];
}) {
  const [isSent, setSent] = useState(false);
  // In memory: two answers of one open page are one, and the newest of them counts.
  const [drawn] = useState(() => crypto.randomUUID());
  const turn = useRef(0);
  const us = <bdi>{notice.us}</bdi>;
  return (
    <>
      {isSent && (
        <Sent us={notice.us}>
          <p>
            <Trans>Until then you can change your answer here; the newest counts.</Trans>
          </p>
          <p>
            <button type="button" className="button" onClick={() => setSent(false)}>
              <Trans>Change the answer</Trans>
            </button>
          </p>
        </Sent>
      )}
      <article className="page" hidden={isSent}>
        <header className="page-head">
          <h1>
            {notice.us === '' ? (
              <Trans>Before we answer: would you take part?</Trans>
            ) : (
              <Trans>{us} asks before answering: would you take part?</Trans>
            )}
          </h1>
        </header>
        <p className="visit-who" dir="auto">
          {notice.what}
        </p>
        {notice.more !== '' && <p dir="auto">{notice.more}</p>}
        <AnswerForm
          answer={answer}
          read={(fields) => {
            const given = readWeighReply({ ...fields, drawn, turn: turn.current });
            // With each try: one whose arrival was not heard of has arrived all the same.
            if (given) turn.current += 1;
            return given && weighReply(given);
          }}
          fields={(isMissing) => (
            <>
              <Choose
                name="takesPart"
                label={<Trans>Would you take part?</Trans>}
                options={takingPart.map((id) => ({ id, words: partWords[id] }))}
                {...(isMissing && {
                  wrong: <Trans>Choose one of the three; all else can stay empty.</Trans>,
                })}
              />
              <Choose
                name="contribution"
                label={<Trans>Can we make a real difference here?</Trans>}
                options={contributionSteps.map((id) => ({ id, words: stepWords[id] }))}
              />
              <Line name="note" label={<Trans>What should we think of?</Trans>} />
              <Line
                name="atRisk"
                label={<Trans>Is anyone put at risk?</Trans>}
                hint={<Trans>One line, without names.</Trans>}
              />
            </>
          )}
          readers={
            <Trans>
              No name is asked. The core team sees the answers together, once three have come;
              nothing is kept on this device.
            </Trans>
          }
          onSent={() => setSent(true)}
        />
      </article>
    </>
  );
}
