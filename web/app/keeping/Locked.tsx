/** The lock: six words open it. What happens otherwise can be read without them. */
import { Trans } from '@lingui/react/macro';
import { TextLink } from '../../ui/Link.tsx';
import { Page } from '../../ui/Page.tsx';
import type { Session } from '../session/session.ts';

export function Locked({ session }: { readonly session: Extract<Session, { type: 'Locked' }> }) {
  return (
    <Page title={<Trans>Locked.</Trans>}>
      <p>{session.risky && <Trans>Only your six words open it.</Trans>}</p>
      <TextLink to="/if-something-happens">
        <Trans>If something happens</Trans>
      </TextLink>
    </Page>
  );
}
