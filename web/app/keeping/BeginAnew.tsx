/**
 * The last way on for someone who has neither words, kit nor backup: erase what is sealed here and begin
 * anew. It cannot be undone, so it says what goes and asks.
 */
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useGo } from '../../ui/where.ts';
import { showLawyer } from '../emergency/shown-lawyer.ts';
import { type Refusal, refusalSentence } from '../refusal-sentences.tsx';
import { useMoves } from '../session/context.tsx';
import { EraseDialog } from '../settings/EraseDialog.tsx';

export function BeginAnew() {
  const { eraseSealed } = useMoves();
  const go = useGo();
  const [asking, setAsking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const goAhead = async () => {
    setAsking(false);
    const refused = await eraseSealed();
    setRefusal(refused);
    if (refused) return;
    showLawyer('');
    go('/', { instead: true });
  };
  return (
    <section className="stack">
      <p className="quiet">
        <Trans>
          With neither, what is kept here stays sealed: nobody can open it, we included. Look for
          the paper once more; a friend may have a backup.
        </Trans>
      </p>
      <Button kind="grave" onPress={() => setAsking(true)}>
        <Trans>Erase it and begin anew</Trans>
      </Button>
      {refusal && (
        <Notice kind="grave" announced>
          <p>{refusalSentence(refusal)}</p>
        </Notice>
      )}
      <EraseDialog isOpen={asking} onClose={() => setAsking(false)} onErase={() => void goAhead()}>
        <p>
          <Trans>
            Everything that is sealed on this device goes, and nothing can bring it back but a
            backup.
          </Trans>
        </p>
      </EraseDialog>
    </section>
  );
}
