/** The parts of an ask's page: one at a time on a phone, all together on a desk. */
import type { AskSize } from '@alongside/practice';
import { useCallback, useState } from 'react';
import { useGo, useSearchParam } from '../../../ui/where.ts';

const questions = ['contribution', 'long-term', 'engagement'] as const;
export type PartName = 'ask' | (typeof questions)[number] | 'answer' | 'reply' | 'after';

/** The questions are parts of a hard ask; what we promised and learned is one once there is a yes. */
export function partsOf(size: AskSize, hasAfter: boolean): readonly PartName[] {
  return [
    'ask',
    ...(size === 'hard' ? questions : []),
    'answer',
    'reply',
    ...(hasAfter ? (['after'] as const) : []),
  ];
}

export interface Parts {
  readonly current: PartName;
  /** Counted from 1, of all parts. */
  readonly number: number;
  readonly count: number;
  readonly next: PartName | undefined;
  readonly before: PartName | undefined;
  readonly open: (part: PartName) => void;
}

/**
 * The part in the address (`?part=answer`), so that Back goes to the one before; else where the ask stood
 * when it was opened.
 */
export function useParts(ask: string, parts: readonly PartName[], stands: PartName): Parts {
  // Answering it here does not turn the page.
  const [opened, setOpened] = useState({ ask, stands });
  if (opened.ask !== ask) setOpened({ ask, stands });
  const asked = useSearchParam('part') ?? opened.stands;
  const go = useGo();
  const at = Math.max(0, (parts as readonly (string | undefined)[]).indexOf(asked));
  const open = useCallback(
    (part: PartName) => {
      go(`/asks/${ask}?part=${part}`, { instead: true });
      requestAnimationFrame(() => {
        const heading = document.getElementById(`part-${part}`);
        heading?.focus({ preventScroll: true });
        heading?.scrollIntoView({ block: 'nearest' });
      });
    },
    [go, ask],
  );
  return {
    current: parts[at] ?? 'ask',
    number: at + 1,
    count: parts.length,
    next: parts[at + 1],
    before: parts[at - 1],
    open,
  };
}
