/** A call to members: what, where and when; "I can", "maybe" or "not this time", under any name. */
import {
  type CallAnswer,
  type CallNotice,
  callAnswers,
  callReply,
  readCallReply,
} from '@alongside/practice';
import type { Visit } from '@alongside/vault/visit';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { AnswerForm } from './AnswerForm.tsx';
import { useSayDay } from './days.ts';
import { Choose, Line, Said } from './Fields.tsx';
import { Sent } from './Sent.tsx';

const answerWords: Readonly<Record<CallAnswer, ReactNode>> = {
  can: <Trans>I can</Trans>,
  maybe: <Trans>Maybe</Trans>,
  'not-this-time': <Trans>Not this time</Trans>,
};

export function CallVisit({
  notice,
  answer,
}: {
  readonly notice: CallNotice;
  readonly answer: Visit['answer'];
}) {
  const [isSent, setSent] = useState(false);
  const sayDay = useSayDay();
  const us = <bdi>{notice.us}</bdi>;
  if (isSent) return <Sent us={notice.us} />;
  const when = [notice.on ? sayDay(notice.on) : '', notice.hour].filter((part) => part !== '');
  return (
    <article className="page">
      <header className="page-head">
        <h1>
          {notice.us === '' ? (
            <Trans>Can you come?</Trans>
          ) : (
            <Trans>{us} asks: can you come?</Trans>
          )}
        </h1>
      </header>
      <dl className="visit-said">
        <Said name={<Trans>What</Trans>} words={notice.what} />
        <Said name={<Trans>Where</Trans>} words={notice.where} />
        <Said name={<Trans>When</Trans>} words={when.join(', ')} />
        <Said
          name={<Trans>How many are needed</Trans>}
          words={notice.howMany ? `${notice.howMany}` : ''}
        />
        <Said name={<Trans>Languages or skills</Trans>} words={notice.skills} />
        <Said name={<Trans>More about it</Trans>} words={notice.more} />
      </dl>
      <AnswerForm
        answer={answer}
        read={(fields) => {
          const given = readCallReply(fields);
          return given && callReply(given);
        }}
        fields={(isMissing) => (
          <>
            <Choose
              name="answer"
              label={<Trans>Your answer</Trans>}
              options={callAnswers.map((id) => ({ id, words: answerWords[id] }))}
              {...(isMissing && {
                wrong: <Trans>Choose one of the three; all else can stay empty.</Trans>,
              })}
            />
            <Line name="name" label={<Trans>Any name, or none</Trans>} />
            <Line
              name="note"
              label={<Trans>A language, a skill, or what they should know</Trans>}
            />
          </>
        )}
        readers={
          <Trans>
            Only those who organize it can read this; others see only how many. It is destroyed
            seven days after. Nothing is kept on this device.
          </Trans>
        }
        onSent={() => setSent(true)}
      />
    </article>
  );
}
