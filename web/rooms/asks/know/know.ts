/** What the workspace knows beside one ask, from the tables, by index: a movement's years of records are not read for it. */
import {
  type Ask,
  allOf,
  asAnswered,
  askFields,
  askReplyFields,
  type BetweenKnown,
  betweenKnown,
  betweenUs,
  contactFields,
  conversationFields,
  type Day,
  folded,
  lastTimes,
  type MaybeSame,
  MOST_TIMES,
  partnerOf,
  promiseFields,
  type RoomKnown,
  readFields,
  roomKnown,
  standsFor,
  tieFields,
  type WhyOurs,
  whyOurs,
} from '@alongside/practice';
import type { StoredRecord, Tables } from '@alongside/vault';
import { readWeeks } from '../../../ui/weeks.ts';

export interface Know {
  /** The partner's record, where they are one. */
  readonly partner: string | null;
  readonly between: BetweenKnown | null;
  readonly room: RoomKnown;
  readonly why: WhyOurs | null;
  readonly lastTimes: readonly Ask[];
}

/** As of that day. */
export function know(tables: Tables, ask: Ask, day: Day): Know {
  const { partners, stands } = namedIn(tables.all('partners'));
  const named = partnerOf(ask, partners);
  const partner = named === null ? null : (stands.get(named) ?? named);
  // Written down twice and made one: what is tied to either is theirs.
  const ids = partner === null ? [] : allOf(partner, stands);
  const theirName = folded(ask.from);
  const isTheirs = (other: Readonly<Record<string, unknown>>) =>
    (typeof other.partner === 'string' && ids.includes(other.partner)) ||
    (theirName !== '' && typeof other.from === 'string' && folded(other.from) === theirName);
  const others = tables.all('asks').filter((record) => record.id !== ask.id);
  const replies = tables
    .all('askReplies')
    .filter(isTheirs)
    .map((record) => readFields(askReplyFields, record));
  const answeredByThem = new Set(replies.map(({ ask: ours }) => ours));
  const theirs = asAnswered(
    others
      .filter((record) => isTheirs(record) || answeredByThem.has(record.id))
      .map((record) => readFields(askFields, record)),
    replies,
  );
  const alike = ask.kind === null ? [] : tables.where('asks', 'kind', ask.kind);
  const answered = [
    ...theirs.filter(({ direction }) => direction === 'asked-of-us'),
    ...lastAnswered(alike.filter((record) => record.id !== ask.id && !isTheirs(record))),
  ];
  const of = (table: string) => ids.flatMap((id) => tables.where(table, 'partner', id));
  const between = betweenUs(
    {
      ids,
      isNamed: (name) => folded(name) === theirName,
      isKnown: (id) => stands.has(id),
    },
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
    room: roomKnown(ask, readWeeks(tables, day).rows, day),
    why: whyOurs(
      ask,
      tables.all('ties').map((record) => readFields(tieFields, record)),
    ),
    lastTimes: lastTimes(ask, answered, isTheirs),
  };
}

interface Named {
  readonly partners: readonly (MaybeSame & { readonly name: string })[];
  readonly stands: ReadonlyMap<string, string>;
}

/** The list is the same until a partner changes. */
const namedBefore = new WeakMap<readonly StoredRecord[], Named>();

/** Partners by their names alone, and who stands for whom: to read five thousand whole would take longer than all else. */
export function namedIn(records: readonly StoredRecord[]): Named {
  const known = namedBefore.get(records);
  if (known) return known;
  const partners = records.map(({ id, name, sameAs }) => ({
    id,
    name: typeof name === 'string' ? name : '',
    sameAs: typeof sameAs === 'string' ? sameAs : null,
  }));
  const named = { partners, stands: standsFor(partners) };
  namedBefore.set(records, named);
  return named;
}

/** As many asks of us as are told of, those answered last; older ones are not even read. */
function lastAnswered(records: readonly StoredRecord[]): readonly Ask[] {
  const on = ({ answeredOn }: StoredRecord) => (typeof answeredOn === 'string' ? answeredOn : '');
  const last: Ask[] = [];
  for (const record of records.toSorted((a, b) => compare(on(b), on(a)) || compare(a.id, b.id))) {
    const ask = readFields(askFields, record);
    const isAnswered = ask.answer !== null && ask.answeredOn !== null;
    if (isAnswered && ask.direction === 'asked-of-us') last.push(ask);
    if (last.length === MOST_TIMES) break;
  }
  return last;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
