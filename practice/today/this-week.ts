/** What the next seven days hold, for the list beside Today: days of asks, promises, days we named to others. */
import { joinedUp } from '../asks/together/many-at-once.ts';
import { type Day, daysAfter } from '../day.ts';

export interface DatedAsk {
  readonly id: string;
  readonly answer: string | null;
  readonly joinedTo: string | null;
  /** The day it is for. */
  readonly on: Day | null;
  readonly holdingUntil: Day | null;
}

export interface DatedPromise {
  readonly id: string;
  readonly by: Day | null;
}

export type OfTheWeek<Ask, Promised> =
  | { readonly type: 'on'; readonly day: Day; readonly ask: Ask }
  | { readonly type: 'hear'; readonly day: Day; readonly ask: Ask }
  | { readonly type: 'promise'; readonly day: Day; readonly promise: Promised };

/** In the order of the days. Asks that we said no to are not in it. */
export function thisWeek<Ask extends DatedAsk, Promised extends DatedPromise>(
  asks: readonly Ask[],
  toKeep: readonly Promised[],
  today: Day,
): OfTheWeek<Ask, Promised>[] {
  const end = daysAfter(today, 6);
  const isWithin = (day: Day | null): day is Day => day !== null && day >= today && day <= end;
  const found: OfTheWeek<Ask, Promised>[] = [];
  for (const { ask } of joinedUp(asks)) {
    const isNo = ask.answer === 'no' || ask.answer === 'not-now';
    if (isWithin(ask.on) && !isNo) found.push({ type: 'on', day: ask.on, ask });
    if (isWithin(ask.holdingUntil) && ask.answer === null)
      found.push({ type: 'hear', day: ask.holdingUntil, ask });
  }
  for (const promise of toKeep)
    if (isWithin(promise.by)) found.push({ type: 'promise', day: promise.by, promise });
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : compareIds(a, b)));
}

function compareIds(a: OfTheWeek<DatedAsk, DatedPromise>, b: typeof a): number {
  const [one, other] = [idOf(a), idOf(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

function idOf(each: OfTheWeek<DatedAsk, DatedPromise>): string {
  return `${each.type === 'promise' ? each.promise.id : each.ask.id} ${each.type}`;
}
