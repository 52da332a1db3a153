/**
 * Who can be asked for a skill, week by week. A planner's device knows how many, and the names of those
 * who chose that. Everyone else hears whether five or more offer it, as the last sum told, and never a
 * smaller number.
 */
import { daysHere } from './away.ts';
import type { Offer } from './offers.ts';
import type { Week } from './weeks.ts';

export type BySkill =
  | {
      readonly type: 'Exactly';
      readonly weeks: readonly {
        readonly week: Week;
        /** Offer it and are here on some day of the week. */
        readonly people: number;
        /** Of them, who chose that their name may be said. */
        readonly named: readonly string[];
      }[];
    }
  | { readonly type: 'FiveOrMore' }
  /** Fewer than five, or all, or nobody: which of these is not told. */
  | { readonly type: 'NotTold' };

/** What reader can know: offers where they plan, else the skills that were told with the last sum. */
export type SkillsKnown =
  | { readonly offers: readonly Offer[] }
  | { readonly toldSkills: readonly string[] };

export function bySkill(skill: string, known: SkillsKnown, weeks: readonly Week[]): BySkill {
  if ('toldSkills' in known) {
    return { type: known.toldSkills.includes(skill) ? 'FiveOrMore' : 'NotTold' };
  }
  const able = known.offers.filter(
    ({ skills, steppedBack }) => !steppedBack && skills.includes(skill),
  );
  return {
    type: 'Exactly',
    weeks: weeks.map((week) => {
      const here = able.filter(({ away }) => daysHere(away, week) > 0);
      const named = here.filter(({ sayName }) => sayName).map(({ by }) => by);
      return { week, people: here.length, named: named.sort() };
    }),
  };
}
