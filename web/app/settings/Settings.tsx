/** Settings: how this device shows things, how the workspace counts days, and what keeps it safe. */
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { TextLink } from '../../ui/Link.tsx';
import { Page } from '../../ui/Page.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { askForCover } from '../cover/ask-for-cover.ts';
import { OfferCode } from '../cover/OfferCode.tsx';
import { useMoves, useSession } from '../session/context.tsx';
import { KeptFor } from './KeptFor.tsx';
import { LookSettings } from './LookSettings.tsx';
import { MyName } from './MyName.tsx';
import { SpaceSettings } from './SpaceSettings.tsx';

export default function Settings() {
  const session = useSession();
  const isKept = session.type === 'Open';
  return (
    <Page title={<Trans>How Alongside works for you.</Trans>}>
      <LookSettings />
      {isKept && (
        <>
          <MyName />
          <Locking />
        </>
      )}
      <h2>
        <Trans>Keeping it safe</Trans>
      </h2>
      <Rows>
        {safetyPages(isKept).map(({ path, name, note }) => (
          <li key={path}>
            <TextLink to={path}>{name}</TextLink>
            <p className="quiet">{note}</p>
          </li>
        ))}
      </Rows>
      <SpaceSettings />
      {isKept && <KeptFor />}
      <h2>
        <Trans>More</Trans>
      </h2>
      <Rows>
        <li>
          <TextLink to="/settings/about">{t`About Alongside`}</TextLink>
        </li>
        {isKept && (
          <li>
            <TextLink to="/settings/erase">{t`Erase this workspace from this device`}</TextLink>
          </li>
        )}
      </Rows>
    </Page>
  );
}

function safetyPages(isKept: boolean) {
  const out = {
    path: '/settings/export',
    name: t`Take everything with you`,
    note: t`As a file that people can read, and one that programs can.`,
  };
  if (!isKept)
    return [{ path: '/keep', name: t`Keep this`, note: t`A name, and six words on paper.` }, out];
  return [
    {
      path: '/settings/recovery',
      name: t`Recovery kit`,
      note: t`Twelve words on paper that bring you back when the six are lost.`,
    },
    {
      path: '/settings/trustees',
      name: t`Two people I trust`,
      note: t`Together they let you back in when every device is gone; one alone cannot.`,
    },
    {
      path: '/settings/backup',
      name: t`Backup`,
      note: t`One sealed file with everything, for a drawer or another device.`,
    },
    {
      path: '/settings/server',
      name: t`The server`,
      note: t`Which one passes on what you write, and whether it is reached.`,
    },
    {
      path: '/settings/workspace',
      name: t`This workspace`,
      note: t`What it is called, and how to open another.`,
    },
    { path: '/settings/words', name: t`New six words`, note: t`The old ones then open nothing.` },
    {
      path: '/settings/erase-for-good',
      name: t`Erase for good what was deleted`,
      note: t`On the server and on everyone’s devices, by new keys.`,
    },
    out,
    {
      path: '/settings/what-could-be-taken',
      name: t`What could be taken?`,
      note: t`By whoever has the server, by an order to us, by someone who takes a phone.`,
    },
  ];
}

function Locking() {
  const { lock } = useMoves();
  const [choosing, setChoosing] = useState(false);
  return (
    <section className="stack">
      <h2>
        <Trans>Lock and cover</Trans>
      </h2>
      <div className="row">
        <Button onPress={() => void lock()}>
          <Trans>Lock</Trans>
        </Button>
        <Button onPress={askForCover}>
          <Trans>Cover</Trans>
        </Button>
        <Button onPress={() => setChoosing(true)}>
          <Trans>Choose six digits</Trans>
        </Button>
        <Button kind="grave" onPress={() => void lock('risky')}>
          <Trans>Going somewhere risky</Trans>
        </Button>
      </div>
      <p className="quiet">
        <Trans>
          Covered, six digits bring the page back; a phone that is taken while covered counts as
          open. Locked, only your six words open it. It locks by itself after eight unused hours,
          and whenever the browser closes.
        </Trans>
      </p>
      {choosing && <OfferCode asked onDone={() => setChoosing(false)} />}
    </section>
  );
}
