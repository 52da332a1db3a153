/**
 * A movement's years: of so many contacts a tenth as many partners and people, a twenty-fifth as many
 * asks, a promise to each third ask. Invented, and alike on every machine.
 */
import { askKinds, contactKinds } from '@alongside/practice';
import { contacts, randomFrom } from '../data.ts';

type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>> & { readonly id: string };
/** The rows of each table. */
export type Records = Readonly<Record<string, readonly Row[]>>;

const today = '2026-06-15';
const answers = ['yes', 'in-part', 'not-now', 'no', null];

export function records(size: number): Records {
  const random = randomFrom(size);
  const some = contacts(size);
  const count = Math.ceil(size / 10);
  const named = (what: string) => (at: number) => `${what}-${at}`.padEnd(21, '_').concat('A');
  const idOf = { partner: named('partner'), person: named('person'), ask: named('ask') };
  const pick = <One>(list: readonly One[]) => list[random() % list.length] as One;
  const rows = (length: number, row: (at: number) => Row) =>
    Array.from({ length }, (_, at) => row(at));
  return {
    partners: rows(count, (at) => ({ id: idOf.partner(at), name: `Group Number ${at}` })),
    people: rows(count, (at) => ({ id: idOf.person(at), name: `Person Number ${at}` })),
    contacts: some.map(({ id, date }) => ({
      id,
      partner: idOf.partner(random() % count),
      kind: pick(contactKinds),
      on: date,
    })),
    asks: rows(Math.ceil(size / 25), (at) => {
      const partner = random() % count;
      const day = pick(some).date;
      return {
        id: idOf.ask(at),
        from: `Group Number ${partner}`,
        partner: idOf.partner(partner),
        what: `Help number ${at}`,
        kind: pick(askKinds),
        issue: named('issue')(random() % 40),
        receivedOn: day,
        answer: pick(answers),
        answeredOn: day,
      };
    }),
    promises: rows(Math.ceil(size / 75), (at) => ({
      id: named('promise')(at),
      ask: idOf.ask(at * 3),
      what: `Promise number ${at}`,
      by: today,
      state: pick(['open', 'kept', 'changed']),
    })),
    conversations: rows(Math.ceil(size / 100), (at) => ({
      id: named('talk')(at),
      partner: idOf.partner(random() % count),
      on: pick(some).date,
    })),
    workLines: rows(12, (at) => ({
      id: named('line')(at),
      name: `Work number ${at}`,
      kind: at % 2 ? 'own' : 'with-others',
      halfDays: 2,
    })),
    givenSums: [{ id: named('sum')(0), halfDays: 24, on: today }],
    ties: rows(200, (at) => ({
      id: named('tie')(at),
      from: idOf.partner(at),
      to: named('issue')(at % 40),
      kind: 'works-on',
      why: `They work on issue number ${at % 40}.`,
      state: 'kept',
    })),
  };
}
