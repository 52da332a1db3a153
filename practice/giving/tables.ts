/**
 * What *What we can give* writes down. What one person can give is their own record, and a copy of it
 * that is sealed to the planners (docs/decisions/0012). All that the core team reads is about the
 * organization: sums, lines of work, its list of days. Away has days and nothing else; stepping back
 * has no reason and no day.
 */
import * as v from 'valibot';
import { choice, day, link, type Read, words } from '../fields.ts';
import { usualAmounts } from './amounts.ts';

const writtenDay = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/));

/** Times away that one person can have written down at once, and skills that they can offer. */
export const awayAtMost = 40;
export const skillsAtMost = 40;

export const offerFields = {
  /** What they can usually give to others' causes in a week. Never what was worked. */
  usual: choice(usualAmounts),
  steppedBack: v.optional(v.boolean(), false),
  /** From the first day to the last. */
  away: v.optional(
    v.pipe(
      v.array(v.object({ from: writtenDay, until: writtenDay })),
      v.maxLength(awayAtMost),
      v.readonly(),
    ),
    [],
  ),
  /** Records of `skills`: what of the organization's list they can be asked for. */
  skills: v.optional(v.pipe(v.array(v.string()), v.maxLength(skillsAtMost), v.readonly()), []),
  /** The planners may say their name when a skill is needed. */
  sayName: v.optional(v.boolean(), false),
};

/** One's own: the same, and to whom it was said. */
export const ownOfferFields = {
  ...offerFields,
  /** The circle of planners that it was sealed to, and the record there. */
  circle: link(),
  record: link(),
  /** Who they were, by their ids. */
  planners: v.optional(v.pipe(v.array(v.string()), v.readonly()), []),
  /** What is chosen since and was not said to them yet: kept, and read by nobody else. */
  draft: v.optional(v.nullable(v.pipe(v.object(offerFields), v.readonly())), null),
};

export type OwnOffer = Read<typeof ownOfferFields>;

/** The one record that says where the planners are, and how many people have said what they can give. */
export const planningFields = {
  circle: link(),
  said: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
};

/** A skill or a language that somebody may be asked for: the organization's list, linked to nobody. */
export const skillFields = {
  name: words(),
  kind: v.optional(v.picklist(['skill', 'language']), 'skill'),
};

export type Skill = Read<typeof skillFields>;

const halfDays = () => v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0);

/** A campaign of ours, or of someone else: about so much of our week. */
export const workLineFields = {
  kind: v.optional(v.picklist(['own', 'with-others']), 'own'),
  name: words(),
  /** In a week. */
  halfDays: halfDays(),
  from: day(),
  until: day(),
  sureness: v.optional(v.picklist(['maybe', 'sure']), 'sure'),
  /** The ask that it comes from. */
  ask: link(),
  /** When the team last talked about it. */
  talkedOn: day(),
};

export type WorkLine = Read<typeof workLineFields>;

/** How much of what is offered holds in a week with such a day. */
export const givesThen = ['as-usual', 'half', 'none'] as const;
export type GivesThen = (typeof givesThen)[number];

/** A date to keep in mind. One that is picked has a key, and its days are computed; one that is typed has days. */
export const dateToKeepFields = {
  key: words(),
  name: words(),
  on: day(),
  until: day(),
  gives: v.optional(v.picklist(givesThen), 'as-usual'),
};

export type DateToKeep = Read<typeof dateToKeepFields>;

/** A sum that a planner's device told the core team. It is never changed, only followed by another. */
export const givenSumFields = {
  /** In a week. */
  halfDays: halfDays(),
  on: day(),
  /** Skills that five or more offer, but not all. */
  skills: v.optional(v.pipe(v.array(v.string()), v.readonly()), []),
};

export type GivenSum = Read<typeof givenSumFields>;

/** What went into a sum, by person: for the planners' devices, which compare with it before the next. */
export const sumGroundFields = {
  sum: link(),
  quarterDays: v.optional(v.record(v.string(), v.number()), {}),
};

/** A promise whose carrier steps back, offered to others. */
export const handOverFields = {
  promise: link(),
  taken: v.optional(v.boolean(), false),
};

/** `asked` is the question; the other two are the answer of whoever carries it. */
export const moveAnswers = ['asked', 'can-move', 'has-to-stay'] as const;

/** Whether something may move to make room for an ask. Not by whom it was asked, nor who carries it. */
export const moveFields = {
  ask: link(),
  /** The promise or the line of work that would move. */
  carried: link(),
  says: choice(moveAnswers),
};

export type MoveRecord = Read<typeof moveFields>;
