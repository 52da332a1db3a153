/** The banner over a workspace where nothing is kept: a first try, or the example. */
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { LinkButton } from '../../ui/Link.tsx';
import { useGo } from '../../ui/where.ts';
import { useMoves, useSession } from '../session/context.tsx';

export function NothingKept() {
  const session = useSession();
  if (session.type !== 'Passing') return null;
  return session.example ? <ExampleBanner /> : <TryingBanner />;
}

function TryingBanner() {
  return (
    <aside className="banner screen-only" aria-label={t`What is kept`}>
      <span>
        <Trans>Nothing is kept yet.</Trans>
      </span>
      <LinkButton to="/keep" kind="quiet">
        <Trans>Keep this</Trans>
      </LinkButton>
    </aside>
  );
}

function ExampleBanner() {
  const { leaveExample, hasUnkept } = useMoves();
  const [asking, setAsking] = useState(false);
  const go = useGo();
  const leave = async (keepTyped: boolean) => {
    setAsking(false);
    await leaveExample(keepTyped);
    go(keepTyped ? '/keep' : '/', { instead: true });
  };
  return (
    <aside className="banner screen-only" aria-label={t`What is kept`}>
      <span>
        <Trans>This is an example. Its organizations and people are invented.</Trans>
      </span>
      <Button kind="quiet" onPress={() => (hasUnkept() ? setAsking(true) : void leave(false))}>
        <Trans>Leave the example</Trans>
      </Button>
      <Dialog
        title={<Trans>You wrote something here</Trans>}
        isOpen={asking}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button kind="filled" onPress={() => void leave(true)}>
              <Trans>Keep what I typed</Trans>
            </Button>
            <Button kind="plain" onPress={() => void leave(false)}>
              <Trans>Leave it all behind</Trans>
            </Button>
          </>
        }
      >
        <p>
          <Trans>The invented organizations go. What you typed can come with you.</Trans>
        </p>
      </Dialog>
    </aside>
  );
}
