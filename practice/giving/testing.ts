/** For tests: arbitrary offers around a day. */
import fc from 'fast-check';
import { daysAfter } from '../day.ts';
import { usualAmounts } from './amounts.ts';
import type { Offer } from './offers.ts';

export const today = '2026-11-26';

const away = fc
  .tuple(fc.integer({ min: -20, max: 100 }), fc.integer({ min: 0, max: 40 }))
  .map(([from, days]) => ({
    from: daysAfter(today, from),
    until: daysAfter(today, from + days),
  }));

export function anOffer(by: string): fc.Arbitrary<Offer> {
  return fc.record({
    by: fc.constant(by),
    usual: fc.option(fc.constantFrom(...usualAmounts), { freq: 8 }),
    steppedBack: fc.integer({ min: 0, max: 5 }).map((one) => one === 0),
    sayName: fc.boolean(),
    skills: fc.uniqueArray(fc.constantFrom('drive', 'interpret', 'cook'), { maxLength: 3 }),
    away: fc.array(away, { maxLength: 4 }),
  });
}

/** Offers of up to so many people, one each. */
export function someOffers(atMost: number, atLeast = 0): fc.Arbitrary<readonly Offer[]> {
  return fc
    .integer({ min: atLeast, max: atMost })
    .chain((people) => fc.tuple(...Array.from({ length: people }, (_, at) => anOffer(`p${at}`))));
}
