/** Pages of asks of ours and what came back through them. */
import {
  type AskPage,
  askPageFields,
  askReplyFields,
  type KeptReply,
  readFields,
} from '@alongside/practice';
import { useMemo } from 'react';
import { today } from '../../../ui/days.ts';
import { useTogether } from '../../../ui/together.ts';
import { useWhere, useWorkspace } from '../../../ui/workspace.tsx';
import { isOurLink } from '../our-link.ts';

/** The newest page of the ask that can be answered still: not taken back, and its last day not past. */
export function useOpenPage(ask: string): AskPage | undefined {
  const records = useWhere('askPages', 'ask', ask);
  return useMemo(
    () =>
      records
        .map((record) => readFields(askPageFields, record))
        .findLast(({ closedOn, until }) => !closedOn && (until ?? '') >= today()),
    [records],
  );
}

/** Whether its link is handed out. */
export function useIsOurs(): (page: AskPage) => boolean {
  const { tables } = useWorkspace();
  const now = useTogether()?.now;
  return ({ id }) => now !== undefined && isOurLink(now, tables, 'askPages', id);
}

/** Answers to the ask, in the order in which they were picked up. */
export function useReplies(ask: string): readonly KeptReply[] {
  const records = useWhere('askReplies', 'ask', ask);
  return useMemo(() => records.map((record) => readFields(askReplyFields, record)), [records]);
}
