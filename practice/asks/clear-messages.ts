/**
 * What came with an ask is not kept for good where a steward chose so: the message, our reply, the line on risk
 * and the way to reach whoever sent it. Who asked, for what, what we answered and why, and every day of it stay.
 */
import type { Day } from '../day.ts';
import { isPast, type Term } from '../house/terms.ts';
import { type Change, setFields } from '../stories/record.ts';
import type { Arrival } from './arrivals/tables.ts';
import type { PromiseMade } from './promises/tables.ts';
import type { Ask } from './tables.ts';
import { standsFor } from './together/many-at-once.ts';

type OldAsk = Pick<
  Ask,
  'id' | 'direction' | 'answer' | 'answeredOn' | 'on' | 'joinedTo' | (typeof cleared)[number]
>;

const cleared = ['text', 'reply', 'atRisk'] as const;

export interface WithMessages {
  readonly asks: readonly OldAsk[];
  readonly promises: readonly Pick<PromiseMade, 'ask' | 'state' | 'stateOn'>[];
  /** Under the id of the ask that came with each. */
  readonly arrivals: readonly Pick<Arrival, 'id' | 'reach'>[];
}

/**
 * The changes that empty what came with asks that have been over for longer than the term. An ask of others is
 * over once it is answered, its day has passed, and what was promised of it is kept or set down; one that was
 * joined to another is over with it.
 */
export function messagesToClear(
  { asks, promises, arrivals }: WithMessages,
  keep: Term,
  today: Day,
): Change[] {
  const byId = new Map(asks.map((ask) => [ask.id, ask]));
  const promised = Map.groupBy(promises, ({ ask }) => ask);
  const reach = new Map(arrivals.map((arrival) => [arrival.id, arrival.reach]));
  return asks.flatMap((ask) => {
    const stands = byId.get(standsFor(ask.id, byId)) ?? ask;
    if (ask.direction !== 'asked-of-us' || stands.direction !== 'asked-of-us') return [];
    const since = overSince(stands, promised.get(stands.id) ?? []);
    if (since === null || !isPast(since, keep, today)) return [];
    const words = cleared.filter((field) => ask[field] !== '');
    return [
      ...setFields('asks', ask.id, Object.fromEntries(words.map((field) => [field, '']))),
      ...(reach.get(ask.id) ? setFields('arrivals', ask.id, { reach: '' }) : []),
    ];
  });
}

/** The last day of it; null while it goes on. */
function overSince(
  { answer, answeredOn, on }: OldAsk,
  promises: WithMessages['promises'],
): Day | null {
  if (answer === null || answeredOn === null) return null;
  if (promises.some(({ state }) => state === 'open' || state === 'changed')) return null;
  const days = [answeredOn, on, ...promises.map(({ stateOn }) => stateOn)];
  return days.reduce<Day>((last, day) => (day !== null && day > last ? day : last), answeredOn);
}
