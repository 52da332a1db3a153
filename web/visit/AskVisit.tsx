/** An ask of another organization: what they ask, an answer with what we can bring, and a way to weigh it here. */
import {
  type Answer,
  type AskNotice,
  answers,
  askReply,
  messageOf,
  readAskReply,
} from '@alongside/practice';
import type { Visit } from '@alongside/vault/visit';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, type SubmitEvent, useState } from 'react';
import { useSayDay } from './days.ts';
import { Choose, Line, Said, Text } from './Fields.tsx';
import { NotSent, Sent } from './Sent.tsx';
import { useSending } from './useSending.ts';

const answerWords: Readonly<Record<Answer, ReactNode>> = {
  yes: <Trans>Yes</Trans>,
  'in-part': <Trans>Yes, in part</Trans>,
  'not-now': <Trans>Not now</Trans>,
  no: <Trans>We can’t</Trans>,
};

export function AskVisit({
  notice,
  answer,
}: {
  readonly notice: AskNotice;
  readonly answer: Visit['answer'];
}) {
  const { sending, send } = useSending(answer);
  const [isMissing, setMissing] = useState(false);
  const sayDay = useSayDay();
  const us = <bdi>{notice.us}</bdi>;
  if (sending === 'sent') {
    return (
      <Sent us={notice.us}>
        <WeighHere notice={notice} />
      </Sent>
    );
  }
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = readAskReply(Object.fromEntries(new FormData(event.currentTarget)));
    setMissing(given === null);
    if (given) void send(askReply(given));
  };
  return (
    <article className="page">
      <header className="page-head">
        <h1>
          {notice.us === '' ? (
            <Trans>You are asked for support.</Trans>
          ) : (
            <Trans>{us} asks you for support.</Trans>
          )}
        </h1>
      </header>
      <dl className="visit-said">
        <Said name={<Trans>What is asked</Trans>} words={notice.what} />
        <Said name={<Trans>Who is most affected</Trans>} words={notice.mostAffected} />
        <Said name={<Trans>What they have asked for</Trans>} words={notice.theyAskedFor} />
        <Said name={<Trans>More about it</Trans>} words={notice.more} />
        <Said name={<Trans>For the day</Trans>} words={notice.on ? sayDay(notice.on) : ''} />
        <Said name={<Trans>Answer by</Trans>} words={notice.by ? sayDay(notice.by) : ''} />
      </dl>
      <form id="answer" className="visit-form" onSubmit={submit} noValidate>
        <Choose
          name="answer"
          label={<Trans>Your answer</Trans>}
          options={answers.map((id) => ({ id, words: answerWords[id] }))}
          {...(isMissing && {
            wrong: <Trans>Choose one of the four; all else can stay empty.</Trans>,
          })}
        />
        <Line name="bring" label={<Trans>What can you bring?</Trans>} />
        <Line
          name="from"
          label={<Trans>Who answers?</Trans>}
          hint={<Trans>An organization’s name is enough.</Trans>}
        />
        <Text name="note" label={<Trans>Anything else</Trans>} />
        {sending === 'away' && <NotSent />}
        <p className="quiet">
          <Trans>
            Your answer is sealed on this device: only they can read it, not the server in between.
            Nothing is kept here.
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
      <WeighHere notice={notice} />
    </article>
  );
}

/** The same ask on the page that keeps nothing, to think it through before answering. */
function WeighHere({ notice }: { readonly notice: AskNotice }) {
  const words = new URLSearchParams({ weigh: messageOf(notice) });
  return (
    <p>
      <a href={`/start#${words}`}>
        <Trans>Weigh this with your own people</Trans>
      </a>
    </p>
  );
}
