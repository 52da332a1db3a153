/** That nothing is kept yet, and the way to keep it. Shows nothing in a kept workspace. */
import { Trans } from '@lingui/react/macro';
import { LinkButton } from '../../../ui/Link.tsx';
import { useWorkspace } from '../../../ui/workspace.tsx';

export function KeepThis({ isEnd }: { readonly isEnd: boolean }) {
  const { kind } = useWorkspace();
  if (kind === 'kept') return null;
  return (
    <div className="keep-this stack" data-end={isEnd || undefined}>
      <p>
        <Trans>Nothing is kept until you choose “Keep this”.</Trans>
      </p>
      <LinkButton to="/keep">
        <Trans>Keep this</Trans>
      </LinkButton>
    </div>
  );
}
