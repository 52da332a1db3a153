/**
 * Finds the days of a month and day of another calendar: by `Temporal`, and in a browser that has none
 * by asking `Intl` for each day. Both are the platform's own calendars. The tests hold one against the
 * other: they differ by a day at most, and only in the Chinese calendar, where a new moon comes close to
 * midnight and `Temporal` is right.
 */
import { type Day, daysAfter } from '../../day.ts';

export type Calendar = 'chinese' | 'ethiopic' | 'hebrew' | 'islamic-umalqura' | 'persian';

/** `M01` is the first month; `M05L` a leap month after the fifth, which is not the fifth. */
export type MonthCode = `M${number}` | `M${number}L`;

export interface MonthDay {
  readonly calendar: Calendar;
  readonly month: MonthCode;
  readonly day: number;
}

/** The days of one civil year by their `month/day` in a calendar; empty where it is not known here. */
export type Marks = ReadonlyMap<string, readonly Day[]>;

const known = new Map<string, Marks>();

/** Days from the first to the last on which that month and day fall. */
export function daysOfCalendar(
  { calendar, month, day }: MonthDay,
  from: Day,
  until: Day,
): readonly Day[] {
  const first = Number(from.slice(0, 4));
  const years = Array.from(
    { length: Number(until.slice(0, 4)) - first + 1 },
    (_, at) => first + at,
  );
  return years
    .flatMap((year) => marksOf(calendar, year).get(`${month}/${day}`) ?? [])
    .filter((found) => found >= from && found <= until);
}

function marksOf(calendar: Calendar, year: number): Marks {
  const key = `${calendar} ${year}`;
  const found = known.get(key);
  if (found) return found;
  const hasTemporal = typeof Temporal !== 'undefined';
  const marks = (hasTemporal ? marksByTemporal : marksByIntl)(calendar, year);
  known.set(key, marks);
  return marks;
}

export function marksByTemporal(calendar: Calendar, year: number): Marks {
  return marksOfYear(year, (day) => {
    const there = Temporal.PlainDate.from(day).withCalendar(calendar);
    return `${there.monthCode}/${there.day}`;
  });
}

/** `Intl` names months of the Hebrew calendar, and in a leap year there are two called Adar. */
const hebrewCodes: Readonly<Record<string, MonthCode>> = {
  Tishri: 'M01',
  Tishrei: 'M01',
  Kislev: 'M03',
  Adar: 'M06',
  'Adar II': 'M06',
  Nisan: 'M07',
  Sivan: 'M09',
};

export function marksByIntl(calendar: Calendar, year: number): Marks {
  const format = new Intl.DateTimeFormat(`en-US-u-ca-${calendar}-nu-latn`, {
    month: 'numeric',
    day: 'numeric',
    timeZone: 'UTC',
  });
  if (format.resolvedOptions().calendar !== calendar) return new Map();
  return marksOfYear(year, (day) => {
    const parts = format.formatToParts(new Date(`${day}T00:00Z`));
    const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
    const [, number = '', leap = ''] = /^(\d+)(bis)?$/.exec(part('month')) ?? [];
    const code = number ? `M${number.padStart(2, '0')}${leap && 'L'}` : hebrewCodes[part('month')];
    return `${code}/${part('day')}`;
  });
}

function marksOfYear(year: number, markOf: (day: Day) => string): Marks {
  const marks = new Map<string, Day[]>();
  for (let day: Day = `${year}-01-01`; day <= `${year}-12-31`; day = daysAfter(day, 1)) {
    const mark = markOf(day);
    marks.set(mark, [...(marks.get(mark) ?? []), day]);
  }
  return marks;
}
