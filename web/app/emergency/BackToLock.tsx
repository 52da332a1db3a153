/** The way back for whoever reads these pages with nothing open. */
import { Trans } from '@lingui/react/macro';
import { TextLink } from '../../ui/Link.tsx';
import { useSession } from '../session/context.tsx';

export function BackToLock() {
  const session = useSession();
  if (session.type !== 'Locked' && session.type !== 'Doors') return null;
  return (
    <p className="screen-only">
      <TextLink to="/">
        {session.type === 'Locked' ? (
          <Trans>Back to the lock</Trans>
        ) : (
          <Trans>Back to the beginning</Trans>
        )}
      </TextLink>
    </p>
  );
}
