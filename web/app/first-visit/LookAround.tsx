/** Opens the example and goes to its Today. */
import { Trans } from '@lingui/react/macro';
import { useEffect } from 'react';
import { useGo } from '../../ui/where.ts';
import { useMoves, useSession } from '../session/context.tsx';

export default function LookAround() {
  const session = useSession();
  const { lookAround } = useMoves();
  const go = useGo();
  useEffect(() => {
    if (session.type === 'Doors') void lookAround().then(() => go('/', { instead: true }));
    else go('/', { instead: true });
  }, [session.type, lookAround, go]);
  return (
    <p className="hidden-words" role="status">
      <Trans>Opening the example</Trans>
    </p>
  );
}
