/** The one living page on a partner or an issue, wherever it is shown: its words, since when they hold, and *still true*. */
import {
  askFields,
  type Day,
  type LongView,
  longViewFields,
  longViewWhileWeighing,
  partnerFields,
  readFields,
  stillTrue,
  trueSince,
  writeLongView,
} from '@alongside/practice';
import { useMemo } from 'react';
import { today } from './days.ts';
import { type KeptWords, useKeptWords } from './useKeptWords.ts';
import { useRecord, useTable, useWorkspace } from './workspace.tsx';

export interface LongViewHere {
  readonly view: LongView;
  /** For the text field. */
  readonly text: KeptWords;
  /** The day from which its words hold. */
  readonly since: Day | null;
  readonly sayStillTrue: () => void;
}

export function useLongView(of: {
  readonly id: string;
  readonly about: 'partner' | 'issue';
}): LongViewHere {
  const workspace = useWorkspace();
  const record = useRecord('longViews', of.id);
  const view = readFields(longViewFields, record ?? { id: of.id });
  const text = useKeptWords(view.text, (words) =>
    workspace.commit(writeLongView(of, words, today()), workspace.coreTeam),
  );
  return {
    view,
    text,
    since: trueSince(view),
    sayStillTrue: () => workspace.commit(stillTrue(of.id, today()), workspace.coreTeam),
  };
}

/** Words on a partner that were typed while an ask of theirs was weighed, where the partner has none; else null. */
export function useLongViewWhileWeighing(partner: string): string | null {
  const asks = useTable('asks');
  const partners = useTable('partners');
  const isEmpty = useRecord('longViews', partner) === undefined;
  return useMemo(
    () =>
      isEmpty
        ? longViewWhileWeighing(
            partner,
            asks.map((record) => readFields(askFields, record)),
            partners.map((record) => readFields(partnerFields, record)),
          )
        : null,
    [isEmpty, partner, asks, partners],
  );
}
