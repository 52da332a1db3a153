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
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useSayDay } from './days.ts';
import { Choose, Line, Said } from './Fields.tsx';
import { NotSent, Sent } from './Sent.tsx';
import { useSending } from './useSending.ts';

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
  const { sending, send } = useSending(answer);
  const [isMissing, setMissing] = useState(false);
  const sayDay = useSayDay();
  const us = <bdi>{notice.us}</bdi>;
  if (sending === 'sent') return <Sent us={notice.us} />;
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = readCallReply(Object.fromEntries(new FormData(event.currentTarget)));
    setMissing(given === null);
    if (given) void send(callReply(given));
  };
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
      <form id="answer" className="visit-form" onSubmit={submit} noValidate>
        <Choose
          name="answer"
          label={<Trans>Your answer</Trans>}
          options={callAnswers.map((id) => ({ id, words: answerWords[id] }))}
          {...(isMissing && {
            wrong: <Trans>Choose one of the three; all else can stay empty.</Trans>,
          })}
        />
        <Line name="name" label={<Trans>Any name, or none</Trans>} />
        <Line name="note" label={<Trans>A language, a skill, or what they should know</Trans>} />
        {sending === 'away' && <NotSent />}
        <p className="quiet">
          <Trans>
            Two organizers can read this; others see only how many. It is destroyed seven days
            after. Nothing is kept on this device.
          </Trans>
        </p>
      </form>
      <div className="page-action row">
        <button
          type="submit"
          form="answer"
          className="button"
          data-kind="filled"
          disabled={sending === 'under way'}
        >
          <Trans>Send the answer</Trans>
        </button>
      </div>
    </article>
  );
}
