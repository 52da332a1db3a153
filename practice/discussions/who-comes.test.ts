import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAfter } from '../day.ts';
import { readFields } from '../fields.ts';
import { contactFields } from '../partners/tables.ts';
import { planOf } from './plan.ts';
import { discussionPartnerFields } from './tables.ts';
import { canBeOn, comes, contactOfDiscussion } from './who-comes.ts';

const evening = { id: 'd', on: '2026-12-03' };
const fieldsOf = (changes: ReturnType<typeof comes>) =>
  Object.fromEntries(changes.map(({ field, value }) => [field, value]));
const tables = (changes: ReturnType<typeof comes>) => [
  ...new Set(changes.map(({ table, record }) => `${table} ${record}`)),
];

describe('a partner who comes to an evening', () => {
  it('is written down until it is over, and from the day after is a contact of that day', () => {
    const before = comes(evening, 'p', 'c', '2026-12-03');
    expect(tables(before)).toEqual(['discussionPartners c']);
    const tie = readFields(discussionPartnerFields, { id: 'c', ...fieldsOf(before) });
    expect(tie).toMatchObject({ plan: 'd', partner: 'p', needsUpdate: [] });
    expect(contactOfDiscussion(tie, evening, '2026-12-03')).toEqual([]);

    const after = contactOfDiscussion(tie, evening, '2026-12-04');
    expect(tables(after)).toEqual(['contacts c']);
    expect(readFields(contactFields, { id: 'c', ...fieldsOf(after) })).toMatchObject({
      partner: 'p',
      kind: 'discussion',
      on: '2026-12-03',
      needsUpdate: [],
    });
  });

  it('chosen when the day is over is a contact at once, the same as one chosen before', () => {
    const tie = { id: 'c', plan: 'd', partner: 'p' };
    expect(comes(evening, 'p', 'c', '2027-01-01')).toEqual(
      contactOfDiscussion(tie, evening, '2027-01-01'),
    );
  });

  it('is no contact as long as the evening has no day, whatever day it is', () => {
    const open = { id: 'd', on: null };
    expect(tables(comes(open, 'p', 'c', '2030-01-01'))).toEqual(['discussionPartners c']);
    expect(contactOfDiscussion({ id: 'c', plan: 'd', partner: 'p' }, open, '2030-01-01')).toEqual(
      [],
    );
  });

  it('is told of on no day before the evening is over and on every day after, always with the evening’s own day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -800, max: 800 }), (days) => {
        const told = contactOfDiscussion(
          { id: 'c', plan: 'd', partner: 'p' },
          evening,
          daysAfter(evening.on, days),
        );
        expect(told.length > 0).toBe(days > 0);
        if (days > 0) expect(fieldsOf(told)).toMatchObject({ on: evening.on });
      }),
    );
  });
});

it('an evening can be on a day that is there, up to a year ago or ahead, and on no year half typed', () => {
  const today = '2026-11-27';
  const can = ['2026-11-27', '2025-11-26', '2027-11-28'];
  const cannot = ['0002-12-03', '0202-12-03', '2025-11-25', '2027-11-29', '2026-02-30', ''];
  for (const day of can) expect(canBeOn(day, today), day).toBe(true);
  for (const day of cannot) expect(canBeOn(day, today), day).toBe(false);
});

it('a plan of before, and one whose day is none, are read as an evening that is open', () => {
  expect(planOf({ id: 'd', story: 's', title: null })?.on).toBeNull();
  expect(planOf({ id: 'd', story: 's', title: null, on: '2026-02-30' })?.on).toBeNull();
  expect(planOf({ id: 'd', story: 's', title: null, on: '2026-12-03' })?.on).toBe('2026-12-03');
});
