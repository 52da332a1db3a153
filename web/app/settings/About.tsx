/** What this is, which version, and on whose work it stands. */
import { Trans } from '@lingui/react/macro';
import { Page } from '../../ui/Page.tsx';
import { version } from '../version.ts';

export default function About() {
  return (
    <Page title={<Trans>Alongside keeps what communities promise each other.</Trans>}>
      <p>
        <Trans>
          A private place in which organizations practise solidarity. Everything is sealed on your
          device; no account, no tracking, no request to anyone else.
        </Trans>
      </p>
      <p>
        <Trans>Version {version}, free under the Apache License 2.0.</Trans>
      </p>
      <p>
        <Trans>
          The shape of a story, the three guiding questions and the one-hour discussion come from a
          public series of solidarity stories told by Asian American and Pacific Islander leaders.
          We thank them.
        </Trans>
      </p>
      <p>
        <Trans>
          Set in Atkinson Hyperlegible Next, Source Serif 4, Noto Sans Arabic and Noto Nastaliq
          Urdu, each under the SIL Open Font License. Built with React, React Aria, TanStack Router,
          Lingui, MiniSearch and Yjs, under the MIT and Apache licenses.
        </Trans>
      </p>
      <p className="quiet">
        <Trans>The Spanish and the Arabic have not yet been read by native speakers.</Trans>
      </p>
    </Page>
  );
}
