/**
 * What Today begins with until a second person holds keys: what would be lost with this device, as far
 * as can be known here, and the ways to keep it. A backup that was made leaves no trace, so it counts
 * for nothing. Shows nothing where nothing is kept, nor where a kit brings everything back from a server.
 */
import type { KeptWorkspace } from '@alongside/vault/kept';
import { Trans } from '@lingui/react/macro';
import { LinkButton } from './Link.tsx';
import { Notice } from './Notice.tsx';
import { useTogether } from './together.ts';
import { useWorkspace } from './workspace.tsx';

export function LossNotice() {
  const workspace = useWorkspace();
  const here = useTogether();
  if (!here) return null;
  const present = here.now.people.filter(({ active }) => active);
  if (present.length > 1) return null;
  const served = here.now.server.type !== 'NoServer';
  const hasKit = (workspace as KeptWorkspace).hasRecoveryKit();
  if (served && hasKit) return null;
  return (
    <Notice
      kind="care"
      actions={
        <>
          <LinkButton to="/people/invite">
            <Trans>Let a second person in</Trans>
          </LinkButton>
          {hasKit ? (
            <LinkButton to="/settings/backup" kind="quiet">
              <Trans>Make a backup</Trans>
            </LinkButton>
          ) : (
            <LinkButton to="/settings/recovery" kind="quiet">
              <Trans>Write down a recovery kit</Trans>
            </LinkButton>
          )}
        </>
      }
    >
      <p>
        {hasKit ? (
          <Trans>If this phone is lost, what is in no backup is lost.</Trans>
        ) : served ? (
          <Trans>
            Only you hold keys here. Let a second person in, or write down a recovery kit.
          </Trans>
        ) : (
          <Trans>If this phone is lost, everything is lost. Let a second person in.</Trans>
        )}
      </p>
    </Notice>
  );
}
