/** Where a story is not, or no longer. */
import { Trans } from '@lingui/react/macro';
import { LinkButton } from '../../ui/Link.tsx';
import { Page } from '../../ui/Page.tsx';

export function NoSuchStory() {
  return (
    <Page
      title={<Trans>This story is not here.</Trans>}
      action={
        <LinkButton to="/stories" kind="filled">
          <Trans>See the stories</Trans>
        </LinkButton>
      }
    >
      <p>
        <Trans>It may have been taken out, or it was never kept on this device.</Trans>
      </p>
    </Page>
  );
}
