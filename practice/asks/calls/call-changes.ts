/** A call to members and what came back, as changes. */
import { cleanLine } from '../../clean.ts';
import { type Day, daysAfter } from '../../day.ts';
import type { Change } from '../../stories/record.ts';
import { type CallAnswer, callNotice, readCallReply } from '../public/call-page.ts';
import type { Call, KeptCallReply } from './tables.ts';

export interface CallWords {
  readonly us: string;
  readonly what: string;
  readonly where: string;
  readonly on: Day | null;
  readonly hour: string;
  readonly howMany: number | null;
  readonly skills: string;
  readonly more: string;
}

export type CallRefused =
  | { readonly type: 'WhatMissing' }
  | { readonly type: 'DayMissing' }
  | { readonly type: 'DayIsPast' };

/** What stands in the way of sending it: it needs to say what, and a day that has not passed. */
export function whatIsWrongWithCall(call: CallWords, today: Day): CallRefused[] {
  const wrong: CallRefused[] = [];
  if (cleanLine(call.what) === '') wrong.push({ type: 'WhatMissing' });
  if (call.on === null) wrong.push({ type: 'DayMissing' });
  else if (call.on < today) wrong.push({ type: 'DayIsPast' });
  return wrong;
}

/** The last day on which anything of the call is there: seven days after it. */
export function callEnds(on: Day): Day {
  return daysAfter(on, 7);
}

export interface CallLink {
  readonly ask: string | null;
  readonly circle: string;
  readonly secret: Uint8Array;
  readonly fragment: string;
  readonly until: Day;
}

type BytesChange = Omit<Change, 'value'> & { readonly value: Change['value'] | Uint8Array };

export function writeCall(record: string, call: CallWords, link: CallLink): BytesChange[] {
  return Object.entries({ ...call, ...link }).map(([field, value]) => ({
    table: 'calls',
    record,
    field,
    value,
  }));
}

/** What its page says. */
export function noticeOfCall(call: CallWords) {
  const { us, what, where, on, hour, howMany, skills, more } = call;
  return callNotice({ us, what, where, on, hour, howMany, skills, more });
}

/** An answer as a record, for the organizers alone; none where it is not of the form. */
export function keepCallReply(
  reply: { readonly id: string; readonly says: unknown },
  call: string,
): Change[] {
  const read = readCallReply(reply.says);
  if (read === null) return [];
  return Object.entries({ call, ...read }).map(([field, value]) => ({
    table: 'callReplies',
    record: reply.id,
    field,
    value,
  }));
}

/** How many said what. Names play no part in it. */
export function countAnswers(
  replies: readonly Pick<KeptCallReply, 'answer'>[],
): Readonly<Record<CallAnswer, number>> {
  const count = (answer: CallAnswer) => replies.filter((reply) => reply.answer === answer).length;
  return { can: count('can'), maybe: count('maybe'), 'not-this-time': count('not-this-time') };
}

/** Calls of which nothing may be left: their last day has passed, and their list goes. */
export function callsToDestroy<One extends Pick<Call, 'id' | 'until'>>(
  calls: readonly One[],
  today: Day,
): One[] {
  return calls.filter(({ until }) => until !== null && until < today);
}
