import { describe, expect, it } from 'vitest';
import type { Calendar } from './calendars.ts';
import { daysOfCalendar, marksByIntl, marksByTemporal } from './calendars.ts';
import { easternEaster, westernEaster } from './easter.ts';
import { observances } from './observances.ts';
import { observedDays } from './observed-days.ts';

const daysIn = (key: string, year: number) => {
  const observance = observances.get(key);
  if (!observance) throw new Error(key);
  return observedDays(observance, `${year}-01-01`, `${year}-12-31`).filter((day) =>
    day.startsWith(`${year}`),
  );
};

const calendars = ['chinese', 'ethiopic', 'hebrew', 'islamic-umalqura', 'persian'] as const;

/** The days of all rules in a calendar, in forty years, as one way of reckoning has them. */
function reckoned(calendar: Calendar, by: typeof marksByIntl): readonly string[] {
  const rules = [...observances.values()].flatMap(({ rule }) =>
    rule.by === 'calendar' && rule.calendar === calendar ? [rule] : [],
  );
  const years = Array.from({ length: 40 }, (_, at) => by(calendar, 2010 + at));
  return years.flatMap((marks) =>
    rules.flatMap(({ month, day }) => marks.get(`${month}/${day}`) ?? []),
  );
}

describe('days of other calendars', () => {
  it('are reckoned alike by Temporal and by Intl, for forty years', () => {
    for (const calendar of calendars.filter((one) => one !== 'chinese')) {
      const days = reckoned(calendar, marksByTemporal);
      expect(days.length, calendar).toBeGreaterThan(39);
      expect(reckoned(calendar, marksByIntl), calendar).toEqual(days);
    }
  }, 60_000);

  it('differ in the Chinese calendar by one day, where a new moon comes close to midnight', () => {
    const [right, other] = [marksByTemporal, marksByIntl].map((by) => reckoned('chinese', by));
    const off = right?.flatMap((day, at) => (other?.[at] === day ? [] : [[day, other?.[at]]]));
    expect(other).toHaveLength(right?.length ?? 0);
    for (const [day = '', found = ''] of off ?? []) {
      expect(Math.abs(Date.parse(found) - Date.parse(day)), day).toBe(86_400_000);
    }
    // The new moon of 2027 is at 23:56 in Beijing.
    expect(daysIn('lunar-new-year', 2027)).toEqual(['2027-02-06']);
  }, 60_000);

  it('knows the second Adar of a leap year from the first', () => {
    // 5784 was a leap year, 5785 was not.
    expect(daysIn('purim', 2024)).toEqual(['2024-03-24']);
    expect(daysIn('purim', 2025)).toEqual(['2025-03-14']);
  });

  it('does not take a leap month for the one it follows', () => {
    // 2025 had a second sixth month; 2023 a second second one.
    expect(daysIn('lunar-new-year', 2023)).toEqual(['2023-01-22']);
    expect(daysIn('mid-autumn', 2025)).toEqual(['2025-10-06']);
    expect(
      daysOfCalendar({ calendar: 'chinese', month: 'M06', day: 1 }, '2025-01-01', '2025-12-31'),
    ).toEqual(['2025-06-25']);
  });
});

describe('days as almanacs give them', () => {
  it.each([
    ['easter', 2025, '2025-04-20'],
    ['easter', 2038, '2038-04-25'],
    ['easter-eastern', 2024, '2024-05-05'],
    ['easter-eastern', 2026, '2026-04-12'],
    ['christmas-eastern', 2027, '2027-01-07'],
    ['rosh-hashanah', 2026, '2026-09-12'],
    ['passover', 2026, '2026-04-02'],
    ['hanukkah', 2026, '2026-12-05'],
    ['nowruz', 2026, '2026-03-21'],
    ['enkutatash', 2027, '2027-09-12'],
    ['lunar-new-year', 2026, '2026-02-17'],
    ['thanksgiving', 2026, '2026-11-26'],
    ['election-day', 2026, '2026-11-03'],
    ['memorial-day', 2026, '2026-05-25'],
    ['martin-luther-king-day', 2027, '2027-01-18'],
  ])('%s of %i is on %s', (key, year, day) => {
    expect(daysIn(key, year)).toEqual([day]);
  });

  it.each([
    [
      'diwali',
      ['2024-10-31', '2025-10-20', '2026-11-08', '2027-10-29', '2028-10-17', '2031-11-14'],
    ],
    ['holi', ['2025-03-14', '2026-03-04', '2027-03-22', '2028-03-11']],
    ['gurpurab', ['2025-11-05', '2026-11-24', '2027-11-14']],
    ['vesak', ['2026-05-01', '2027-05-20']],
    ['eid-al-fitr', ['2024-04-10', '2025-03-30', '2026-03-20']],
  ])('%s is marked as about, and is no more than two days off', (key, days) => {
    expect(observances.get(key)?.about).toBe(true);
    for (const day of days) {
      const [found = ''] = daysIn(key, Number(day.slice(0, 4)));
      expect(Math.abs(Date.parse(found) - Date.parse(day)) / 86_400_000, day).toBeLessThanOrEqual(
        2,
      );
    }
  });

  it('gives both Eids of a year that has two', () => {
    expect(daysIn('eid-al-fitr', 2033)).toHaveLength(2);
  });

  it('counts a time that began before the stretch and goes on into it', () => {
    const kwanzaa = observances.get('kwanzaa');
    expect(kwanzaa && observedDays(kwanzaa, '2027-01-01', '2027-01-05')).toEqual(['2026-12-26']);
    expect(kwanzaa && observedDays(kwanzaa, '2027-01-02', '2027-01-05')).toEqual([]);
  });

  it('Easter is on a Sunday between its first and last possible day, for three hundred years', () => {
    for (let year = 1900; year < 2200; year += 1) {
      const [west, east] = [westernEaster(year), easternEaster(year)];
      expect(new Date(west).getUTCDay(), west).toBe(0);
      expect(new Date(east).getUTCDay(), east).toBe(0);
      expect(west >= `${year}-03-22` && west <= `${year}-04-25`, west).toBe(true);
      expect(east >= `${year}-04-03` && east <= `${year}-05-10`, east).toBe(true);
    }
  });
});

describe('the list', () => {
  it('says about of everything that is set by sighting the moon', () => {
    for (const { key, rule, about } of observances.values()) {
      const bySight =
        rule.by === 'new-moon' || (rule.by === 'calendar' && rule.calendar.startsWith('islamic'));
      if (bySight) expect(about, key).toBe(true);
    }
  });

  it('has a day in every year for each of its days', () => {
    for (const observance of observances.values()) {
      for (const year of [2026, 2027, 2028, 2029, 2030]) {
        expect(daysIn(observance.key, year).length, `${observance.key} ${year}`).toBeGreaterThan(0);
      }
    }
  });
});
