/**
 * Days of many traditions that an organization can put on its list. They stand here by key, in no order
 * and in no groups: the page shows them by name, in the reader's alphabet. Which ones are picked says
 * what the organization keeps in mind, and nothing about anyone.
 *
 * *About*: the day is set by sighting the moon, or a community decides, or places differ; what is
 * computed can be a day or two off.
 */
import type { MonthCode, MonthDay } from './calendars.ts';

export type Rule =
  /** A day of the civil calendar. */
  | { readonly by: 'date'; readonly month: number; readonly day: number }
  /** The first (1), second (2) … or last (-1) such weekday of a month; Sunday is 0. */
  | {
      readonly by: 'weekday';
      readonly month: number;
      readonly weekday: number;
      readonly nth: number;
      /** Days after that one. */
      readonly after?: number;
    }
  | ({ readonly by: 'calendar' } & MonthDay)
  /** So many days from Easter. */
  | { readonly by: 'easter'; readonly church: 'western' | 'eastern'; readonly days: number }
  /** A day of the Julian calendar. */
  | { readonly by: 'julian'; readonly month: number; readonly day: number }
  /**
   * So many days from the new moon that falls between two dates, the month of which is reckoned by
   * the stars: the first day of a month of the Chinese calendar is the day of a new moon.
   */
  | {
      readonly by: 'new-moon';
      readonly from: readonly [month: number, day: number];
      readonly until: readonly [month: number, day: number];
      readonly days: number;
    };

export interface Observance {
  readonly key: string;
  readonly rule: Rule;
  /** How many days it goes on. */
  readonly lasts: number;
  readonly about: boolean;
  /** It begins on the evening before its first day. */
  readonly evening: boolean;
}

interface More {
  readonly lasts?: number;
  readonly about?: true;
  readonly evening?: true;
}

const date = (month: number, day: number): Rule => ({ by: 'date', month, day });
const nth = (month: number, weekday: number, which: number): Rule => ({
  by: 'weekday',
  month,
  weekday,
  nth: which,
});
const islamic = (month: MonthCode, day: number): Rule => ({
  by: 'calendar',
  calendar: 'islamic-umalqura',
  month,
  day,
});
const hebrew = (month: MonthCode, day: number): Rule => ({
  by: 'calendar',
  calendar: 'hebrew',
  month,
  day,
});
const chinese = (month: MonthCode, day: number): Rule => ({
  by: 'calendar',
  calendar: 'chinese',
  month,
  day,
});
const easter = (church: 'western' | 'eastern', days: number): Rule => ({
  by: 'easter',
  church,
  days,
});

const about = { about: true } as const;
const evening = { evening: true } as const;
const [sunday, monday, thursday] = [0, 1, 4] as const;

const list: Readonly<Record<string, readonly [Rule, More?]>> = {
  'ash-wednesday': [easter('western', -46)],
  ashura: [islamic('M01', 10), { ...about, ...evening }],
  'buddhas-birthday': [chinese('M04', 8), about],
  'cesar-chavez-day': [date(3, 31)],
  christmas: [date(12, 25)],
  'christmas-eastern': [{ by: 'julian', month: 12, day: 25 }],
  'day-of-remembrance': [date(2, 19)],
  'day-of-the-dead': [date(11, 1), { lasts: 2 }],
  diwali: [{ by: 'new-moon', from: [10, 17], until: [11, 16], days: -1 }, about],
  easter: [easter('western', 0)],
  'easter-eastern': [easter('eastern', 0)],
  'eid-al-adha': [islamic('M12', 10), { lasts: 3, ...about, ...evening }],
  'eid-al-fitr': [islamic('M10', 1), { lasts: 3, ...about, ...evening }],
  'election-day': [{ by: 'weekday', month: 11, weekday: monday, nth: 1, after: 1 }],
  enkutatash: [{ by: 'calendar', calendar: 'ethiopic', month: 'M01', day: 1 }],
  'good-friday': [easter('western', -2)],
  'good-friday-eastern': [easter('eastern', -2)],
  gurpurab: [{ by: 'new-moon', from: [10, 17], until: [11, 16], days: 15 }, about],
  hanukkah: [hebrew('M03', 25), { lasts: 8, ...evening }],
  holi: [{ by: 'new-moon', from: [2, 13], until: [3, 14], days: 15 }, about],
  'human-rights-day': [date(12, 10)],
  'independence-day': [date(7, 4)],
  'indigenous-peoples-day': [nth(10, monday, 2)],
  'international-womens-day': [date(3, 8)],
  'islamic-new-year': [islamic('M01', 1), { ...about, ...evening }],
  juneteenth: [date(6, 19)],
  kwanzaa: [date(12, 26), { lasts: 7 }],
  'labor-day': [nth(9, monday, 1)],
  'lunar-new-year': [chinese('M01', 1), { lasts: 3, ...about }],
  'martin-luther-king-day': [nth(1, monday, 3)],
  mawlid: [islamic('M03', 12), { ...about, ...evening }],
  'may-day': [date(5, 1)],
  'memorial-day': [nth(5, monday, -1)],
  'mid-autumn': [chinese('M08', 15), about],
  'mothers-day': [nth(5, sunday, 2)],
  'new-years-day': [date(1, 1)],
  nowruz: [{ by: 'calendar', calendar: 'persian', month: 'M01', day: 1 }, about],
  obon: [date(8, 13), { lasts: 3, ...about }],
  'palm-sunday': [easter('western', -7)],
  passover: [hebrew('M07', 15), { lasts: 8, ...evening }],
  pongal: [date(1, 14), { lasts: 4, ...about }],
  purim: [hebrew('M06', 14), evening],
  ramadan: [islamic('M09', 1), { lasts: 29, ...about, ...evening }],
  'rosh-hashanah': [hebrew('M01', 1), { lasts: 2, ...evening }],
  shavuot: [hebrew('M09', 6), { lasts: 2, ...evening }],
  songkran: [date(4, 13), { lasts: 3, ...about }],
  sukkot: [hebrew('M01', 15), { lasts: 7, ...evening }],
  thanksgiving: [nth(11, thursday, 4)],
  'transgender-day-of-remembrance': [date(11, 20)],
  vaisakhi: [date(4, 13), about],
  vesak: [{ by: 'new-moon', from: [4, 17], until: [5, 16], days: 14 }, about],
  'veterans-day': [date(11, 11)],
  'yom-kippur': [hebrew('M01', 10), evening],
};

export const observances: ReadonlyMap<string, Observance> = new Map(
  Object.entries(list).map(([key, [rule, { lasts = 1, about = false, evening = false } = {}]]) => [
    key,
    { key, rule, lasts, about, evening },
  ]),
);
