/**
 * What stands in the way of writing an ask down. Only two things are required: who asks, and for
 * what. Everything else may be unknown, and is shown as unknown.
 */
import { bytesOf, cleanLine } from '../clean.ts';
import { type Day, isDay } from '../day.ts';
import { messageLimit } from './read/read-message.ts';

/** Characters of one line that a person writes: more than anyone needs, less than a field holds. */
export const lineLimit = 2_000;

/** What a person has put into the form so far. */
export interface AskWords {
  readonly text: string;
  readonly from: string;
  readonly what: string;
  readonly mostAffected: string;
  readonly theyAskedFor: string;
  /** `2026-11-20`, or empty. */
  readonly by: string;
}

export type AskRefused =
  | { readonly type: 'FromMissing' }
  | { readonly type: 'WhatMissing' }
  | { readonly type: 'LineTooLong'; readonly field: keyof AskWords; readonly limit: number }
  | { readonly type: 'MessageTooLong'; readonly characters: number }
  | { readonly type: 'NotADay'; readonly written: string }
  | { readonly type: 'DayIsPast'; readonly by: Day; readonly received: Day };

/** Every refusal, in the order of the form; none when the ask can be written down. */
export function whatIsWrong(ask: AskWords, received: Day): AskRefused[] {
  const wrong: AskRefused[] = [];
  if (bytesOf(ask.text) > messageLimit) {
    wrong.push({ type: 'MessageTooLong', characters: ask.text.length });
  }
  if (cleanLine(ask.from) === '') wrong.push({ type: 'FromMissing' });
  if (cleanLine(ask.what) === '') wrong.push({ type: 'WhatMissing' });
  for (const field of ['from', 'what', 'mostAffected', 'theyAskedFor'] as const) {
    if (ask[field].length > lineLimit) wrong.push({ type: 'LineTooLong', field, limit: lineLimit });
  }
  if (ask.by !== '') {
    if (!isDay(ask.by)) wrong.push({ type: 'NotADay', written: ask.by });
    else if (ask.by < received) wrong.push({ type: 'DayIsPast', by: ask.by, received });
  }
  return wrong;
}
