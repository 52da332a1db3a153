/** One of the four pages, made for print: what holds now, in the order of doing it. */
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { TextLink } from '../../ui/Link.tsx';
import { Page } from '../../ui/Page.tsx';
import { useParam } from '../../ui/where.ts';
import { NothingHere } from '../frame/NothingHere.tsx';
import { useMoves, useSession } from '../session/context.tsx';
import { AtTheDoor } from './AtTheDoor.tsx';
import { Attacked } from './Attacked.tsx';
import { Lost } from './Lost.tsx';
import { NoLonger } from './NoLonger.tsx';
import { type EmergencyName, emergencyPages } from './pages.ts';
import { ShownLawyer } from './ShownLawyer.tsx';
import './Emergency.css';

const texts: Readonly<Record<EmergencyName, () => ReactNode>> = {
  lost: Lost,
  'no-longer': NoLonger,
  'at-the-door': AtTheDoor,
  attacked: Attacked,
};

export default function EmergencyPage() {
  const { _ } = useLingui();
  const session = useSession();
  const { lock } = useMoves();
  const name = useParam('page');
  const page = emergencyPages.find((one) => one.name === name);
  if (!page) return <NothingHere />;
  const Text = texts[page.name];
  return (
    <Page
      title={_(page.title)}
      action={
        <>
          {session.type === 'Open' && page.name === 'at-the-door' && (
            <Button kind="filled" onPress={() => void lock('risky')}>
              <Trans>Lock everything now</Trans>
            </Button>
          )}
          <Button onPress={() => window.print()}>
            <Trans>Print this page</Trans>
          </Button>
        </>
      }
    >
      <div className="emergency stack">
        <ShownLawyer />
        <Text />
        <p className="screen-only">
          <TextLink to="/if-something-happens">
            <Trans>The other pages</Trans>
          </TextLink>
        </p>
      </div>
    </Page>
  );
}
