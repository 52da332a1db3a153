/**
 * The ask that is being written down, for its page. Someone who looks at another page meanwhile finds
 * it all as it was.
 */
import type { AskRead, MessageRefused } from '@alongside/practice';
import type { Audience } from '@alongside/vault';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { today } from '../../../ui/days.ts';
import { takePasted } from '../../../ui/pasted.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { type DraftFields, holdUnfinished, type Unfinished, unfinishedIn } from './unfinished.ts';
import { foundIn, readDraft, writeAsk } from './write-ask.ts';

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

/** What was left here, else what came with the address: a day that came beside the message is as one that was typed. */
function begin(workspace: object): Unfinished {
  const left = unfinishedIn(workspace);
  if (left.text !== '') return left;
  const { text, by, on } = takePasted();
  return {
    text,
    typed: { ...left.typed, ...(by !== '' && { by }) },
    ...(on !== '' && { on }),
  };
}

export function useDraft(): Draft {
  const workspace = useWorkspace();
  const [begun] = useState(() => begin(workspace));
  const [text, setText] = useState(begun.text);
  const [typed, setTyped] = useState(begun.typed);
  const [on, setOn] = useState(begun.on);
  useEffect(() => {
    holdUnfinished(workspace, { text, typed, ...(on && { on }) });
  }, [workspace, text, typed, on]);
  const settled = useDeferredValue(text);
  const read = useMemo(() => readDraft(settled, today()), [settled]);
  const found = foundIn(read);
  return {
    text,
    setText(words) {
      setText(words);
      // Another message than the one it came with.
      if (words === '') setOn(undefined);
    },
    fields: { ...found, ...typed },
    setField: (given) => setTyped((before) => ({ ...before, ...given })),
    read,
    write: (audience) => writeAsk(workspace, audience),
    isFound: (field) => !(field in typed) && Boolean(found[field]),
  };
}
