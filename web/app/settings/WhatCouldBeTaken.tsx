/**
 * *What could be taken?* In three columns: by whoever has the server, by an order addressed to us, by
 * someone who takes an unlocked phone. Made from the tables and the server's store as they are.
 */
import { type Readers, serverLines, tablesReadBy } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Page } from '../../ui/Page.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { serverWords, tableWords } from './taken-words.ts';
import './WhatCouldBeTaken.css';

export default function WhatCouldBeTaken() {
  return (
    <Page wide title={<Trans>Encryption does not protect us from an order addressed to us.</Trans>}>
      <p>
        <Trans>
          So Alongside also writes down as little as it can. This is all there is, and who could
          take it.
        </Trans>
      </p>
      <div className="taken">
        <Column title={<Trans>What the server could hand over</Trans>}>
          <ServerHolds />
          <p className="quiet">
            <Trans>
              No names, no words, no addresses, no times but when some streams end, no log of who
              connected. Someone who runs the server and watches it live also sees from which
              address a device connects, and when.
            </Trans>
          </p>
        </Column>
        <Column title={<Trans>What we could be ordered to hand over ourselves</Trans>}>
          <p>
            <Trans>Everything that one of us can open:</Trans>
          </p>
          <Held readers={['everyone', 'coreTeam', 'planners', 'onlyMe']} />
          <p className="quiet">
            <Trans>
              And what is on paper or in files: recovery kits, backups, prints, exports. If papers
              have been served, stop and call the lawyer first.
            </Trans>
          </p>
        </Column>
        <Column title={<Trans>What a taken, unlocked phone shows</Trans>}>
          <p>
            <Trans>What its person can read. Everyone’s phone:</Trans>
          </p>
          <Held readers={['everyone']} />
          <p>
            <Trans>The core team’s phones also:</Trans>
          </p>
          <Held readers={['coreTeam']} />
          <p>
            <Trans>On the phone of somebody who plans what we can give, also:</Trans>
          </p>
          <Held readers={['planners']} />
          <p>
            <Trans>And their own:</Trans>
          </p>
          <Held readers={['onlyMe']} />
          <p className="quiet">
            <Trans>
              Covered counts as open. Locked, it shows that Alongside is on it, how much is kept and
              when that was written, the language and the look that were chosen, and the lawyer’s
              number if someone chose to show it there.
            </Trans>
          </p>
        </Column>
      </div>
    </Page>
  );
}

function Column({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="stack">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function ServerHolds() {
  const { _ } = useLingui();
  return (
    <Rows label={t`What the server could hand over`}>
      {serverLines.map((line) => (
        <Row key={line}>{_(serverWords[line])}</Row>
      ))}
    </Rows>
  );
}

function Held({ readers }: { readonly readers: readonly Readers[] }) {
  const { _ } = useLingui();
  return (
    <Rows>
      {readers.flatMap(tablesReadBy).map((table) => (
        <Row key={table}>{_(tableWords[table])}</Row>
      ))}
    </Rows>
  );
}
