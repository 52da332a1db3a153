/**
 * *We ask*: what the page of an ask of ours says, and what somebody with nothing installed answers. Both
 * are read as strangers' words: whatever does not fit its form reads as empty.
 */
import * as v from 'valibot';
import { type Day, daysAfter } from '../../day.ts';
import type { Plain } from '../../stories/record.ts';
import { answers } from '../kinds.ts';
import type { Ask } from '../tables.ts';
import { furthestDay } from './last-day.ts';
import { dayOrNone, line, text } from './words.ts';

const notice = v.object({
  page: v.literal('ask'),
  us: line(),
  what: line(),
  mostAffected: line(),
  theyAskedFor: line(),
  more: text(),
  by: dayOrNone(),
  on: dayOrNone(),
});

export type AskNotice = v.InferOutput<typeof notice>;

/** What the page says: the ask as it stands, under the name that we give ourselves on it. */
export function askNotice(
  ask: Pick<Ask, 'what' | 'mostAffected' | 'theyAskedFor' | 'text' | 'by' | 'on'>,
  us: string,
): { readonly [field: string]: Plain } {
  const { what, mostAffected, theyAskedFor, text: more, by, on } = ask;
  return { page: 'ask', us, what, mostAffected, theyAskedFor, more, by, on };
}

/** Null where it is no such notice. */
export function readAskNotice(says: unknown): AskNotice | null {
  const read = v.safeParse(notice, says);
  return read.success ? read.output : null;
}

const reply = v.object({
  answer: v.picklist(answers),
  from: line(),
  bring: line(),
  note: text(),
});

export type AskReply = v.InferOutput<typeof reply>;

export function askReply(given: AskReply): { readonly [field: string]: Plain } {
  return { ...given };
}

/** Null where it is no answer. */
export function readAskReply(says: unknown): AskReply | null {
  const read = v.safeParse(reply, says);
  return read.success ? read.output : null;
}

/** The ask as a message to weigh with one's own people, in the words of the page. */
export function messageOf({ us, what, mostAffected, theyAskedFor, more }: AskNotice): string {
  return [us, what, mostAffected, theyAskedFor, more].filter((words) => words !== '').join('\n\n');
}

/**
 * How long a page for an ask lasts: a week after it is needed, a month where no day was said, and never
 * more than a year.
 */
export function pageEnds(
  ask: { readonly by: Day | null; readonly on: Day | null },
  today: Day,
): Day {
  const last =
    [ask.by, ask.on]
      .filter((day) => day !== null)
      .sort()
      .at(-1) ?? today;
  const days = last === today ? 30 : 7;
  const ends = daysAfter(last < today ? today : last, days);
  return [ends, furthestDay(today)].sort()[0] ?? today;
}
