import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayFrom,
  dayInWords,
  dayOf,
  daysAfter,
  daysBetween,
  isDay,
  nextWeekday,
  weekdayOf,
} from './day.ts';

const days = fc.integer({ min: 0, max: 40_000 }).map((count) => daysAfter('1990-01-01', count));

describe('days', () => {
  it('has no 31st of June and no 13th month', () => {
    expect(dayFrom(2026, 6, 31)).toBeNull();
    expect(dayFrom(2026, 13, 1)).toBeNull();
    expect(dayFrom(2028, 2, 29)).toBe('2028-02-29');
    expect(dayFrom(2026, 2, 29)).toBeNull();
    expect(isDay('2026-02-30')).toBe(false);
    expect(isDay('soon')).toBe(false);
  });

  it('counts between two days what it adds to one', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -999, max: 999 }), (day, count) => {
        expect(daysBetween(day, daysAfter(day, count))).toBe(count);
      }),
      { numRuns: 100 },
    );
  });

  it('finds a weekday within the week that begins with the day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 6 }), (day, weekday) => {
        const found = nextWeekday(day, weekday);
        expect(weekdayOf(found)).toBe(weekday);
        expect(daysBetween(day, found)).toBeLessThan(7);
        expect(found >= day).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('is another day elsewhere at the same moment', () => {
    const moment = new Date('2026-11-20T07:30:00Z');
    expect(dayOf(moment, 'America/Los_Angeles')).toBe('2026-11-19');
    expect(dayOf(moment, 'Asia/Karachi')).toBe('2026-11-20');
    expect(dayOf(new Date('2026-11-20T10:30:00Z'), 'Pacific/Kiritimati')).toBe('2026-11-21');
  });

  it('is said in the language of the reader', () => {
    expect(dayInWords('2026-11-20', 'en-US', '2026-11-01')).toBe('Friday, November 20');
    expect(dayInWords('2026-09-99', 'en-US', '2026-11-01')).toBe('2026-09-99');
    expect(dayInWords('2027-11-20', 'es-US', '2026-11-01')).toBe('sábado, 20 de noviembre de 2027');
    expect(dayInWords('2026-11-20', 'ar-u-nu-latn', '2026-11-01')).toBe('الجمعة، 20 نوفمبر');
  });
});
