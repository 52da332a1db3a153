/**
 * A page that takes asks: who is most affected, what is asked, who asks and how to reach them. The notice
 * is read once more before anything is sent, since the page may have been paused or ended meanwhile: then
 * that is said, and what was written stays.
 */
import {
  type AskKind,
  askKinds,
  cleanLine,
  type PublicNotice,
  publicAsk,
  readPublicAsk,
  readPublicNotice,
} from '@alongside/practice';
import type { Visit, VisitRefusal } from '@alongside/vault/visit';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { AnswerForm } from './AnswerForm.tsx';
import { Line, Text } from './Fields.tsx';

const kindWords: Readonly<Record<AskKind, ReactNode>> = {
  presence: <Trans>Being there in person</Trans>,
  'sign-on-letter': <Trans>A letter to sign</Trans>,
  'public-statement': <Trans>A public statement</Trans>,
  'rapid-response': <Trans>A quick response</Trans>,
  translation: <Trans>Translation or interpreting</Trans>,
  space: <Trans>A room or a hall</Trans>,
  funds: <Trans>Money</Trans>,
  introductions: <Trans>Introductions</Trans>,
  quiet: <Trans>Quiet support, not in public</Trans>,
  'amicus-brief': <Trans>An amicus brief</Trans>,
  other: <Trans>Something else</Trans>,
};

export function PublicVisit({
  notice,
  read,
}: {
  readonly notice: PublicNotice;
  readonly read: () => Promise<Visit | VisitRefusal>;
}) {
  const { i18n } = useLingui();
  const [isSent, setSent] = useState(false);
  const [instead, setInstead] = useState('');
  const [missing, setMissing] = useState({ from: false, what: false });
  const [key] = useState(() => crypto.randomUUID());
  const us = <bdi>{notice.us}</bdi>;
  if (isSent) return <Taken us={notice.us} />;
  if (notice.paused) {
    return (
      <article className="page">
        <h1>
          <Trans>{us} takes no asks by this page at the moment.</Trans>
        </h1>
        <OtherWays words={notice.instead} />
      </article>
    );
  }
  const send = async (says: Parameters<Visit['answer']>[0]) => {
    const now = await read();
    if ('type' in now) return now;
    const page = readPublicNotice(now.says);
    if (!page) return { type: 'NotThere' };
    setInstead(page.instead);
    return page.paused ? { type: 'Paused' } : now.answer(says);
  };
  const over = (
    <p>
      <Trans>It was not sent: this page has ended. What you wrote is still here to copy.</Trans>
    </p>
  );
  return (
    <article className="page">
      <header className="page-head">
        <h1>
          <Trans>Ask {us} for support.</Trans>
        </h1>
      </header>
      {notice.about !== '' && (
        <p className="visit-who" dir="auto">
          {notice.about}
        </p>
      )}
      <AnswerForm
        answer={send}
        read={(fields) => {
          const ask = readPublicAsk({ ...fields, language: i18n.locale, key });
          const isEmpty = (field: string) => cleanLine(String(fields[field] ?? '')) === '';
          setMissing({ from: isEmpty('from'), what: isEmpty('what') });
          return ask && publicAsk(ask);
        }}
        fields={(isMissing) => (
          <>
            <Line name="mostAffected" label={<Trans>Who is most affected?</Trans>} />
            <Line name="theyAskedFor" label={<Trans>What have they asked for?</Trans>} />
            <Line
              name="what"
              label={<Trans>What do you ask for?</Trans>}
              wrong={isMissing && missing.what && <Trans>Write in a line what you ask for.</Trans>}
            />
            <Kinds />
            <Line name="by" type="date" label={<Trans>By when do you need to hear?</Trans>} />
            <Text name="more" label={<Trans>More about it</Trans>} />
            <Line
              name="from"
              label={<Trans>Who asks?</Trans>}
              hint={<Trans>An organization’s name is enough.</Trans>}
              wrong={isMissing && missing.from && <Trans>Write who asks.</Trans>}
            />
            <Line
              name="reach"
              label={<Trans>One way to reach you</Trans>}
              hint={<Trans>Without one, nobody can answer you.</Trans>}
            />
            <p className="quiet">
              <Trans>
                Do not write here: anyone’s immigration status or health, names of witnesses, plans
                that risk arrest.
              </Trans>
            </p>
          </>
        )}
        readers={
          <Trans>
            It is sealed on this device: only they can read it, not the server in between. Nothing
            is kept here.
          </Trans>
        }
        send={<Trans>Send the ask</Trans>}
        whyNot={{
          Paused: (
            <>
              <p>
                <Trans>
                  It was not sent: {us} has just paused this page. What you wrote is still here: try
                  again later, or copy it.
                </Trans>
              </p>
              <OtherWays words={instead} />
            </>
          ),
          NotThere: over,
          NotALink: over,
        }}
        onSent={() => setSent(true)}
      />
    </article>
  );
}

function OtherWays({ words }: { readonly words: string }) {
  if (words === '') return null;
  return (
    <p className="visit-who" dir="auto">
      {words}
    </p>
  );
}

/** One field of the browser's own instead of eleven circles. */
function Kinds() {
  const id = useId();
  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        <Trans>What kind of support?</Trans>
      </label>
      <select id={id} name="kind" defaultValue="">
        <option value="" />
        {askKinds.map((kind) => (
          <option key={kind} value={kind}>
            {kindWords[kind]}
          </option>
        ))}
      </select>
    </div>
  );
}

/** That it went, who reads it, and what nobody here knows. */
function Taken({ us: name }: { readonly us: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const us = <bdi>{name}</bdi>;
  return (
    <article className="page">
      <h1 ref={heading} tabIndex={-1}>
        <Trans>Your ask is sent.</Trans>
      </h1>
      <p>
        <Trans>
          The core team of {us} reads it and decides. Nobody there knows yet who you are: they may
          first ask you, by the way to reach you that you gave.
        </Trans>
      </p>
      <p>
        <Trans>This page shows no answer. Nothing is kept on this device; you can close it.</Trans>
      </p>
    </article>
  );
}
