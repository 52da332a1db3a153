import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAfter } from '../day.ts';
import { type Away, addAway, daysHere, joinAway } from './away.ts';
import { weekOf } from './weeks.ts';

const today = '2026-11-26';
const week = weekOf(today, 'sat-sun');

describe('a time away', () => {
  it('that overlaps another, or follows on it, becomes one with it', () => {
    const away: readonly Away[] = [{ from: '2026-12-01', until: '2026-12-05' }];
    expect(addAway(away, { from: '2026-12-04', until: '2026-12-10' }, today)).toEqual([
      { from: '2026-12-01', until: '2026-12-10' },
    ]);
    expect(addAway(away, { from: '2026-12-06', until: '2026-12-08' }, today)).toEqual([
      { from: '2026-12-01', until: '2026-12-08' },
    ]);
    expect(addAway(away, { from: '2026-12-02', until: '2026-12-03' }, today)).toEqual(away);
    expect(addAway(away, { from: '2026-12-07', until: '2026-12-08' }, today)).toHaveLength(2);
  });

  it('that is over is refused, and one that began before goes on', () => {
    expect(addAway([], { from: '2026-11-01', until: '2026-11-25' }, today)).toEqual({
      type: 'Over',
    });
    expect(addAway([], { from: '2026-11-01', until: today }, today)).toEqual([
      { from: '2026-11-01', until: today },
    ]);
  });

  it('that ends before it begins, is no day, or is longer than a year is refused', () => {
    const refused = (from: string, until: string) => addAway([], { from, until }, today);
    expect(refused('2026-12-05', '2026-12-01')).toEqual({ type: 'EndsBeforeItBegins' });
    expect(refused('2026-02-30', '2026-12-01')).toEqual({ type: 'NotADay' });
    expect(refused('', '')).toEqual({ type: 'NotADay' });
    expect(refused('2026-12-01', '2028-12-01')).toMatchObject({ type: 'TooLong' });
  });

  it('beyond as many as can be kept is refused, and none is lost', () => {
    const many = Array.from({ length: 40 }, (_, at) => {
      const from = daysAfter(today, at * 3);
      return { from, until: from };
    });
    expect(addAway(many, { from: '2027-06-01', until: '2027-06-01' }, today)).toEqual({
      type: 'TooMany',
      atMost: 40,
    });
  });

  it('is told no more once it is over', () => {
    const away = [
      { from: '2026-11-01', until: '2026-11-10' },
      { from: '2026-12-01', until: '2026-12-02' },
    ];
    expect(joinAway(away, today)).toEqual(away.slice(1));
  });
});

describe('the days somebody is here', () => {
  it('are counted once, however times away overlap, in any order', () => {
    const day = fc.integer({ min: -10, max: 20 }).map((count) => daysAfter(week.from, count));
    const away = fc
      .tuple(day, fc.integer({ min: 0, max: 9 }))
      .map(([from, more]) => ({ from, until: daysAfter(from, more) }));
    fc.assert(
      fc.property(fc.array(away, { maxLength: 5 }), (times) => {
        const here = daysHere(times, week);
        expect(daysHere([...times].reverse(), week)).toBe(here);
        expect(daysHere(joinAway(times, '2000-01-01'), week)).toBe(here);
        expect(daysHere([...times, ...times], week)).toBe(here);
      }),
    );
  });
});
