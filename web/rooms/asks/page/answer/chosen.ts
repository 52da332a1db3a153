/**
 * The answer that is chosen and not kept yet. It decides nothing and nobody else sees it; it lives in memory
 * beside the open workspace, so that it is still there after a look at another page, and goes with it.
 */
import { type Answer, type Ask, answerAsk } from '@alongside/practice';
import type { Workspace } from '@alongside/vault';
import { useState } from 'react';
import { today } from '../../../../ui/days.ts';
import { useWorkspace } from '../../../../ui/workspace.tsx';

const held = new WeakMap<Workspace, Map<string, Answer>>();

export interface Chosen {
  /** What the radio shows: what is chosen, else what was kept. */
  readonly answer: Answer | null;
  /** It is not what was kept, and the choice is on the page: another way of deciding keeps nothing of it. */
  readonly isNew: boolean;
  /** Says that the choice is on the page, or no longer. */
  readonly offer: (isOffered: boolean) => void;
  readonly choose: (answer: Answer) => void;
  readonly keep: () => void;
}

export function useChosen(ask: Ask | undefined, how: 'alone' | 'together'): Chosen {
  const workspace = useWorkspace();
  const [, redraw] = useState(0);
  const [isOffered, offer] = useState(false);
  const kept = ask?.answer ?? null;
  const chosen = (ask && held.get(workspace)?.get(ask.id)) ?? null;
  return {
    answer: chosen ?? kept,
    isNew: isOffered && chosen !== null && chosen !== kept,
    offer,
    choose(answer) {
      if (!ask) return;
      const here = held.get(workspace) ?? new Map<string, Answer>();
      held.set(workspace, here.set(ask.id, answer));
      redraw((count) => count + 1);
    },
    keep() {
      if (!ask || chosen === null) return;
      held.get(workspace)?.delete(ask.id);
      workspace.commit(answerAsk(ask.id, chosen, today(), { how }), workspace.coreTeam);
      redraw((count) => count + 1);
    },
  };
}
