/** An address that leads nowhere. */
import { Trans } from '@lingui/react/macro';
import { LinkButton } from '../../ui/Link.tsx';
import { Page } from '../../ui/Page.tsx';

export function NothingHere() {
  return (
    <Page
      title={<Trans>There is nothing at this address.</Trans>}
      action={
        <LinkButton to="/" kind="filled">
          <Trans>Go to Today</Trans>
        </LinkButton>
      }
    >
      <p>
        <Trans>What you keep is where it was. The address may be old, or cut short.</Trans>
      </p>
    </Page>
  );
}
