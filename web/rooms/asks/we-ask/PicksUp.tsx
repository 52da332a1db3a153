/** Picks up what was answered to asks of ours, now and again while the workspace is open and the server is there. */
import { keepReply } from '@alongside/practice';
import { useEffect } from 'react';
import { today } from '../../../ui/days.ts';
import { useTogether } from '../../../ui/together.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { usePages } from './useOurs.ts';

/** Milliseconds between two looks. */
const looks = 30_000;

export function PicksUp() {
  const workspace = useWorkspace();
  const here = useTogether();
  const pages = usePages();
  const isReached = here?.now.server.type === 'Reached';
  const together = here?.together;
  useEffect(() => {
    if (!together || !isReached || pages.length === 0) return;
    let gone = false;
    let timer: number | undefined;
    const look = async () => {
      for (const page of pages) {
        if (!page.secret || (page.until ?? '') < today()) continue;
        const read = await together.intakes.look(page.secret);
        if (gone) return;
        if (read.type !== 'IntakeRead') break;
        for (const reply of read.replies) {
          if (workspace.tables.get('askReplies', reply.id)) continue;
          const changes = keepReply(reply, page, today());
          if (changes.length > 0) workspace.commit(changes, workspace.coreTeam);
        }
      }
      if (!gone) timer = window.setTimeout(() => void look(), looks);
    };
    void look();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [workspace, together, isReached, pages]);
  return null;
}
