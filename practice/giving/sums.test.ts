/**
 * The sums: they are what was offered, in whatever order the records came, and what is told of them
 * gives nobody away. See docs/guide/how-we-know/giving.md for the words of each rule.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Day, daysAfter } from '../day.ts';
import { quarterDays } from './amounts.ts';
import type { Offer } from './offers.ts';
import {
  enough,
  figureOf,
  type Given,
  givenBy,
  newIn,
  nextSum,
  offeredByWeek,
  saidCount,
  skillsOfMany,
} from './sums.ts';
import { anOffer, someOffers, today } from './testing.ts';
import { twelveWeeks } from './weeks.ts';
import { weekRows } from './what-we-can-give.ts';

const weeks = twelveWeeks(today, 'sat-sun');
const days = (from: Day, count: number) =>
  Array.from({ length: count }, (_, at) => daysAfter(from, at));
const shuffled = <T>(list: readonly T[]) =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length });

const offer = (by: string, usual: Offer['usual'], more: Partial<Offer> = {}): Offer => ({
  ...{ by, usual, steppedBack: false, sayName: false, skills: [], away: [] },
  ...more,
});
const team = (count: number, usual: Offer['usual'] = 'day') =>
  Array.from({ length: count }, (_, at) => offer(`p${at}`, usual));

/** Everything that was told, when the offers were these one after another. */
function told(history: readonly (readonly Offer[])[]): readonly Given[] {
  const earlier: Given[] = [];
  for (const offers of history) {
    const next = nextSum(offers, weeks, earlier);
    if (next.type === 'Told') earlier.push(next.given);
  }
  return earlier;
}

/** Offers of the same people at several times: at each some have changed theirs, some have come or gone. */
const aHistory = fc
  .tuple(fc.integer({ min: 5, max: 9 }), fc.integer({ min: 2, max: 7 }))
  .chain(([people, times]) =>
    fc.array(
      fc
        .tuple(...Array.from({ length: people }, (_, at) => anOffer(`p${at}`)))
        .map((offers): readonly Offer[] => offers.map((one) => ({ ...one, steppedBack: false }))),
      { minLength: times, maxLength: times },
    ),
  )
  .chain((history) =>
    fc
      .array(fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), {
        minLength: history.length,
        maxLength: history.length,
      })
      .map((keeps) => {
        const lasting: (readonly Offer[])[] = [];
        for (const [at, offers] of history.entries()) {
          const before = lasting.at(-1);
          lasting.push(offers.map((one, who) => (keeps[at]?.[who] && before?.[who]) || one));
        }
        return lasting;
      }),
  );

describe('the sums by week', () => {
  it('equal what was offered, day by day', () => {
    fc.assert(
      fc.property(someOffers(12), (offers) => {
        const sums = offeredByWeek(offers, weeks);
        for (const [at, { from }] of weeks.entries()) {
          let sevenths = 0;
          for (const { usual, steppedBack, away } of offers) {
            if (usual === null || steppedBack) continue;
            for (const day of days(from, 7)) {
              const isAway = away.some((one) => one.from <= day && day <= one.until);
              if (!isAway) sevenths += quarterDays[usual];
            }
          }
          expect(sums[at]).toBe(sevenths / 7);
        }
      }),
    );
  });

  it('never depend on the order of records, nor does anything else that is made of them', () => {
    fc.assert(
      fc.property(
        someOffers(12).chain((offers) => fc.tuple(fc.constant(offers), shuffled(offers))),
        ([offers, other]) => {
          expect(offeredByWeek(other, weeks)).toEqual(offeredByWeek(offers, weeks));
          expect(figureOf(givenBy(other, weeks))).toBe(figureOf(givenBy(offers, weeks)));
          expect(skillsOfMany(other)).toEqual(skillsOfMany(offers));
          expect(saidCount(other)).toBe(saidCount(offers));
        },
      ),
    );
  });

  it('over twelve weeks are what was told, to an eighth of a day for each who gives', () => {
    fc.assert(
      fc.property(someOffers(12, 5), (offers) => {
        const exact = offeredByWeek(offers, weeks).reduce((sum, one) => sum + one, 0) / 12;
        const spread = [...givenBy(offers, weeks).values()].reduce((sum, one) => sum + one, 0);
        expect(Math.abs(spread - exact)).toBeLessThanOrEqual(offers.length / 2 + 1e-9);
      }),
    );
  });
});

describe('the figure that is told', () => {
  it('is of five or more who give something, or there is none', () => {
    fc.assert(
      fc.property(someOffers(9), (offers) => {
        const given = givenBy(offers, weeks);
        expect(figureOf(given) === null).toBe(given.size < enough);
      }),
    );
  });

  it('is whole half days, and not a day from the sum', () => {
    fc.assert(
      fc.property(someOffers(30, 5), (offers) => {
        const given = givenBy(offers, weeks);
        const figure = figureOf(given);
        if (figure === null) return;
        const sum = [...given.values()].reduce((total, one) => total + one, 0);
        expect(Number.isInteger(figure)).toBe(true);
        expect(Math.abs(figure * 2 - sum)).toBeLessThan(4);
      }),
    );
  });

  it('leaves at least two answers to what any one of them gives, whoever knows how many they are', () => {
    const amounts = Object.values(quarterDays);
    for (let people = 5; people <= 8; people += 1) {
      const possible = new Map<number, Set<number>>();
      const each = (chosen: readonly number[]): void => {
        if (chosen.length < people) {
          for (const one of amounts) each([...chosen, one]);
          return;
        }
        const figure = figureOf(new Map(chosen.map((one, at) => [`p${at}`, one]))) ?? -1;
        const first = possible.get(figure) ?? new Set();
        possible.set(figure, first.add(chosen[0] ?? 0));
      };
      each([]);
      for (const [figure, values] of possible) {
        expect(values.size, `${people} people, ${figure} half days`).toBeGreaterThan(1);
      }
    }
  });
});

describe('hiding resists differencing', () => {
  it('of any two weeks: away changes every week of what is told alike, so no two weeks differ by it', () => {
    fc.assert(
      fc.property(someOffers(12, 5), (offers) => {
        const sum = figureOf(givenBy(offers, weeks));
        const shown = weekRows(weeks, sum, [], []).map(({ offered }) => offered);
        expect(new Set(shown).size).toBe(1);
      }),
    );
  });

  it('of any two figures: they are of the same gifts, or five or more give something else', () => {
    fc.assert(
      fc.property(aHistory, (history) => {
        const all = told(history);
        for (const [at, now] of all.entries()) {
          for (const before of all.slice(0, at)) {
            const people = new Set([...now.keys(), ...before.keys()]);
            const changed = [...people].filter((one) => now.get(one) !== before.get(one));
            expect(changed.length).toBeGreaterThanOrEqual(enough);
          }
        }
      }),
    );
  });

  it('of any adding and subtracting of all figures ever told: what is left is of five or more', () => {
    const weights = [-2, -1, 0, 1, 2];
    fc.assert(
      fc.property(aHistory, (history) => {
        const all = told(history);
        const each = (chosen: readonly number[]): void => {
          if (chosen.length < all.length) {
            for (const weight of weights) each([...chosen, weight]);
            return;
          }
          if (chosen.every((weight) => weight === 0)) return;
          expect(peopleIn(all, chosen)).toBeGreaterThanOrEqual(enough);
        };
        if (all.length <= 5) each([]);
      }),
      { numRuns: 60 },
    );
  });

  it('of a person who changes, is away, comes or goes alone: nothing is told again', () => {
    const before = team(8);
    const earlier = told([before]);
    for (const after of [
      [...before, offer('p8', 'more')],
      before.slice(1),
      [offer('p0', 'more'), ...before.slice(1)],
      [offer('p0', 'day', { steppedBack: true }), ...before.slice(1)],
      [offer('p0', 'day', { away: [{ from: today, until: '2027-03-01' }] }), ...before.slice(1)],
      [...team(4, 'more'), ...before.slice(4)],
    ]) {
      expect(nextSum(after, weeks, earlier).type).toBe('TooFewChanged');
    }
    expect(nextSum([...team(5, 'more'), ...before.slice(5)], weeks, earlier).type).toBe('Told');
  });

  it('of one who changes to and fro: a gift that was in a figure before is not new', () => {
    const [a, b] = [team(6, 'day'), team(6, 'half-day')];
    const earlier = told([a, b]);
    expect(earlier).toHaveLength(2);
    expect(newIn(givenBy(a, weeks), earlier)).toBe(0);
    const one = [offer('p0', 'more'), ...a.slice(1)];
    expect(nextSum(one, weeks, earlier)).toEqual({ type: 'TooFewChanged', people: 1 });
  });

  it('of two figures of five who all changed: each still leaves two answers for each', () => {
    const amounts = Object.values(quarterDays);
    const fives = tuples(amounts, 5);
    const seen = new Map<string, [Set<number>, Set<number>]>();
    const figures = fives.map(
      (five) => figureOf(new Map(five.map((one, at) => [`p${at}`, one]))) ?? -1,
    );
    for (const [i, first] of fives.entries()) {
      for (const [j, second] of fives.entries()) {
        if (first.some((one, at) => one === second[at])) continue;
        const key = `${figures[i]} ${figures[j]}`;
        const sets = seen.get(key) ?? [new Set(), new Set()];
        sets[0].add(first[0] ?? 0);
        sets[1].add(second[0] ?? 0);
        seen.set(key, sets);
      }
    }
    for (const [key, [first, second]] of seen) {
      expect(first.size, key).toBeGreaterThan(1);
      expect(second.size, key).toBeGreaterThan(1);
    }
  });
});

describe('skills', () => {
  it('are told only where five or more offer one and not everyone does', () => {
    const who = (count: number, of: number) =>
      team(of).map((one, at) => (at < count ? { ...one, skills: ['drive'] } : one));
    expect(skillsOfMany(who(4, 8))).toEqual([]);
    expect(skillsOfMany(who(5, 8))).toEqual(['drive']);
    expect(skillsOfMany(who(8, 8))).toEqual([]);
  });

  it('of who stepped back are not offered', () => {
    const offers = team(8).map((one, at) => ({
      ...one,
      skills: at < 5 ? ['drive'] : [],
      steppedBack: at === 0,
    }));
    expect(skillsOfMany(offers)).toEqual([]);
  });
});

function tuples(of: readonly number[], length: number): readonly (readonly number[])[] {
  if (length === 0) return [[]];
  return tuples(of, length - 1).flatMap((rest) => of.map((one) => [one, ...rest]));
}

/** How many people something is left of, when the figures are added with these weights. */
function peopleIn(all: readonly Given[], weights: readonly number[]): number {
  const left = new Map<string, Map<number, number>>();
  for (const [at, given] of all.entries()) {
    for (const [person, quarters] of given) {
      const gifts = left.get(person) ?? new Map<number, number>();
      gifts.set(quarters, (gifts.get(quarters) ?? 0) + (weights[at] ?? 0));
      left.set(person, gifts);
    }
  }
  return [...left.values()].filter((gifts) => [...gifts.values()].some((one) => one !== 0)).length;
}
