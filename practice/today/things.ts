/**
 * What Today shows: never more than three things, whatever they are, and how many more there are. Answers
 * that are waited for, answers that came to asks of ours, asks gathered about one event, what someone here proposed or asks us to take over,
 * promises whose day has come, envelopes, whom somebody should ring, and what we learned. Late holding answers come first, to whoever
 * looks after them. When it is quiet nothing is shown; everything is still there.
 */
import { joinedUp } from '../asks/together/many-at-once.ts';
import { folded } from '../clean.ts';
import type { Day } from '../day.ts';
import { isQuiet } from './quiet.ts';
import { bySoonest, isWaiting, neededBy, type WaitingAsk } from './what-waits.ts';

export interface TodayAsk extends WaitingAsk {
  readonly joinedTo: string | null;
  readonly gathering: string | null;
}

export interface TodayPromise {
  readonly id: string;
  readonly by: Day | null;
  readonly carriedBy: string | null;
}

export interface TodayGiven<Ask extends TodayAsk, Promised extends TodayPromise> {
  readonly asks: readonly Ask[];
  /** Promises whose day has come. */
  readonly due: readonly Promised[];
  /** Asks that a person here can do the next step of: agree, object, say that nobody did. */
  readonly proposed: readonly Ask[];
  /** What this person is asked to take over: a promise, an ask, a gathering. */
  readonly offered: readonly { readonly id: string }[];
  /** Promises that this person carries, and is asked whether they could move for an ask. */
  readonly toMove: readonly { readonly ask: Ask; readonly promise: Promised }[];
  /** Promises without a day, from a yes or by themselves. */
  readonly withoutDay: readonly Promised[];
  /** Asks whose closed envelope waits for this person. */
  readonly envelopes: readonly Ask[];
  /** Asks of ours whose answers nobody here has opened yet. */
  readonly replied: readonly Ask[];
  /** Asks whose next step is somebody else's, or everybody's together. */
  readonly withOthers: readonly WithOthers<Ask>[];
  /** Asks whose date is over and that nobody has looked back on. */
  readonly toLookBackOn: readonly Ask[];
  /**
   * The partner whom somebody should ring before all others, where that is this person's to do: `isHarm` where
   * something happened to them, and nobody from us has been in touch since.
   */
  readonly call: { readonly partner: string; readonly isHarm: boolean } | null;
  readonly quietUntil: Day | null;
  /** Who looks after an ask or a gathering, by its id. */
  readonly carrierOf: (id: string) => string | null;
  /** What day it is where it was asked. */
  readonly dayThere: (ask: Ask) => Day;
  readonly me: string;
}

/** What is waited for: the envelopes of others, what others say to a proposal, a talk after an objection. */
export interface WithOthers<Ask> {
  readonly ask: Ask;
  readonly waitsFor: 'envelopes' | 'proposal' | 'objection';
}

export type Thing<Ask, Promised> =
  | { readonly type: 'answer'; readonly ask: Ask; readonly isLateHolding: boolean }
  | { readonly type: 'gathering'; readonly gathering: string; readonly asks: readonly Ask[] }
  | { readonly type: 'proposed'; readonly ask: Ask }
  | { readonly type: 'offered'; readonly id: string }
  | { readonly type: 'promise'; readonly promise: Promised }
  | { readonly type: 'without-day'; readonly promise: Promised }
  | { readonly type: 'move'; readonly ask: Ask; readonly promise: Promised }
  | { readonly type: 'envelope'; readonly ask: Ask }
  | ({ readonly type: 'with-others' } & WithOthers<Ask>)
  | { readonly type: 'replied'; readonly ask: Ask }
  | { readonly type: 'learned'; readonly ask: Ask }
  | { readonly type: 'call'; readonly partner: string };

export interface TodayThings<Ask, Promised> {
  readonly shown: readonly Thing<Ask, Promised>[];
  /** Things that are not shown. */
  readonly more: number;
  /** Whether one of those is for today, or late. */
  readonly moreIsForToday: boolean;
  /** How many organizations wait for an answer, each once. */
  readonly organizations: number;
  /** Asks put off, and not yet back. */
  readonly putOff: number;
  /** Quiet until this day; null when it is not. */
  readonly quietUntil: Day | null;
}

const shownAtMost = 3;

/** The order of things of one day: what is late for others, what others here wait for, what can wait. */
const ranks = { lateHolding: 0, due: 1, asked: 2, toCome: 3, lookBack: 4 } as const;

interface Ranked<Ask, Promised> {
  readonly thing: Thing<Ask, Promised>;
  readonly rank: number;
  readonly day: Day | null;
  readonly id: string;
}

export function todayThings<Ask extends TodayAsk, Promised extends TodayPromise>(
  given: TodayGiven<Ask, Promised>,
  today: Day,
): TodayThings<Ask, Promised> {
  const waiting = joinedUp(given.asks)
    .map(({ ask }) => ask)
    .filter(isWaiting);
  const back = waiting
    .filter(({ putOffUntil }) => putOffUntil === null || putOffUntil <= today)
    .sort(bySoonest);
  const ranked = [...rankedAnswers(back, given), ...rankedOthers(given)].sort(byRank);
  const quiet = isQuiet(given.quietUntil, today);
  const shown = quiet ? [] : ranked.slice(0, shownAtMost);
  // Who is worth a call stands among the partners, whether or not it is shown here.
  const rest = ranked.slice(shown.length).filter(({ thing }) => thing.type !== 'call');
  return {
    shown: shown.map(({ thing }) => thing),
    more: rest.length,
    moreIsForToday: rest.some(({ rank }) => rank <= ranks.due),
    organizations: new Set(back.map(({ from }) => folded(from))).size,
    putOff: waiting.length - back.length,
    quietUntil: quiet ? given.quietUntil : null,
  };
}

function rankedAnswers<Ask extends TodayAsk, Promised extends TodayPromise>(
  waiting: readonly Ask[],
  given: TodayGiven<Ask, Promised>,
): Ranked<Ask, Promised>[] {
  const mine = new Set([...given.proposed, ...given.envelopes].map(({ id }) => id));
  const withOthers = new Map(given.withOthers.map((each) => [each.ask.id, each]));
  const gathered = new Map<string, Ask[]>();
  const answers: Ranked<Ask, Promised>[] = [];
  for (const ask of waiting) {
    if (mine.has(ask.id)) continue;
    const others = withOthers.get(ask.id);
    if (others) {
      const rank = rankOf(ask, ask.id, given);
      answers.push({
        thing: { type: 'with-others', ...others },
        // What this person has done their part of stands behind what they can do, unless it is late.
        rank: rank === ranks.toCome ? ranks.lookBack : rank,
        day: neededBy(ask),
        id: ask.id,
      });
      continue;
    }
    if (ask.gathering !== null) {
      gathered.set(ask.gathering, [...(gathered.get(ask.gathering) ?? []), ask]);
      continue;
    }
    const isLateHolding = isLate(ask, given);
    answers.push({
      thing: { type: 'answer', ask, isLateHolding },
      rank: rankOf(ask, ask.id, given),
      day: neededBy(ask),
      id: ask.id,
    });
  }
  for (const [gathering, asks] of gathered) {
    const first = asks[0];
    if (!first) continue;
    answers.push({
      thing: { type: 'gathering', gathering, asks },
      rank: Math.min(...asks.map((ask) => rankOf(ask, gathering, given))),
      day: neededBy(first),
      id: gathering,
    });
  }
  return answers;
}

/** A holding answer whose day is over where it was asked. */
function isLate<Ask extends TodayAsk>(
  ask: Ask,
  { dayThere }: { readonly dayThere: (ask: Ask) => Day },
): boolean {
  return ask.holdingUntil !== null && ask.holdingUntil < dayThere(ask);
}

function rankOf<Ask extends TodayAsk, Promised extends TodayPromise>(
  ask: Ask,
  carried: string,
  given: TodayGiven<Ask, Promised>,
): number {
  const carrier = given.carrierOf(carried);
  const isOurs = carrier === null || carrier === given.me;
  if (isOurs && isLate(ask, given)) return ranks.lateHolding;
  return isOurs && (neededBy(ask) ?? '9999') <= given.dayThere(ask) ? ranks.due : ranks.toCome;
}

function rankedOthers<Ask extends TodayAsk, Promised extends TodayPromise>(
  given: TodayGiven<Ask, Promised>,
): Ranked<Ask, Promised>[] {
  const { me } = given;
  const isMine = ({ carriedBy }: Promised) => carriedBy === null || carriedBy === me;
  return [
    ...given.toMove.map(({ ask, promise }) => ({
      thing: { type: 'move' as const, ask, promise },
      rank: ranks.asked,
      day: neededBy(ask),
      id: promise.id,
    })),
    ...given.withoutDay.filter(isMine).map((promise) => ({
      thing: { type: 'without-day' as const, promise },
      rank: ranks.lookBack,
      day: null,
      id: promise.id,
    })),
    ...given.due.filter(isMine).map((promise) => ({
      thing: { type: 'promise' as const, promise },
      rank: ranks.due,
      day: promise.by,
      id: promise.id,
    })),
    ...given.offered.map(({ id }) => ({
      thing: { type: 'offered' as const, id },
      rank: ranks.asked,
      day: null,
      id,
    })),
    ...given.proposed.map((ask) => ({
      thing: { type: 'proposed' as const, ask },
      rank: ranks.asked,
      day: neededBy(ask),
      id: ask.id,
    })),
    ...given.envelopes.map((ask) => ({
      thing: { type: 'envelope' as const, ask },
      rank: ranks.asked,
      day: neededBy(ask),
      id: ask.id,
    })),
    ...given.replied.map((ask) => ({
      thing: { type: 'replied' as const, ask },
      rank: ranks.asked,
      day: neededBy(ask),
      id: ask.id,
    })),
    ...(given.call ? [callOf(given.call)] : []),
    ...given.toLookBackOn.map((ask) => ({
      thing: { type: 'learned' as const, ask },
      rank: ranks.lookBack,
      day: ask.on,
      id: ask.id,
    })),
  ];
}

/** Harm to them stands above whatever can wait; every other reason for a call can wait as well. */
function callOf({ partner, isHarm }: { readonly partner: string; readonly isHarm: boolean }) {
  const rank = isHarm ? ranks.asked : ranks.lookBack;
  return { thing: { type: 'call' as const, partner }, rank, day: null, id: partner };
}

function byRank(a: Ranked<unknown, unknown>, b: Ranked<unknown, unknown>): number {
  return a.rank - b.rank || compare(a.day ?? '9999', b.day ?? '9999') || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
