/** Pages that make sense only where something is kept: elsewhere they lead to *Keep this*. */
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { LinkButton } from '../../ui/Link.tsx';
import { Page } from '../../ui/Page.tsx';
import type { KeptWorkspace } from '../open-workspace/vault.ts';
import { useSession } from '../session/context.tsx';

export function KeptOnly({
  children,
}: {
  readonly children: (workspace: KeptWorkspace) => ReactNode;
}) {
  const session = useSession();
  if (session.type === 'Open') return children(session.workspace);
  return (
    <Page
      title={<Trans>Nothing is kept here yet.</Trans>}
      action={
        <LinkButton to="/keep" kind="filled">
          <Trans>Keep this</Trans>
        </LinkButton>
      }
    >
      <p>
        <Trans>First choose to keep what you typed; then this page has something to do.</Trans>
      </p>
    </Page>
  );
}
