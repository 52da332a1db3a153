/** What the link leads to: an ask of somebody's, a call to members, a page that takes asks, a weighing, or a sentence on why it leads nowhere. */
import {
  readAskNotice,
  readCallNotice,
  readPublicNotice,
  readWeighNotice,
} from '@alongside/practice';
import type { Visit as Visited, VisitRefusal } from '@alongside/vault/visit';
import { I18nProvider, useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { AskVisit } from './AskVisit.tsx';
import { CallVisit } from './CallVisit.tsx';
import { PublicVisit } from './PublicVisit.tsx';
import { i18n, languages, speak, spoken } from './speak.ts';
import { WeighVisit } from './WeighVisit.tsx';
import '../ui/Button.css';
import '../ui/Choices.css';
import '../ui/Field.css';
import '../ui/Notice.css';
import '../ui/Page.css';
import './Visit.css';

export interface VisitProps {
  readonly found: Visited | VisitRefusal;
  /** Reads the link once more. */
  readonly again: () => Promise<Visited | VisitRefusal>;
}

export function Visit({ found, again }: VisitProps) {
  const [now, setNow] = useState(found);
  return (
    <I18nProvider i18n={i18n}>
      <div className="plain visit">
        <main id="main">
          <Shown found={now} read={again} again={() => void again().then(setNow)} />
        </main>
        <footer>
          <Languages />
        </footer>
      </div>
    </I18nProvider>
  );
}

function Shown({
  found,
  read,
  again,
}: {
  readonly found: VisitProps['found'];
  readonly read: VisitProps['again'];
  readonly again: () => void;
}) {
  if ('type' in found) return <Nowhere refusal={found} again={again} />;
  const ask = readAskNotice(found.says);
  if (ask) return <AskVisit notice={ask} answer={found.answer} />;
  const call = readCallNotice(found.says);
  if (call) return <CallVisit notice={call} answer={found.answer} />;
  const page = readPublicNotice(found.says);
  if (page) return <PublicVisit notice={page} read={read} />;
  const weigh = readWeighNotice(found.says);
  if (weigh) return <WeighVisit notice={weigh} answer={found.answer} />;
  return <Nowhere refusal={{ type: 'NotThere' }} again={again} />;
}

function Nowhere({
  refusal,
  again,
}: {
  readonly refusal: VisitRefusal;
  readonly again: () => void;
}) {
  if (refusal.type === 'ServerAway') {
    return (
      <article className="page">
        <h1>
          <Trans>The server cannot be reached right now.</Trans>
        </h1>
        <p>
          <Trans>Your link is fine. Try again once there is a network.</Trans>
        </p>
        <div className="page-action row">
          <button type="button" className="button" data-kind="filled" onClick={again}>
            <Trans>Try again</Trans>
          </button>
        </div>
      </article>
    );
  }
  return (
    <article className="page">
      <h1>
        {refusal.type === 'NotALink' ? (
          <Trans>A part of this link is missing.</Trans>
        ) : (
          <Trans>This page is over, or was taken back.</Trans>
        )}
      </h1>
      <p>
        {refusal.type === 'NotALink' ? (
          <Trans>Open it once more from the message, or ask for it again.</Trans>
        ) : (
          <Trans>Whoever sent you the link knows what became of it.</Trans>
        )}
      </p>
    </article>
  );
}

/** The languages by their own names: a person who cannot read this page can still change it. */
function Languages() {
  const { i18n: now } = useLingui();
  return (
    <div className="language-line">
      {spoken.map((language) => (
        <button
          key={language}
          type="button"
          className="button own-name"
          data-kind="quiet"
          lang={language}
          aria-current={now.locale === language}
          onClick={() => void speak(language)}
        >
          {languages[language].name}
        </button>
      ))}
    </div>
  );
}
