/** *If something happens*: four pages to read, print and keep, and the lawyer's number. Needs no words. */
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useContext } from 'react';
import { Button } from '../../ui/Button.tsx';
import { TextLink } from '../../ui/Link.tsx';
import { Page } from '../../ui/Page.tsx';
import { Rows } from '../../ui/Rows.tsx';
import { useOutsideCore } from '../../ui/together.ts';
import { WorkspaceContext } from '../../ui/workspace.tsx';
import { BackToLock } from './BackToLock.tsx';
import { LawyerSetting } from './LawyerSetting.tsx';
import { emergencyPages } from './pages.ts';
import { ShownLawyer } from './ShownLawyer.tsx';

export default function Emergency() {
  const { _ } = useLingui();
  const isOpen = useContext(WorkspaceContext) !== null;
  // The number is the core team's: who is not in it reads what was chosen for the lock screen.
  const isOutside = useOutsideCore();
  return (
    <Page
      title={<Trans>What has happened?</Trans>}
      action={
        <Button onPress={() => window.print()}>
          <Trans>Print this page</Trans>
        </Button>
      }
    >
      <BackToLock />
      <Rows>
        {emergencyPages.map(({ name, title }) => (
          <li key={name}>
            <h2>
              <TextLink to={`/if-something-happens/${name}`}>{_(title)}</TextLink>
            </h2>
          </li>
        ))}
      </Rows>
      <p className="quiet">
        <Trans>
          Each is one page. Print them while all is well, and keep them where you will look.
        </Trans>
      </p>
      {isOpen && !isOutside ? <LawyerSetting /> : <ShownLawyer />}
    </Page>
  );
}
