/**
 * *A call to members*: what its page says, and what a member answers under any name. The list is for the
 * two who organize it; everyone else sees how many.
 */
import * as v from 'valibot';
import type { Plain } from '../../stories/record.ts';
import { dayOrNone, line, text } from './words.ts';

export const callAnswers = ['can', 'maybe', 'not-this-time'] as const;
export type CallAnswer = (typeof callAnswers)[number];

const notice = v.object({
  page: v.literal('call'),
  us: line(),
  what: line(),
  where: line(),
  on: dayOrNone(),
  /** The hour in words, as the organizers put it. */
  hour: line(),
  howMany: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))), null),
  /** Languages or skills that are looked for, in words. */
  skills: line(),
  more: text(),
});

export type CallNotice = v.InferOutput<typeof notice>;

export function callNotice(given: Omit<CallNotice, 'page'>): { readonly [field: string]: Plain } {
  return { page: 'call', ...given };
}

export function readCallNotice(says: unknown): CallNotice | null {
  const read = v.safeParse(notice, says);
  return read.success ? read.output : null;
}

const reply = v.object({
  answer: v.picklist(callAnswers),
  /** Any name, or none. */
  name: line(),
  /** A language or skill, or what else the organizers should know. */
  note: line(),
});

export type CallReply = v.InferOutput<typeof reply>;

export function callReply(given: CallReply): { readonly [field: string]: Plain } {
  return { ...given };
}

export function readCallReply(says: unknown): CallReply | null {
  const read = v.safeParse(reply, says);
  return read.success ? read.output : null;
}
