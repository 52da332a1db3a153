/**
 * The ask that is being written down: what was pasted, what was found in it, and what the person
 * typed instead. A field the person has touched is theirs; the message never overwrites it.
 *
 * Someone who looks at another page meanwhile finds it all as it was. It lives in memory beside the
 * open workspace and goes with it.
 */
import { type AskKind, type AskRead, type MessageRefused, readMessage } from '@alongside/practice';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { today } from '../../../ui/days.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';

export interface DraftFields {
  readonly from: string;
  readonly what: string;
  readonly mostAffected: string;
  readonly theyAskedFor: string;
  readonly by: string;
  readonly kind: AskKind | null;
}

export interface Draft {
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly fields: DraftFields;
  readonly setField: (given: Partial<DraftFields>) => void;
  /** What was read, or why nothing was; null before anything is pasted. */
  readonly read: AskRead | MessageRefused | null;
  /** Whether the field shows what was found in the message. */
  readonly isFound: (field: keyof DraftFields) => boolean;
  /** Forgets it, once it is written down. */
  readonly finish: () => void;
}

const nothing: DraftFields = {
  from: '',
  what: '',
  mostAffected: '',
  theyAskedFor: '',
  by: '',
  kind: null,
};

interface Unfinished {
  readonly text: string;
  readonly typed: Partial<DraftFields>;
}

const unfinished = new WeakMap<object, Unfinished>();

export function useDraft(): Draft {
  const workspace = useWorkspace();
  const [text, setText] = useState(() => unfinished.get(workspace)?.text ?? '');
  const [typed, setTyped] = useState<Partial<DraftFields>>(
    () => unfinished.get(workspace)?.typed ?? {},
  );
  useEffect(() => {
    unfinished.set(workspace, { text, typed });
  }, [workspace, text, typed]);
  const settled = useDeferredValue(text);
  const read = useMemo(() => (settled === '' ? null : readMessage(settled, today())), [settled]);
  const found: DraftFields =
    read && !('type' in read) ? { ...pick(read), by: read.by ?? '' } : nothing;
  return {
    text,
    setText,
    fields: { ...found, ...typed },
    setField: (given) => setTyped((before) => ({ ...before, ...given })),
    read,
    finish: () => unfinished.delete(workspace),
    isFound: (field) => !(field in typed) && Boolean(found[field]),
  };
}

function pick({ from, what, mostAffected, theyAskedFor, kind }: AskRead): Omit<DraftFields, 'by'> {
  return { from, what, mostAffected, theyAskedFor, kind };
}
