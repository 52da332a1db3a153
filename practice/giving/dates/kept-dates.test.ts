import { describe, expect, it } from 'vitest';
import type { DateToKeep } from '../tables.ts';
import { keptDates, whatIsWrongWithDate } from './kept-dates.ts';

const kept = (more: Partial<DateToKeep>): DateToKeep => ({
  ...{ id: 'a', key: '', name: '', on: null, until: null, gives: 'as-usual', needsUpdate: [] },
  ...more,
});

describe('dates to keep in mind', () => {
  it('that are typed stand in the stretch with all their days, the earliest first', () => {
    const list = [
      kept({ id: 'b', name: 'convention', on: '2026-12-20', until: '2026-12-22' }),
      kept({ id: 'a', name: 'anniversary', on: '2026-12-01' }),
      kept({ id: 'c', name: 'past', on: '2026-01-01' }),
    ];
    const found = keptDates(list, '2026-11-23', '2027-02-14');
    expect(found.map(({ name, from, until }) => [name, from, until])).toEqual([
      ['anniversary', '2026-12-01', '2026-12-01'],
      ['convention', '2026-12-20', '2026-12-22'],
    ]);
    expect(keptDates([...list].reverse(), '2026-11-23', '2027-02-14')).toEqual(found);
  });

  it('that are picked have their days and say where they are about', () => {
    const list = [kept({ id: 'a', key: 'hanukkah' }), kept({ id: 'b', key: 'ramadan' })];
    expect(keptDates(list, '2026-11-23', '2027-02-14')).toMatchObject([
      { key: 'hanukkah', from: '2026-12-05', until: '2026-12-12', about: false, evening: true },
      { key: 'ramadan', from: '2027-02-08', about: true },
    ]);
  });

  it('that say nothing, or an unknown key without a day, are left out', () => {
    const list = [kept({ key: 'of-a-later-version' }), kept({ on: '2026-13-40' }), kept({})];
    expect(keptDates(list, '2026-11-23', '2027-02-14')).toEqual([]);
  });

  it('are refused without a name, without a day, backwards or over', () => {
    const wrong = (name: string, on: string, until = '') =>
      whatIsWrongWithDate({ name, on, until }, '2026-11-26')?.type ?? null;
    expect(wrong(' ', '2026-12-01')).toBe('NoName');
    expect(wrong('x', '')).toBe('NotADay');
    expect(wrong('x', '2026-12-05', '2026-12-01')).toBe('EndsBeforeItBegins');
    expect(wrong('x', '2026-11-25')).toBe('Over');
    expect(wrong('x', '2026-11-20', '2026-11-26')).toBe(null);
  });
});
