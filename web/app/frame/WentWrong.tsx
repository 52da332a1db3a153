/** A page that could not be shown: what is safe, and what to do. Never shows what the program said. */
import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/Link.tsx';
import { Page } from '../../ui/Page.tsx';

export function WentWrong({ reset }: { readonly reset?: () => void }) {
  return (
    <Page
      title={<Trans>This page could not be shown.</Trans>}
      action={
        <>
          <Button kind="filled" onPress={() => (reset ? reset() : window.location.reload())}>
            <Trans>Try once more</Trans>
          </Button>
          <LinkButton to="/" kind="quiet">
            <Trans>Go to Today</Trans>
          </LinkButton>
        </>
      }
    >
      <p>
        <Trans>
          The mistake is ours. What was saved is still saved; what you were just typing may not be.
        </Trans>
      </p>
    </Page>
  );
}
