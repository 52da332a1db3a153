/** *I was invited*, said honestly: joining comes with the next release; meanwhile there is a way on. */
import { Trans } from '@lingui/react/macro';
import { LinkButton } from '../../ui/Link.tsx';
import { Page } from '../../ui/Page.tsx';

export default function Invited() {
  return (
    <Page
      title={<Trans>Joining others comes with the next release.</Trans>}
      action={
        <>
          <LinkButton to="/start" kind="filled">
            <Trans>Start with something real</Trans>
          </LinkButton>
          <LinkButton to="/" kind="quiet">
            <Trans>Back to the beginning</Trans>
          </LinkButton>
        </>
      }
    >
      <p>
        <Trans>
          This version works on one device. It cannot read an invitation yet, and your invitation is
          not used up by trying.
        </Trans>
      </p>
      <p>
        <Trans>
          Tell the person who invited you. Until then you can work here by yourself; what you keep
          now stays yours.
        </Trans>
      </p>
    </Page>
  );
}
