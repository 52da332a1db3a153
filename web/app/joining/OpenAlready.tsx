/** Something is open here: it has to be closed before another workspace can be entered. */
import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/Link.tsx';
import { Page } from '../../ui/Page.tsx';
import { useMoves, useSession } from '../session/context.tsx';

export function OpenAlready() {
  const session = useSession();
  const { lock } = useMoves();
  if (session.type === 'Open')
    return (
      <Page
        title={<Trans>A workspace is open here. Lock it first, then go on.</Trans>}
        action={
          <Button kind="filled" onPress={() => void lock()}>
            <Trans>Lock and go on</Trans>
          </Button>
        }
      >
        <p>
          <Trans>What is open stays as it is, sealed under its own six words.</Trans>
        </p>
      </Page>
    );
  return (
    <Page
      title={<Trans>Something is written here that is not kept yet.</Trans>}
      action={
        <LinkButton to="/keep" kind="filled">
          <Trans>Keep this first</Trans>
        </LinkButton>
      }
    >
      <p>
        <Trans>Keep it, or close this tab to leave it; then open the invitation again.</Trans>
      </p>
    </Page>
  );
}
