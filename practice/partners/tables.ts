/**
 * What the Partners room writes down: organizations, people in them, the times we were in touch, harm
 * that came to an organization, and honest conversations. Read by the core team, except conversations:
 * those are read by their writer and whoever is named. No field says anything about a person beyond
 * name, role and one way to reach them.
 */
import * as v from 'valibot';
import { isDay } from '../day.ts';
import { choice, day, link, month, type Read, storySource, words } from '../fields.ts';

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

/** What members did for them, as their answers say. Like `discussedKind` it is written by itself, chosen by nobody. */
export const calledKind = 'members-answered';

/** An evening about a story to which they came. */
export const discussedKind = 'discussion';

/** A campaign of ours that was opened to a partner as a coalition workspace, and the day of it. */
const openedCampaign = v.object({
  campaign: v.string(),
  on: v.pipe(v.string(), v.check(isDay)),
});

/** As many campaigns are told of as opened to one partner. */
export const mostOpened = 100;

export const partnerFields = {
  /** The organization, as it names itself. */
  name: words(),
  /** The kind of movement work it does: tenants' rights, legal defence. */
  movement: words(),
  part: choice(parts),
  /** Which campaigns were opened to it, the last one last. What was opened is not synced with us. */
  opened: v.optional(v.pipe(v.array(openedCampaign), v.maxLength(mostOpened), v.readonly()), []),
  /** The line of a story that names it. */
  from: storySource(),
  /** The member who keeps in touch with it. */
  carriedBy: link(),
  /** The member to whom it is offered; it stays with who carries it until they take it. */
  handedTo: link(),
  /** Written down twice: the record that stands for this one. See `same.ts`. */
  sameAs: link(),
};

export type Partner = Read<typeof partnerFields>;

export const personFields = {
  name: words(),
  /** One way to reach them, as they gave it. */
  reach: words(),
  /** Written down twice: the record that stands for this one. */
  sameAs: link(),
};

export type Person = Read<typeof personFields>;

export const roleFields = {
  person: link(),
  partner: link(),
  /** What they do there. */
  role: words(),
  since: day(),
  until: day(),
};

export type Role = Read<typeof roleFields>;

export const contactFields = {
  partner: link(),
  kind: choice([...contactKinds, calledKind, discussedKind]),
  on: day(),
  /** What is left of the day after a while: `shrink-contacts.ts`. */
  month: month(),
};

export type Contact = Read<typeof contactFields>;

/** Harm that came to an organization: threats, an eviction, a raid. It stands above anything we want of them. */
export const harmFields = {
  partner: link(),
  /** What happened, in a line, naming nobody. */
  what: words(),
  on: day(),
};

export type Harm = Read<typeof harmFields>;

/** An honest conversation, from its preparing to its repair. */
export const conversationFields = {
  partner: link(),
  /** What we want to say, and to hear. */
  toSay: words(),
  /** The day it was held; none while it is being prepared. */
  on: day(),
  /** What was said. */
  said: words(),
  /** What we will repair. */
  toRepair: words(),
  /** The day it was repaired. */
  repairedOn: day(),
  /** When we talk next. */
  nextOn: day(),
};

export type Conversation = Read<typeof conversationFields>;
