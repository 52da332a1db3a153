/**
 * The tables of the Discussions room, as far as they exist: a plan for one evening, and the partners who
 * come to it. What people say in a discussion is in none of them.
 */
import * as v from 'valibot';
import { day, link, type Read } from '../fields.ts';
import { keyForm } from '../stories/order.ts';
import { fromStory } from '../stories/tables.ts';

const order = v.pipe(v.string(), v.regex(keyForm), v.maxLength(500));

/** The parts of the one-hour guide, and parts people add. */
export const partKind = v.picklist([
  'hopes',
  'points-of-entry',
  'spoken',
  'quiet-reading',
  'your-turn',
  'one-thing',
  'own',
]);
export type PartKind = v.InferOutput<typeof partKind>;

/** `discussionPlans`. Besides these: `part:<id>`, `theme:<piece id>`, `prompt:<id>`. */
export const discussionPlanFields = {
  /** The story that is talked about. */
  story: v.string(),
  /** What the evening is called; null for the story's name. */
  title: v.nullable(v.string()),
  /** The day of it; none while it is open, and where something is written that is no day. */
  on: v.fallback(day(), null),
};

/** A partner who comes to the evening: until it is over, and told of as a contact. */
export const discussionPartnerFields = {
  plan: link(),
  partner: link(),
};

export type DiscussionPartner = Read<typeof discussionPartnerFields>;

/** A part of the evening. */
export const storedPart = v.object({
  order,
  kind: partKind,
  /** How long it is meant to take, in whole minutes. */
  minutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600)),
  /** What it is called; null for the guide's own words, in the reader's language. */
  title: v.nullable(v.string()),
  /** What the facilitator says; null for the guide's own words. */
  say: v.nullable(v.string()),
});

/** A takeaway or a question of the story, or a question of our own, that is used that evening. */
export const storedTopic = v.object({
  order,
  text: v.string(),
  /** False where it is set aside for this evening. */
  used: v.boolean(),
  from: v.nullable(fromStory),
});
