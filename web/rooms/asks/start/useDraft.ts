/**
 * The ask that is being written down: what was pasted, what was found in it, and what the person
 * typed instead. A field the person has touched is theirs; the message never overwrites it.
 */
import { type AskKind, type AskRead, type MessageRefused, readMessage } from '@alongside/practice';
import { useDeferredValue, useMemo, useState } from 'react';
import { today } from '../../../ui/days.ts';

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
}

const nothing: DraftFields = {
  from: '',
  what: '',
  mostAffected: '',
  theyAskedFor: '',
  by: '',
  kind: null,
};

export function useDraft(): Draft {
  const [text, setText] = useState('');
  const [typed, setTyped] = useState<Partial<DraftFields>>({});
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
    isFound: (field) => !(field in typed) && Boolean(found[field]),
  };
}

function pick({ from, what, mostAffected, theyAskedFor, kind }: AskRead): Omit<DraftFields, 'by'> {
  return { from, what, mostAffected, theyAskedFor, kind };
}
