import { expect, test } from 'vitest';
import { publicPageFields } from '../asks/arrivals/tables.ts';
import { callFields } from '../asks/calls/tables.ts';
import { memberPageFields } from '../asks/members/tables.ts';
import { askFields } from '../asks/tables.ts';
import { askPageFields } from '../asks/we-ask/tables.ts';
import { readFields } from '../fields.ts';
import { openPages, type Pages } from './open-pages.ts';

const ask = (id: string, what: string) => readFields(askFields, { id, what });
const page = (id: string, fields: object) => readFields(askPageFields, { id, ...fields });
const call = (id: string, fields: object) => readFields(callFields, { id, ...fields });
const members = (id: string, fields: object) => readFields(memberPageFields, { id, ...fields });
const ours = (id: string, fields: object) => readFields(publicPageFields, { id, ...fields });

const kept: Pages = {
  today: '2026-03-02',
  asks: [ask('vigil', 'Stand with us'), ask('food', 'Bread')],
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
    members('m', { ask: 'food', what: 'Would you cook?', until: '2026-03-05' }),
    members('n', { ask: 'food', until: '2026-03-05', closedOn: '2026-03-01' }),
  ],
  publicPages: [
    ours('p', { us: 'Harbor', until: '2027-01-01' }),
    ours('q', { us: 'Harbor', until: '2027-01-01', endedOn: '2026-02-01' }),
  ],
  isOfTheTeam: () => true,
};

test('of pages for people with nothing installed those that are open are named, the first to end first', () => {
  expect(openPages(kept)).toEqual([
    { id: 'court', kind: 'call', of: 'court', what: 'Interpreters at court', until: '2026-03-02' },
    { id: 'm', kind: 'members', of: 'food', what: 'Would you cook?', until: '2026-03-05' },
    { id: 'open', kind: 'ask of ours', of: 'vigil', what: 'Stand with us', until: '2026-03-09' },
    { id: 'p', kind: 'public page', of: 'p', what: 'Harbor', until: '2027-01-01' },
  ]);
});

test('no page is named as ours that somebody outside the core team planted, or of which they wrote a part', () => {
  const planted = new Set(['publicPages/p', 'askPages/open', 'memberPages/m', 'calls/court']);
  for (const part of ['fragment', 'secret', 'until']) {
    const isOfTheTeam: Pages['isOfTheTeam'] = (table, record, field) =>
      field !== part || !planted.has(`${table}/${record}`);
    expect(openPages({ ...kept, isOfTheTeam })).toEqual([]);
  }
});
