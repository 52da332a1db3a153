/** A call to members and what came back, as changes. */
import { cleanLine } from '../../clean.ts';
import { type Day, daysAfter } from '../../day.ts';
import { calledKind } from '../../partners/tables.ts';
import { type Change, setFields } from '../../stories/record.ts';
import { type CallAnswer, callNotice, readCallReply } from '../public/call-page.ts';
import { furthestDay } from '../public/last-day.ts';
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
  | { readonly type: 'DayIsPast' }
  | { readonly type: 'DayTooFar' };

/** What stands in the way of sending it: it needs to say what, and a day within a year. */
export function whatIsWrongWithCall(call: CallWords, today: Day): CallRefused[] {
  const wrong: CallRefused[] = [];
  if (cleanLine(call.what) === '') wrong.push({ type: 'WhatMissing' });
  if (call.on === null) wrong.push({ type: 'DayMissing' });
  else if (call.on < today) wrong.push({ type: 'DayIsPast' });
  else if (call.on > furthestDay(today)) wrong.push({ type: 'DayTooFar' });
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
  return setFields('calls', record, { ...call, ...link });
}

/** It is called off: from this day nobody can answer it. */
export function closeCall(record: string, on: Day): Change[] {
  return [{ table: 'calls', record, field: 'closedOn', value: on }];
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
  return setFields('callReplies', reply.id, { call, ...read });
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

/**
 * That members said they can come for them is a contact with the partner who asked: from the day after, under the
 * call's own id, so that it is one whoever of those who organize it writes it down. Nothing of who, or of how
 * many. None where it was called off or nobody can come.
 */
export function contactOfCall(
  call: Pick<Call, 'id' | 'on' | 'closedOn'>,
  partner: string,
  replies: readonly Pick<KeptCallReply, 'answer'>[],
  today: Day,
): Change[] {
  if (call.closedOn !== null || call.on === null || call.on >= today) return [];
  if (countAnswers(replies).can === 0) return [];
  return setFields('contacts', call.id, { partner, kind: calledKind, on: call.on });
}
