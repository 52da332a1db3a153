/** What waits for our answer today: at most three in full, the rest as a number. */
import { folded } from '../clean.ts';
import { type Day, daysAfter } from '../day.ts';

export interface WaitingAsk {
  readonly id: string;
  readonly direction: string;
  readonly from: string;
  readonly answer: string | null;
  readonly by: Day | null;
  readonly on: Day | null;
  readonly receivedOn: Day | null;
  readonly holdingUntil: Day | null;
  readonly putOffUntil: Day | null;
}

export interface Waiting<Ask> {
  /** The first three, the soonest first. */
  readonly shown: readonly Ask[];
  /** Asks that wait but are not shown. */
  readonly more: number;
  /** Whether one of those has to be answered today or is late. */
  readonly moreIsForToday: boolean;
  /** How many organizations wait, each once. */
  readonly organizations: number;
  /** Put off, and not yet back. */
  readonly putOff: number;
}

const shownAtMost = 3;

/** The day by which an ask needs us: what we told them, else what they said, else the day it is for. */
export function neededBy(ask: WaitingAsk): Day | null {
  return ask.holdingUntil ?? ask.by ?? ask.on;
}

/** Whether it waits for an answer of ours: asked of us, and not answered yet. */
export function isWaiting(ask: WaitingAsk): boolean {
  return ask.direction === 'asked-of-us' && ask.answer === null;
}

/** What waits on that day. One past its date stays in front; one without a date comes last. */
export function whatWaits<Ask extends WaitingAsk>(asks: readonly Ask[], today: Day): Waiting<Ask> {
  const waiting = asks.filter(isWaiting);
  const now = waiting
    .filter((ask) => ask.putOffUntil === null || ask.putOffUntil <= today)
    .sort(bySoonest);
  const rest = now.slice(shownAtMost);
  return {
    shown: now.slice(0, shownAtMost),
    more: rest.length,
    moreIsForToday: rest.some((ask) => (neededBy(ask) ?? '9999') <= today),
    organizations: new Set(now.map((ask) => folded(ask.from))).size,
    putOff: waiting.length - now.length,
  };
}

/** Sorts by the day that needs us, then by when it came. */
export function bySoonest(a: WaitingAsk, b: WaitingAsk): number {
  return (
    compare(neededBy(a) ?? '9999', neededBy(b) ?? '9999') ||
    compare(a.receivedOn ?? '', b.receivedOn ?? '') ||
    compare(a.id, b.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Until when an ask is put off: two days, but never past the day before it is needed; null when that leaves no day. */
export function putOffUntil(ask: WaitingAsk, today: Day): Day | null {
  const wanted = daysAfter(today, 2);
  const needed = neededBy(ask);
  const until = needed !== null && needed <= wanted ? daysAfter(needed, -1) : wanted;
  return until > today ? until : null;
}
