/**
 * Asks that came about one event, gathered on one page. Which ones is proposed and chosen by hand. An ask
 * that came twice is joined to the other: it waits no more by itself, and all of it is still there. A
 * holding answer goes to all at once.
 */
import type { Day } from '../../day.ts';
import type { Change } from '../../stories/record.ts';
import { askChanges } from '../ask-changes.ts';
import {
  type AskToCompare,
  cameTogether,
  seemsOneEvent,
  seemsTheSame,
  signsShared,
} from './alike.ts';

export interface Joinable {
  readonly id: string;
  readonly joinedTo: string | null;
}

/**
 * The ask that stands for this one: itself, or the one it is joined to, and so on. Where two devices joined
 * two asks to each other, the one with the lower id stands for both.
 */
export function standsFor(id: string, asks: ReadonlyMap<string, Joinable>): string {
  const path: string[] = [];
  for (let at = id; ; ) {
    const before = path.indexOf(at);
    if (before >= 0) return [...path.slice(before)].sort()[0] ?? id;
    const next = asks.get(at)?.joinedTo ?? null;
    if (next === null || !asks.has(next)) return at;
    path.push(at);
    at = next;
  }
}

export interface Joined<Ask> {
  readonly ask: Ask;
  /** The same ask, as it came other times. */
  readonly also: readonly Ask[];
}

/** Every ask once: by itself, or under the one that stands for it. In the order given. */
export function joinedUp<Ask extends Joinable>(asks: readonly Ask[]): Joined<Ask>[] {
  const byId = new Map(asks.map((ask) => [ask.id, ask]));
  const also = new Map<string, Ask[]>();
  for (const ask of asks) {
    const root = standsFor(ask.id, byId);
    if (root !== ask.id) also.set(root, [...(also.get(root) ?? []), ask]);
  }
  return asks
    .filter((ask) => standsFor(ask.id, byId) === ask.id)
    .map((ask) => ({ ask, also: also.get(ask.id) ?? [] }));
}

/**
 * Groups of asks that seem to be about one event, each of two or more, the largest first. `us` is our own
 * name, which stands in what is sent to us.
 */
export function proposeGatherings<Ask extends AskToCompare>(
  asks: readonly Ask[],
  us = '',
): Ask[][] {
  const groups: Ask[][] = [];
  const beside = { us, everyday: everydaySigns(asks, us) };
  for (const ask of [...asks].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const near = groups.filter((group) => group.some((other) => seemsOneEvent(ask, other, beside)));
    for (const group of near) groups.splice(groups.indexOf(group), 1);
    groups.push([...near.flat(), ask]);
  }
  return groups
    .filter((group) => group.length > 1)
    .map((group) => [...group].sort((a, b) => (a.id < b.id ? -1 : 1)))
    .sort((a, b) => b.length - a.length || ((a[0]?.id ?? '') < (b[0]?.id ?? '') ? -1 : 1));
}

/** Names and numbers that stand in two asks of different weeks. */
function everydaySigns(asks: readonly AskToCompare[], us: string): ReadonlySet<string> {
  const found = new Set<string>();
  asks.forEach((one, at) => {
    for (const other of asks.slice(0, at)) {
      if (cameTogether(one, other)) continue;
      for (const sign of signsShared(one, other, us)) found.add(sign);
    }
  });
  return found;
}

/** Pairs of asks that seem to be one ask that came twice, those joined already left out. */
export function proposeDuplicates<Ask extends AskToCompare & Joinable>(
  asks: readonly Ask[],
): (readonly [stays: Ask, joins: Ask])[] {
  const alone = asks.filter(({ joinedTo }) => joinedTo === null);
  return alone.flatMap((joins, at) => {
    const stays = alone.slice(0, at).find((other) => seemsTheSame(other, joins));
    return stays ? [[stays, joins] as const] : [];
  });
}

/** Joins one ask to another. Taken back by emptying the field: nothing of either is touched. */
export function joinAsk(joins: string, stays: string | null): Change[] {
  return askChanges(joins, { joinedTo: stays });
}

export interface Holdable extends Joinable {
  readonly answer: string | null;
  readonly holdingUntil: Day | null;
}

/** Asks of a gathering that a holding answer is for: not answered, and none promised a day still to come. */
export function toHold<Ask extends Holdable>(asks: readonly Ask[], today: Day): Ask[] {
  return joinedUp(asks)
    .map(({ ask }) => ask)
    .filter(
      ({ answer, holdingUntil }) =>
        answer === null && (holdingUntil === null || holdingUntil < today),
    );
}

/** Changes that tell them all: you will hear from us by that day. */
export function holdAll(asks: readonly Holdable[], until: Day, today: Day): Change[] {
  return toHold(asks, today).flatMap(({ id }) =>
    askChanges(id, { holdingUntil: until, toldOn: null, putOffUntil: null }),
  );
}
