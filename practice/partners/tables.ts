/**
 * What the Partners room writes down: organizations, people in them, and the times we were in
 * touch. Read by the core team. No field says anything about a person beyond name, role and one way
 * to reach them.
 */
import { choice, day, link, type Read, storySource, words } from '../fields.ts';

/** A partner's part in our campaign. */
export const parts = ['informs', 'guides', 'co-builds'] as const;
export type Part = (typeof parts)[number];

/** Kinds of one dated time we were in touch, in the order of the list on screen. */
export const contactKinds = [
  'one-on-one',
  'meeting',
  'event',
  'we-showed-up',
  'they-showed-up',
  'honest-conversation',
  'repair',
  'care',
] as const;
export type ContactKind = (typeof contactKinds)[number];

export const partnerFields = {
  /** The organization, as it names itself. */
  name: words(),
  /** The kind of movement work it does: tenants' rights, legal defence. */
  movement: words(),
  part: choice(parts),
  /** The line of a story that names it. */
  from: storySource(),
};

export type Partner = Read<typeof partnerFields>;

export const personFields = {
  name: words(),
  /** One way to reach them, as they gave it. */
  reach: words(),
};

export const roleFields = {
  person: link(),
  partner: link(),
  /** What they do there. */
  role: words(),
  since: day(),
  until: day(),
};

export const contactFields = {
  partner: link(),
  kind: choice(contactKinds),
  on: day(),
};

export type Contact = Read<typeof contactFields>;
