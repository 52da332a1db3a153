import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, daysAfter, daysBetween, weekdayOf } from '../day.ts';
import { touches, twelveWeeks, type Weekend, weekOf } from './weeks.ts';

const weekends: readonly Weekend[] = ['sat-sun', 'fri-sat', 'sun', 'fri'];
const aDay = fc.integer({ min: 0, max: 20_000 }).map((count) => daysAfter('2000-01-01', count));

describe('a week', () => {
  it('begins on the day after the weekend', () => {
    expect(weekOf('2026-11-26', 'sat-sun')).toEqual({ from: '2026-11-23', until: '2026-11-29' });
    expect(weekOf('2026-11-26', 'fri-sat')).toEqual({ from: '2026-11-22', until: '2026-11-28' });
    expect(weekOf('2026-11-26', 'sun')).toEqual({ from: '2026-11-23', until: '2026-11-29' });
    expect(weekOf('2026-11-26', 'fri')).toEqual({ from: '2026-11-21', until: '2026-11-27' });
  });

  it('holds its day, has seven days, and the twelve follow on without a gap', () => {
    fc.assert(
      fc.property(aDay, fc.constantFrom(...weekends), (day, weekend) => {
        const weeks = twelveWeeks(day, weekend);
        const first = weeks[0];
        expect(weeks).toHaveLength(12);
        expect(first && first.from <= day && day <= first.until).toBe(true);
        expect(new Set(weeks.map(({ from }) => weekdayOf(from))).size).toBe(1);
        for (const [at, { from, until }] of weeks.entries()) {
          expect(daysBetween(from, until)).toBe(6);
          const next = weeks[at + 1];
          if (next) expect(next.from).toBe(daysAfter(until, 1));
        }
      }),
    );
  });

  it('is the week of the workspace’s time zone, also in the nights when clocks change', () => {
    const zone = 'America/Los_Angeles';
    // Clocks go back on November 1, 2026 at 2:00, and forward on March 14, 2027.
    expect(dayOf(new Date('2026-11-01T06:59Z'), zone)).toBe('2026-10-31');
    expect(dayOf(new Date('2026-11-01T07:00Z'), zone)).toBe('2026-11-01');
    expect(dayOf(new Date('2026-11-02T07:59Z'), zone)).toBe('2026-11-01');
    expect(dayOf(new Date('2026-11-02T08:00Z'), zone)).toBe('2026-11-02');
    expect(dayOf(new Date('2027-03-15T06:59Z'), zone)).toBe('2027-03-14');
    expect(dayOf(new Date('2027-03-15T07:00Z'), zone)).toBe('2027-03-15');
    const weeks = twelveWeeks('2026-10-28', 'sat-sun');
    expect(weeks[1]).toEqual({ from: '2026-11-02', until: '2026-11-08' });
    expect(twelveWeeks('2027-03-10', 'sat-sun')[1]?.from).toBe('2027-03-15');
  });

  it('is touched by a time that has one of its days, and by one that is open', () => {
    const week = weekOf('2026-11-26', 'sat-sun');
    expect(touches(week, '2026-11-29', '2026-12-05')).toBe(true);
    expect(touches(week, '2026-11-30', null)).toBe(false);
    expect(touches(week, null, '2026-11-22')).toBe(false);
    expect(touches(week, null, null)).toBe(true);
  });
});
