/** What the next seven days hold, for the list beside Today: days of asks, promises, evenings, days we named to others. */
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

/** A plan for talking about a story. */
export interface DatedEvening {
  readonly id: string;
  readonly on: Day | null;
}

export type OfTheWeek<Ask, Promised, Evening> =
  | { readonly type: 'on'; readonly day: Day; readonly ask: Ask }
  | { readonly type: 'hear'; readonly day: Day; readonly ask: Ask }
  | { readonly type: 'promise'; readonly day: Day; readonly promise: Promised }
  | { readonly type: 'evening'; readonly day: Day; readonly evening: Evening };

/** In the order of the days. Asks that we said no to are not in it. */
export function thisWeek<
  Ask extends DatedAsk,
  Promised extends DatedPromise,
  Evening extends DatedEvening,
>(
  asks: readonly Ask[],
  toKeep: readonly Promised[],
  evenings: readonly Evening[],
  today: Day,
): OfTheWeek<Ask, Promised, Evening>[] {
  const end = daysAfter(today, 6);
  const isWithin = (day: Day | null): day is Day => day !== null && day >= today && day <= end;
  const found: OfTheWeek<Ask, Promised, Evening>[] = [];
  for (const { ask } of joinedUp(asks)) {
    const isNo = ask.answer === 'no' || ask.answer === 'not-now';
    if (isWithin(ask.on) && !isNo) found.push({ type: 'on', day: ask.on, ask });
    if (isWithin(ask.holdingUntil) && ask.answer === null)
      found.push({ type: 'hear', day: ask.holdingUntil, ask });
  }
  for (const promise of toKeep)
    if (isWithin(promise.by)) found.push({ type: 'promise', day: promise.by, promise });
  for (const evening of evenings)
    if (isWithin(evening.on)) found.push({ type: 'evening', day: evening.on, evening });
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : compareIds(a, b)));
}

type Any = OfTheWeek<DatedAsk, DatedPromise, DatedEvening>;

function compareIds(a: Any, b: Any): number {
  const [one, other] = [weekKey(a), weekKey(b)];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** A line of the week among the others: one ask can have two. */
export function weekKey(each: Any): string {
  switch (each.type) {
    case 'promise':
      return `${each.promise.id} promise`;
    case 'evening':
      return `${each.evening.id} evening`;
    default:
      return `${each.ask.id} ${each.type}`;
  }
}
