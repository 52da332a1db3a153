/** What the workspace knows beside one ask, from the tables, by index: a movement's years of records are not read for it. */
import {
  type Ask,
  askFields,
  type BetweenKnown,
  betweenKnown,
  betweenUs,
  contactFields,
  conversationFields,
  folded,
  lastTimes,
  partnerFields,
  partnerOf,
  promiseFields,
  type RoomKnown,
  readFields,
  roomKnown,
  tieFields,
  type WhyOurs,
  whyOurs,
} from '@alongside/practice';
import type { Tables } from '@alongside/vault';
import { useMemo } from 'react';
import { today } from '../../../ui/days.ts';
import { readWeeks } from '../../../ui/weeks.ts';
import { useTable, useWorkspace } from '../../../ui/workspace.tsx';

export interface Know {
  /** The partner's record, where they are one. */
  readonly partner: string | null;
  readonly between: BetweenKnown | null;
  readonly room: RoomKnown;
  readonly why: WhyOurs | null;
  readonly lastTimes: readonly Ask[];
}

/** Null where nothing was ever written down: on a first try there is nothing to know. */
export function useKnow(ask: Ask | undefined): Know | null {
  const { tables, kind } = useWorkspace();
  const changing = [
    useTable('asks'),
    useTable('partners'),
    useTable('contacts'),
    useTable('conversations'),
    useTable('promises'),
    useTable('ties'),
    useTable('workLines'),
    useTable('givenSums'),
    useTable('datesToKeep'),
  ];
  return useMemo(() => {
    const isEmpty = kind === 'passing' && tables.all('partners').length === 0;
    return ask && !isEmpty ? know(tables, ask) : null;
  }, [tables, kind, ask, ...changing]);
}

function know(tables: Tables, ask: Ask): Know {
  const day = today();
  const named = tables.all('partners').map((record) => readFields(partnerFields, record));
  const partner = partnerOf(ask, named);
  const theirName = folded(ask.from);
  const isTheirs = (other: Readonly<Record<string, unknown>>) =>
    (partner !== null && other.partner === partner) ||
    (theirName !== '' && typeof other.from === 'string' && folded(other.from) === theirName);
  const others = tables.all('asks').filter((record) => record.id !== ask.id);
  const theirs = others.filter(isTheirs).map((record) => readFields(askFields, record));
  const alike = ask.kind === null ? [] : others.filter((record) => record.kind === ask.kind);
  const answered = [
    ...theirs,
    ...alike.filter((record) => !isTheirs(record)).map((record) => readFields(askFields, record)),
  ].filter(({ direction }) => direction === 'asked-of-us');
  const of = (table: string) => (partner === null ? [] : tables.where(table, 'partner', partner));
  const between = betweenUs(
    { ids: partner === null ? [] : [partner], isNamed: (name) => folded(name) === theirName },
    {
      asks: theirs,
      promises: theirs.flatMap(({ id }) =>
        tables.where('promises', 'ask', id).map((record) => readFields(promiseFields, record)),
      ),
      contacts: of('contacts').map((record) => readFields(contactFields, record)),
      conversations: of('conversations').map((record) => readFields(conversationFields, record)),
    },
  );
  return {
    partner,
    between: betweenKnown(between, day),
    room: roomKnown(ask, readWeeks(tables).rows, day),
    why: whyOurs(
      ask,
      tables.all('ties').map((record) => readFields(tieFields, record)),
    ),
    lastTimes: lastTimes(ask, answered, isTheirs),
  };
}
