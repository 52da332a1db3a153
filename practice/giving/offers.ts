/**
 * What people said that they can give, as a planner's device reads it: one offer a person, by whoever
 * signed it. Somebody who has left is not counted, nor is a second record of the same person.
 */
import { readFields } from '../fields.ts';
import { quarterDays, type UsualAmount } from './amounts.ts';
import type { Away } from './away.ts';
import { offerFields } from './tables.ts';

export interface Offer {
  readonly by: string;
  readonly usual: UsualAmount | null;
  readonly steppedBack: boolean;
  readonly sayName: boolean;
  readonly skills: readonly string[];
  readonly away: readonly Away[];
}

/** A stored record with who signed it and when, by their clock. */
export interface SignedOffer {
  readonly record: { readonly id: string; readonly [field: string]: unknown };
  readonly by: string;
  readonly at: number;
}

/** The latest offer of each person who is here, in the order of their ids. */
export function readOffers(
  signed: readonly SignedOffer[],
  isHere: (person: string) => boolean,
): readonly Offer[] {
  const latest = new Map<string, SignedOffer>();
  for (const one of signed) {
    const known = latest.get(one.by);
    if (isHere(one.by) && (!known || isLater(one, known))) latest.set(one.by, one);
  }
  return [...latest.values()]
    .sort((a, b) => (a.by < b.by ? -1 : 1))
    .map(({ record, by }) => {
      const { usual, steppedBack, sayName, skills, away } = readFields(offerFields, record);
      return { by, usual, steppedBack, sayName, skills: [...new Set(skills)], away };
    });
}

function isLater(a: SignedOffer, b: SignedOffer): boolean {
  return a.at === b.at ? a.record.id > b.record.id : a.at > b.at;
}

/** Quarter days that they can give in a week in which they are here; nothing after stepping back. */
export function usualQuarters({ usual, steppedBack }: Offer): number {
  return usual === null || steppedBack ? 0 : quarterDays[usual];
}

/** Whether they have said how much: those who stepped back have. */
export function hasSaid({ usual, steppedBack }: Offer): boolean {
  return usual !== null || steppedBack;
}
