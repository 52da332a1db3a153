import { expect, test } from 'vitest';
import { publicPageFields } from '../asks/arrivals/tables.ts';
import { callFields } from '../asks/calls/tables.ts';
import { memberPageFields } from '../asks/members/tables.ts';
import { promiseFields } from '../asks/promises/tables.ts';
import { askFields } from '../asks/tables.ts';
import { askPageFields } from '../asks/we-ask/tables.ts';
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

const page = (id: string, fields: object) => readFields(askPageFields, { id, ...fields });
const call = (id: string, fields: object) => readFields(callFields, { id, ...fields });

const kept: Kept = {
  today: '2026-03-02',
  askPages: [
    page('open', { ask: 'vigil', until: '2026-03-09' }),
    page('taken back', { ask: 'vigil', until: '2026-03-09', closedOn: '2026-03-01' }),
    page('over', { ask: 'food', until: '2026-03-01' }),
  ],
  calls: [
    call('court', { what: 'Interpreters at court', until: '2026-03-02' }),
    call('called off', { what: 'A march', until: '2026-03-09', closedOn: '2026-03-01' }),
    call('last year', { what: 'A vigil', until: '2025-03-02' }),
  ],
  memberPages: [
    readFields(memberPageFields, {
      id: 'm',
      ask: 'food',
      what: 'Would you cook?',
      until: '2026-03-05',
    }),
    readFields(memberPageFields, {
      id: 'n',
      ask: 'food',
      until: '2026-03-05',
      closedOn: '2026-03-01',
    }),
  ],
  publicPages: [
    readFields(publicPageFields, { id: 'p', us: 'Harbor', until: '2027-01-01' }),
    readFields(publicPageFields, {
      id: 'q',
      us: 'Harbor',
      until: '2027-01-01',
      endedOn: '2026-02-01',
    }),
  ],
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

test('pages for people with nothing installed that are open are named whoever went, the first to end first', () => {
  expect(handoverOf(new Set(['noor']), kept).pages).toEqual([
    { id: 'court', kind: 'call', of: 'court', what: 'Interpreters at court', until: '2026-03-02' },
    { id: 'm', kind: 'members', of: 'food', what: 'Would you cook?', until: '2026-03-05' },
    { id: 'open', kind: 'ask of ours', of: 'vigil', what: 'Stand with us', until: '2026-03-09' },
    { id: 'p', kind: 'public page', of: 'p', what: 'Harbor', until: '2027-01-01' },
  ]);
  expect(handoverOf(new Set(), kept).pages).toEqual([]);
});

test('no page is named as ours that somebody outside the core team planted, or of which they wrote a part', () => {
  const planted = new Set(['publicPages/p', 'askPages/open', 'memberPages/m', 'calls/court']);
  for (const part of ['fragment', 'secret', 'until']) {
    const isOfTheTeam: Kept['isOfTheTeam'] = (table, record, field) =>
      field !== part || !planted.has(`${table}/${record}`);
    const { pages } = handoverOf(new Set(['noor']), { ...kept, isOfTheTeam });
    expect(pages.map(({ id }) => id)).toEqual([]);
  }
});
