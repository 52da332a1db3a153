/**
 * The days a message names, read against the day it came. A day without a year is the one nearest
 * ahead, unless it was within the last four months: then it is past. A weekday named on that very weekday
 * is the next one: who means today says so. What is ambiguous (11/12 in Spanish) is not read at all.
 */
import { type Day, dayFrom, daysAfter, nextWeekday } from '../../day.ts';
import type { ReadingRules } from './rules/rules.ts';
import { matchable } from './text.ts';

export interface FoundDay {
  readonly day: Day;
  /** Where it stands in the message. */
  readonly at: number;
  /** As it is written there. */
  readonly words: string;
  /** They need to hear by then: "by Friday", "antes del viernes". */
  readonly isDeadline: boolean;
  /** It is said to be for this day: "it is for Friday". */
  readonly isFor: boolean;
}

/** Days in the order of the message. */
export function findDays(message: string, rules: ReadingRules, today: Day): FoundDay[] {
  const text = matchable(message);
  const found: FoundDay[] = [];
  for (const { pattern, read } of patternsOf(rules)) {
    for (const match of text.matchAll(pattern)) {
      const day = read(match, today);
      const end = match.index + match[0].length;
      const taken = found.some(({ at, words }) => match.index < at + words.length && at < end);
      if (day === null || taken) continue;
      const before = text.slice(Math.max(0, match.index - 60), match.index);
      if (rules.past.before.test(before) || rules.past.after.test(text.slice(end, end + 20)))
        continue;
      found.push({
        day,
        at: match.index,
        words: match[0],
        isDeadline: rules.deadline.test(before),
        isFor: rules.dayFor.test(before),
      });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

interface DayPattern {
  readonly pattern: RegExp;
  readonly read: (match: RegExpMatchArray, today: Day) => Day | null;
}

const patterns = new WeakMap<ReadingRules, readonly DayPattern[]>();

function patternsOf(rules: ReadingRules): readonly DayPattern[] {
  const known = patterns.get(rules);
  if (known) return known;
  const months = Object.keys(rules.months)
    .sort((a, b) => b.length - a.length)
    .join('|');
  const weekdays = Object.keys(rules.weekdays).join('|');
  const made: DayPattern[] = [
    {
      pattern: /(?<!\d)(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})(?!\d)/g,
      read: ({ groups }) =>
        dayFrom(Number(groups?.year), Number(groups?.month), Number(groups?.day)),
    },
    ...rules.dayAndMonth.map((written) => ({
      pattern: alone(
        String.raw`(?:(?:${weekdays}),?،?\s(?:the\s|el\s)?)?${written.replaceAll('M', months)}`,
      ),
      read: ({ groups }: RegExpMatchArray, today: Day) =>
        dated(
          today,
          rules.months[(groups?.month ?? '').toLowerCase()],
          Number(groups?.day),
          groups?.year,
        ),
    })),
    {
      pattern:
        /(?<![\d/])(?<first>\d{1,2})\/(?<second>\d{1,2})(?:\/(?<year>\d{4}|\d{2}))?(?![\d/])/g,
      read: (match, today) => slashed(match, rules.slashes, today),
    },
    {
      pattern: alone(rules.dayOfMonth.replaceAll('M', months)),
      read: ({ groups }, today) => nextOfMonth(today, Number(groups?.day)),
    },
    ...Object.entries(rules.relative).map(([word, count]) => ({
      pattern: alone(word),
      read: (_: RegExpMatchArray, today: Day) => daysAfter(today, count),
    })),
    {
      pattern: alone(`(?<weekday>${weekdays})`),
      read: (match, today) => weekdayAhead(match, rules.weekdays, rules, today),
    },
  ];
  const { shortWeekdays: short } = rules;
  if (short) {
    const words = `(?<weekday>${Object.keys(short.words).join('|')})`;
    made.push({
      pattern: alone(`(?<=${short.before})${words}|${words}(?=${short.after})`),
      read: (match, today) => weekdayAhead(match, short.words, rules, today),
    });
  }
  patterns.set(rules, made);
  return made;
}

function alone(words: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\d])(?:${words})(?![\p{L}\d])`, 'giu');
}

/** The next day of that name. Today only where "today" or "this" stands beside it. */
function weekdayAhead(
  match: RegExpMatchArray,
  weekdays: Readonly<Record<string, number>>,
  { thisDay }: ReadingRules,
  today: Day,
): Day {
  const ahead = nextWeekday(today, weekdays[(match.groups?.weekday ?? '').toLowerCase()] ?? 0);
  const [text, at] = [match.input ?? '', match.index ?? 0];
  const isThis =
    thisDay.before.test(text.slice(Math.max(0, at - 20), at)) ||
    thisDay.after.test(text.slice(at + match[0].length, at + match[0].length + 20));
  return ahead === today && !isThis ? daysAfter(ahead, 7) : ahead;
}

function slashed(
  match: RegExpMatchArray,
  reading: ReadingRules['slashes'],
  today: Day,
): Day | null {
  if (match[0] === '24/7') return null;
  const [first, second] = [Number(match.groups?.first), Number(match.groups?.second)];
  const year = match.groups?.year;
  const inFull = year?.length === 2 ? `20${year}` : year;
  if (reading === 'month-first') return dated(today, first, second, inFull);
  if (first > 12) return dated(today, second, first, inFull);
  if (second > 12 || first === second) return dated(today, first, second, inFull);
  return null;
}

/** The next day with that number, in this month or one after it. */
function nextOfMonth(today: Day, day: number): Day | null {
  for (let ahead = 0; ahead < 62; ahead += 1) {
    const candidate = daysAfter(today, ahead);
    if (Number(candidate.slice(8)) === day) return candidate;
  }
  return null;
}

function dated(today: Day, month: number | undefined, day: number, year?: string): Day | null {
  if (month === undefined) return null;
  if (year) return dayFrom(Number(year), month, day);
  const earliest = daysAfter(today, -120);
  const thisYear = Number(today.slice(0, 4));
  for (const candidate of [thisYear - 1, thisYear, thisYear + 1]) {
    const found = dayFrom(candidate, month, day);
    if (found !== null && found >= earliest) return found;
  }
  return null;
}
