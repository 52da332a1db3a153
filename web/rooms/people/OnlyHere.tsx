/** People come after something is kept: what to do first. */
import { Trans } from '@lingui/react/macro';
import { LinkButton } from '../../ui/Link.tsx';
import { Page } from '../../ui/Page.tsx';

export function OnlyHere() {
  return (
    <Page
      title={<Trans>Keep this first, then let others in.</Trans>}
      action={
        <LinkButton to="/keep" kind="filled">
          <Trans>Keep this</Trans>
        </LinkButton>
      }
    >
      <p>
        <Trans>Nothing is kept yet, so there is nothing that others could read with you.</Trans>
      </p>
    </Page>
  );
}
