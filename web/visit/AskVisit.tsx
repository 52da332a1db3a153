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
import { type ReactNode, useState } from 'react';
import { AnswerForm } from './AnswerForm.tsx';
import { useSayDay } from './days.ts';
import { Choose, Line, Said, Text } from './Fields.tsx';
import { Sent } from './Sent.tsx';

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
  const [isSent, setSent] = useState(false);
  const sayDay = useSayDay();
  const us = <bdi>{notice.us}</bdi>;
  if (isSent) {
    return (
      <Sent us={notice.us}>
        <WeighHere notice={notice} />
      </Sent>
    );
  }
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
      <AnswerForm
        answer={answer}
        read={(fields) => {
          const given = readAskReply(fields);
          return given && askReply(given);
        }}
        fields={(isMissing) => (
          <>
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
          </>
        )}
        readers={
          <Trans>
            Your answer is sealed on this device: only they can read it, not the server in between.
            Nothing is kept here.
          </Trans>
        }
        onSent={() => setSent(true)}
      />
      <WeighHere notice={notice} />
    </article>
  );
}

/** The same ask, with its days, on the page that keeps nothing, to think it through before answering. */
function WeighHere({ notice }: { readonly notice: AskNotice }) {
  const { by, on } = notice;
  const words = new URLSearchParams({
    weigh: messageOf(notice),
    ...(by && { by }),
    ...(on && { on }),
  });
  return (
    <p>
      <a href={`/start#${words}`}>
        <Trans>Weigh this with your own people</Trans>
      </a>
    </p>
  );
}
