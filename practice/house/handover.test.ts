import { expect, test } from 'vitest';
import { publicPageFields } from '../asks/arrivals/tables.ts';
import { promiseFields } from '../asks/promises/tables.ts';
import { askFields } from '../asks/tables.ts';
import { readFields } from '../fields.ts';
import { contactFields, partnerFields } from '../partners/tables.ts';
import { handoverOf, type Kept } from './handover.ts';

const ask = (id: string, fields: object) => readFields(askFields, { id, ...fields });
const promise = (id: string, fields: object) => readFields(promiseFields, { id, ...fields });
const partner = (id: string, name: string) => readFields(partnerFields, { id, name });
const contact = (id: string, fields: object) => readFields(contactFields, { id, ...fields });

const authors = new Map([
  ['asks/court', 'li'],
  ['asks/vigil', 'li'],
  ['asks/food', 'ruth'],
  ['partners/p1', 'li'],
  ['partners/p2', 'ruth'],
  ['partners/p3', 'ruth'],
  ['contacts/old', 'ruth'],
  ['contacts/new', 'li'],
  ['contacts/harbor', 'ruth'],
]);

const kept: Kept = {
  today: '2026-03-02',
  askPages: [],
  calls: [],
  memberPages: [],
  publicPages: [readFields(publicPageFields, { id: 'p', us: 'Harbor', until: '2027-01-01' })],
  promises: [
    promise('rides', { what: 'Rides to court', carriedBy: 'li', ask: 'court' }),
    promise('letter', { what: 'A letter', carriedBy: 'ruth', ask: 'court' }),
    promise('hall', { what: 'The hall', carriedBy: 'li', state: 'kept' }),
  ],
  asks: [
    ask('court', { from: 'Mission Families', what: 'Interpreters', answer: 'yes' }),
    ask('vigil', { from: 'Bayview Elders', what: 'Stand with us' }),
    ask('food', { from: 'Bayview Elders', what: 'Bread' }),
  ],
  partners: [partner('p1', 'Mission Families'), partner('p2', 'Bayview'), partner('p3', 'Harbor')],
  contacts: [
    contact('old', { partner: 'p2', on: '2026-01-01', kind: 'meeting' }),
    contact('new', { partner: 'p2', on: '2026-03-01', kind: 'care' }),
    contact('harbor', { partner: 'p3', on: '2026-03-01', kind: 'care' }),
  ],
  isOfTheTeam: () => true,
  writtenBy: (table, record) => authors.get(`${table}/${record}`),
};

test('who went leaves the open promises they carried, with whom they were made to', () => {
  const { promises } = handoverOf(new Set(['li']), kept);
  expect(promises.map(({ promise: { what }, to }) => [what, to])).toEqual([
    ['Rides to court', 'Mission Families'],
  ]);
});

test('and the asks they wrote down that nobody has answered', () => {
  expect(handoverOf(new Set(['li']), kept).asks.map(({ what }) => what)).toEqual(['Stand with us']);
});

test('and the partners they wrote down, or were the last to be in touch with', () => {
  const names = (who: string) => handoverOf(new Set([who]), kept).partners.map(({ name }) => name);
  expect(names('li')).toEqual(['Mission Families', 'Bayview']);
  expect(names('ruth')).toEqual(['Bayview', 'Harbor']);
});

test('who left nothing leaves empty lists', () => {
  expect(handoverOf(new Set(['noor']), kept)).toMatchObject({
    promises: [],
    asks: [],
    partners: [],
  });
});

test('the pages that are open are named whoever went', () => {
  const pages = (...who: readonly string[]) => handoverOf(new Set(who), kept).pages;
  expect(pages('noor').map(({ id }) => id)).toEqual(['p']);
  expect(pages()).toEqual([]);
});
