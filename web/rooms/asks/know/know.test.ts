import { askFields, readFields } from '@alongside/practice';
import { createFold } from '@alongside/vault';
import { expect, it } from 'vitest';
import { know } from './know.ts';

type Fields = Readonly<Record<string, string | null>>;

function tablesOf(records: Readonly<Record<string, Readonly<Record<string, Fields>>>>) {
  const fold = createFold({ me: 'me', random: (bytes) => new Uint8Array(bytes), now: () => 0 });
  for (const [table, rows] of Object.entries(records))
    for (const [record, fields] of Object.entries(rows))
      fold.applyLocal(
        Object.entries(fields).map(([field, value]) => ({ table, record, field, value })),
        'everyone',
      );
  return fold.tables;
}

const given = {
  partners: {
    harbor: { name: 'Harbor Families' },
    twice: { name: 'Harbour Families Network', sameAs: 'harbor' },
    delta: { name: 'Delta' },
  },
  contacts: {
    first: { partner: 'harbor', kind: 'they-showed-up', on: '2026-03-01' },
    later: { partner: 'twice', kind: 'they-showed-up', on: '2026-05-01' },
    others: { partner: 'delta', kind: 'they-showed-up', on: '2026-06-01' },
  },
  asks: {
    now: { from: 'Harbour Families Network', partner: 'twice', kind: 'presence' },
    before: {
      from: 'Harbor Families',
      partner: 'harbor',
      kind: 'space',
      answer: 'yes',
      answeredOn: '2026-02-01',
    },
    alike: {
      from: 'Delta',
      partner: 'delta',
      kind: 'presence',
      answer: 'no',
      answeredOn: '2026-04-01',
    },
  },
};

const known = (ask: string, records = given) => {
  const tables = tablesOf(records);
  return know(tables, readFields(askFields, tables.get('asks', ask) ?? { id: ask }), '2026-06-15');
};

it('knows what passed with a partner that was written down twice, by either of its records', () => {
  const { partner, between } = known('now');
  expect(partner).toBe('harbor');
  expect(between?.fromThem).toMatchObject({ contact: { id: 'later' } });
  expect(between?.fromUs).toMatchObject({ ask: { id: 'before' } });
});

it('tells of the last times with them first, and then of the same kind with others', () => {
  expect(known('now').lastTimes.map(({ id }) => id)).toEqual(['before', 'alike']);
});

it('says that nothing is known where nothing is written down', () => {
  const { between, lastTimes, why } = known('now', { ...given, contacts: {}, asks: {} } as never);
  expect([between, lastTimes, why]).toEqual([null, [], null]);
});
