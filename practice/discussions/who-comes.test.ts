import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAfter } from '../day.ts';
import { readFields } from '../fields.ts';
import { contactFields } from '../partners/tables.ts';
import { recordsInMemory } from '../stories/records-in-memory.ts';
import { planOf } from './plan.ts';
import { canBeOn, followDiscussion, type Told } from './who-comes.ts';

const tie = { id: 'c', partner: 'p' };
const on = '2026-12-03';
const nothing = { now: [], later: [] };
const fieldsOf = (changes: readonly { field: string; value: unknown }[]) =>
  Object.fromEntries(changes.map(({ field, value }) => [field, value]));

describe('a partner who comes to an evening', () => {
  it('is nothing more until it is over, and from the day after a contact of that day', () => {
    expect(followDiscussion(tie, { on }, 'never', on)).toEqual(nothing);
    const { now, later } = followDiscussion(tie, { on }, 'never', '2026-12-04');
    expect(later).toEqual([]);
    expect(new Set(now.map(({ table, record }) => `${table} ${record}`))).toEqual(
      new Set(['contacts c']),
    );
    expect(readFields(contactFields, { id: 'c', ...fieldsOf(now) })).toMatchObject({
      partner: 'p',
      kind: 'discussion',
      on,
      needsUpdate: [],
    });
  });

  it('is no contact as long as the evening has no day, or an absurd one', () => {
    for (const day of [null, '1900-01-01', '0202-12-03'])
      expect(followDiscussion(tie, { on: day }, 'never', '2026-12-04')).toEqual(nothing);
  });

  it('moves with the day of the evening, and goes where that is to come after all', () => {
    const told = { on, month: null };
    expect(followDiscussion(tie, { on: '2026-12-02' }, told, '2026-12-05').now).toEqual([
      { table: 'contacts', record: 'c', field: 'on', value: '2026-12-02' },
      { table: 'contacts', record: 'c', field: 'month', value: null },
    ]);
    const gone = [{ table: 'contacts', record: 'c', field: 'deleted', value: true }];
    for (const day of ['2026-12-09', null])
      expect(followDiscussion(tie, { on: day }, told, '2026-12-05')).toEqual({
        now: [],
        later: gone,
      });
    const again = followDiscussion(tie, { on: '2026-12-09' }, 'gone', '2026-12-10');
    expect(fieldsOf(again.now)).toMatchObject({ deleted: false, on: '2026-12-09' });
  });

  it('says for two weeks who came, then the contact alone does, as its month too', () => {
    const told = { on, month: null };
    expect(followDiscussion(tie, { on }, told, daysAfter(on, 14))).toEqual(nothing);
    const gone = [{ table: 'discussionPartners', record: 'c', field: 'deleted', value: true }];
    const after = daysAfter(on, 15);
    expect(followDiscussion(tie, { on }, told, after)).toEqual({ now: [], later: gone });
    const shrunk = { on: null, month: '2026-12' };
    expect(followDiscussion(tie, { on }, shrunk, after)).toEqual({ now: [], later: gone });
  });

  it('chosen twice is told of once, and goes with a plan that is gone', () => {
    expect(followDiscussion(tie, { on }, 'never', '2026-12-05', false)).toEqual(nothing);
    expect(followDiscussion(tie, undefined, 'never', '2026-12-05').later).toMatchObject([
      { table: 'discussionPartners', field: 'deleted', value: true },
    ]);
  });

  it('is in step after one look, whatever was written before and however often it is looked', () => {
    const day = fc.option(fc.integer({ min: -20, max: 20 }).map((days) => daysAfter(on, days)));
    fc.assert(
      fc.property(day, day, fc.integer({ min: -25, max: 25 }), (before, after, days) => {
        const today = daysAfter(on, days);
        const records = recordsInMemory();
        let written = false;
        const told = (): Told => {
          const contact = records.get('contacts', 'c');
          if (contact) return readFields(contactFields, contact);
          return written ? 'gone' : 'never';
        };
        const look = (plan: { on: string | null }) => {
          const { now, later } = followDiscussion(tie, plan, told(), today);
          const changes = [...now, ...later].filter(({ table }) => table === 'contacts');
          records.commit(changes);
          written ||= changes.length > 0;
          return changes;
        };
        look({ on: before });
        look({ on: after });
        expect(look({ on: after })).toEqual([]);
        const stands = told();
        const isOver = after !== null && after < today;
        expect(typeof stands === 'object' && stands.on).toBe(isOver ? after : false);
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
