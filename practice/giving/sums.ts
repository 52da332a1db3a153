/**
 * From what each can give to what all can: the exact sums by week, which only planners see, and the one
 * figure that their device tells the core team. That figure hides what any one person gives, also from
 * somebody who keeps every figure ever told and adds and subtracts them. The rule and why it holds are
 * in docs/guide/how-we-know/giving.md.
 */
import { halfDaysIn, least, most } from './amounts.ts';
import { daysHere } from './away.ts';
import { hasSaid, type Offer, usualQuarters } from './offers.ts';
import type { Week } from './weeks.ts';

/** Fewer people than that are never told of together. */
export const enough = 5;

/** What each person gives in a week, in quarter days; who gives nothing is not in it. */
export type Given = ReadonlyMap<string, number>;

/**
 * Quarter days offered in each week: the share of the seven days that someone is here, of what they
 * usually give. Added up in whole sevenths, so that no order of records changes a sum.
 */
export function offeredByWeek(offers: readonly Offer[], weeks: readonly Week[]): readonly number[] {
  return weeks.map((week) => {
    const sevenths = offers.map((offer) => usualQuarters(offer) * daysHere(offer.away, week));
    return sevenths.reduce((sum, one) => sum + one, 0) / 7;
  });
}

/**
 * What each gives in a week of the coming twelve on average, to the nearest quarter day. Times away are
 * spread over all twelve, so that no two weeks differ by somebody's absence.
 */
export function givenBy(offers: readonly Offer[], weeks: readonly Week[]): Given {
  const days = weeks.length * 7;
  const given = new Map<string, number>();
  for (const offer of offers) {
    const here = weeks.reduce((sum, week) => sum + daysHere(offer.away, week), 0);
    const quarters = Math.round((usualQuarters(offer) * here) / days);
    if (quarters > 0) given.set(offer.by, quarters);
  }
  return given;
}

/**
 * The figure in half days, or null for fewer than five who give. Rounded down to half days, and kept
 * away from both ends: were all to give the least, or the most, the figure would tell it of each.
 */
export function figureOf(given: Given): number | null {
  if (given.size < enough) return null;
  const sum = [...given.values()].reduce((total, one) => total + one, 0);
  const lowest = halfDaysIn(given.size * least + 1);
  const highest = halfDaysIn(given.size * most - 2);
  return Math.min(Math.max(halfDaysIn(sum), lowest), highest);
}

/** How many give now what they gave in none of the earlier figures. */
export function newIn(given: Given, earlier: readonly Given[]): number {
  return [...given].filter(([person, quarters]) =>
    earlier.every((before) => before.get(person) !== quarters),
  ).length;
}

export type NextSum =
  | { readonly type: 'Told'; readonly halfDays: number; readonly given: Given }
  /** `people` give something; that is too few. */
  | { readonly type: 'TooFew'; readonly people: number }
  /** Only `people` give what they gave in none of the figures before. */
  | { readonly type: 'TooFewChanged'; readonly people: number };

/** What may be told now, after everything that was told before. */
export function nextSum(
  offers: readonly Offer[],
  weeks: readonly Week[],
  earlier: readonly Given[],
): NextSum {
  const given = givenBy(offers, weeks);
  const halfDays = figureOf(given);
  if (halfDays === null) return { type: 'TooFew', people: given.size };
  const people = newIn(given, earlier);
  return people < enough ? { type: 'TooFewChanged', people } : { type: 'Told', halfDays, given };
}

/** How many people have said, of those who are here. */
export function saidCount(offers: readonly Offer[]): number {
  return offers.filter(hasSaid).length;
}

/** Skills that five or more offer, but not everyone who has said: else it would tell it of each. */
export function skillsOfMany(offers: readonly Offer[]): readonly string[] {
  const said = offers.filter(hasSaid);
  const by = new Map<string, number>();
  for (const { skills, steppedBack } of said) {
    for (const skill of steppedBack ? [] : new Set(skills)) by.set(skill, (by.get(skill) ?? 0) + 1);
  }
  return [...by]
    .filter(([, people]) => people >= enough && people < said.length)
    .map(([skill]) => skill)
    .sort();
}
