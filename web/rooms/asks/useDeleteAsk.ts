/** Deleting an ask from its page: its links end first, since they are ended there and nowhere else. */
import type { Change } from '@alongside/practice';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { t } from '@lingui/core/macro';
import { useKeepsEverything } from '../../ui/KeepingNotice.tsx';
import { type Asking, useAsking } from '../../ui/useAsking.ts';
import { useDelete } from '../../ui/useDelete.ts';
import { useWorkspace } from '../../ui/workspace.tsx';
import { endLinksOf } from './end-links-of.ts';

/** `withIt` goes at the same time and comes back with it; a link does not come back. */
export function useDeleteAsk(): {
  readonly deleteAsk: (ask: string, withIt?: readonly Change[]) => void;
  readonly asking: Asking;
} {
  const workspace = useWorkspace();
  const deleteIt = useDelete();
  const asking = useAsking();
  const keeps = useKeepsEverything();
  const deleteAsk = (ask: string, withIt: readonly Change[] = []) => {
    const go = (said: string) => deleteIt('asks', ask, said, '/asks', withIt);
    // While everything is kept, all that it does is to say so: no link ends.
    if (keeps || workspace.kind !== 'kept') return go(t`The ask is deleted.`);
    void asking.run(async () => {
      const ended = await endLinksOf(workspace as KeptWorkspace, ask);
      if (ended.type !== 'LinksEnded') return ended;
      go(
        ended.count === 0
          ? t`The ask is deleted.`
          : t`The ask is deleted. Its link is over, and stays over.`,
      );
      return undefined;
    });
  };
  return { deleteAsk, asking };
}
