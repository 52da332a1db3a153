/** An ask of ours, its page and its answers, as changes. */
import { cleanLine } from '../../clean.ts';
import type { Day } from '../../day.ts';
import { type Change, setFields } from '../../stories/record.ts';
import { askChanges } from '../ask-changes.ts';
import { type AskReply, readAskReply } from '../public/ask-page.ts';

export interface AskOfOurs {
  /** Who we are, on its page. */
  readonly from: string;
  readonly what: string;
  readonly mostAffected: string;
  readonly theyAskedFor: string;
  readonly text: string;
  readonly by: Day | null;
  readonly on: Day | null;
}

export type AskOfOursRefused =
  | { readonly type: 'WhatMissing' }
  | { readonly type: 'WhoWeAreMissing' }
  | { readonly type: 'DayIsPast'; readonly field: 'by' | 'on' };

/** What stands in the way of sending it. */
export function whatIsWrongWithOurs(ask: AskOfOurs, today: Day): AskOfOursRefused[] {
  const wrong: AskOfOursRefused[] = [];
  if (cleanLine(ask.what) === '') wrong.push({ type: 'WhatMissing' });
  if (cleanLine(ask.from) === '') wrong.push({ type: 'WhoWeAreMissing' });
  for (const field of ['by', 'on'] as const) {
    const day = ask[field];
    if (day !== null && day < today) wrong.push({ type: 'DayIsPast', field });
  }
  return wrong;
}

export function writeAskOfOurs(record: string, ask: AskOfOurs, today: Day): Change[] {
  return askChanges(record, { direction: 'we-ask', ...ask, receivedOn: today });
}

/** Keeps what opens the page's inbox beside the ask. */
export function keepPage(
  record: string,
  page: {
    readonly ask: string;
    readonly secret: Uint8Array;
    readonly fragment: string;
    readonly until: Day;
  },
): readonly (Omit<Change, 'value'> & { readonly value: Change['value'] | Uint8Array })[] {
  return setFields('askPages', record, page);
}

export function closePage(record: string, on: Day): Change[] {
  return [{ table: 'askPages', record, field: 'closedOn', value: on }];
}

/** Answers that nobody here has opened yet are opened now. */
export function openReplies(
  replies: readonly { readonly id: string; readonly seenOn: Day | null }[],
  on: Day,
): Change[] {
  return replies
    .filter(({ seenOn }) => seenOn === null)
    .map(({ id }) => ({ table: 'askReplies', record: id, field: 'seenOn', value: on }));
}

/**
 * An answer as a record: the same on every device that picks it up, since its id comes with it. None
 * where it is not of the form.
 */
export function keepReply(
  reply: { readonly id: string; readonly says: unknown },
  page: { readonly id: string; readonly ask: string | null },
  receivedOn: Day,
): Change[] {
  const read: AskReply | null = readAskReply(reply.says);
  if (read === null) return [];
  return setFields('askReplies', reply.id, { ask: page.ask, page: page.id, ...read, receivedOn });
}
