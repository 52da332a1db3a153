/**
 * The ask that is being written down, for its page. Someone who looks at another page meanwhile finds
 * it all as it was.
 */
import type { AskRead, MessageRefused } from '@alongside/practice';
import type { Audience } from '@alongside/vault';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { today } from '../../../ui/days.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { beginDraft, type DraftFields, daysOf, holdUnfinished } from './unfinished.ts';
import { fieldsOf, foundIn, readDraft, writeAsk } from './write-ask.ts';

export interface Draft {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly fields: DraftFields;
  readonly setField: (given: Partial<DraftFields>) => void;
  /** What was read, or why nothing was; null before anything is pasted. */
  readonly read: AskRead | MessageRefused | null;
  /** Whether the field shows what was found in the message. */
  readonly isFound: (field: keyof DraftFields) => boolean;
  /** Writes the ask down for these readers and gives its id. */
  readonly write: (audience: Audience) => string;
}

export function useDraft(): Draft {
  const workspace = useWorkspace();
  const [begun] = useState(() => beginDraft(workspace));
  const [text, setText] = useState(begun.text);
  const [typed, setTyped] = useState(begun.typed);
  const { came } = begun;
  useEffect(() => {
    holdUnfinished(workspace, { text, typed, came });
  }, [workspace, text, typed, came]);
  const settled = useDeferredValue(text);
  const read = useMemo(() => readDraft(settled, today()), [settled]);
  const found = foundIn(read);
  const draft = { text, typed, came };
  return {
    text,
    setText,
    fields: fieldsOf(draft, read),
    setField: (given) => setTyped((before) => ({ ...before, ...given })),
    read,
    write: (audience) => writeAsk(workspace, audience),
    isFound: (field) => !(field in typed) && !(field in daysOf(draft)) && Boolean(found[field]),
  };
}
