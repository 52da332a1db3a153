/** After a removal: whom to warn, the lawyer's number, and what they leave to others, to print and hand on. */
import { partnerFields, readFields } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { LinkButton } from '../../../ui/Link.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { only } from '../../../ui/only.ts';
import { Page } from '../../../ui/Page.tsx';
import { useRecord, useTable } from '../../../ui/workspace.tsx';
import { Handover } from './Handover.tsx';

/** What was opened to partners has people, devices and keys of its own: nothing that is ended here ends there. */
function InOtherWorkspaces() {
  const opened = useTable('partners').flatMap((record) => readFields(partnerFields, record).opened);
  if (opened.length === 0) return null;
  const names = <bdi>{[...new Set(opened.map(({ campaign }) => campaign))].join(' · ')}</bdi>;
  return (
    <Notice kind="care">
      <p>
        <Trans>
          Coalition workspaces were opened from here: {names}. Whoever is in one still reads it, and
          so does a phone that held it. End it there too.
        </Trans>
      </p>
    </Notice>
  );
}

export function Ended({ members }: { readonly members: readonly string[] }) {
  const lawyer = useRecord('emergency', only)?.lawyer;
  return (
    <Page
      title={<Trans>It is done. They read nothing that is written from now on.</Trans>}
      action={
        <>
          <LinkButton to="/people" kind="filled">
            <Trans>People here</Trans>
          </LinkButton>
          <Button onPress={() => window.print()}>
            <Trans>Print this page</Trans>
          </Button>
        </>
      }
    >
      <Notice kind="care">
        <p>
          <Trans>
            If a phone was taken: warn those who were named in it, by another way than that phone.
            Those asked to stand somewhere soon come first.
          </Trans>
        </p>
        {typeof lawyer === 'string' && lawyer !== '' && (
          <p>
            <Trans>
              The lawyer’s number: <bdi dir="ltr">{lawyer}</bdi>
            </Trans>
          </p>
        )}
      </Notice>
      <InOtherWorkspaces />
      {members.length > 0 && <Handover members={members} />}
    </Page>
  );
}
