/**
 * What Today begins with until a second person holds keys: that everything hangs on this device, and
 * the way to keep it from being lost. Shows nothing in a workspace where nothing is kept.
 */
import { Trans } from '@lingui/react/macro';
import { LinkButton } from './Link.tsx';
import { Notice } from './Notice.tsx';
import { useWorkspace } from './workspace.tsx';

export function LossNotice() {
  const { kind } = useWorkspace();
  if (kind === 'passing') return null;
  return (
    <Notice
      kind="care"
      actions={
        <LinkButton to="/settings/recovery">
          <Trans>Write down a recovery kit</Trans>
        </LinkButton>
      }
    >
      <p>
        <Trans>If this phone is lost, everything is lost. Let a second person in.</Trans>
      </p>
      <p className="quiet">
        <Trans>
          Letting a second person in comes with the next release. Until then, a recovery kit and a
          backup bring everything back.
        </Trans>
      </p>
    </Notice>
  );
}
