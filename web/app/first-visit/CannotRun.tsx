/** Where the browser or the address cannot keep anything private: said plainly, and nothing starts. */
import { Trans } from '@lingui/react/macro';
import { Page } from '../../ui/Page.tsx';
import { Plain } from '../frame/Plain.tsx';

export default function CannotRun({
  because,
}: {
  readonly because: 'no-secure-context' | 'too-old';
}) {
  return (
    <Plain>
      {because === 'no-secure-context' ? (
        <Page title={<Trans>This address is not private enough to start.</Trans>}>
          <p>
            <Trans>
              The page came over a connection that others can read or change. Alongside stopped
              before asking you for anything.
            </Trans>
          </p>
          <p>
            <Trans>
              Ask the person who runs this server for an address that begins with https, or open it
              on the same machine.
            </Trans>
          </p>
        </Page>
      ) : (
        <Page title={<Trans>This browser is too old to keep things private.</Trans>}>
          <p>
            <Trans>
              Alongside needs signatures and encryption that this browser does not have. Nothing was
              kept and nothing was sent.
            </Trans>
          </p>
          <p>
            <Trans>A current Firefox, Chrome, Edge or Safari will do, on a phone too.</Trans>
          </p>
        </Page>
      )}
    </Plain>
  );
}
