/** What the house itself writes down, beside the rooms. Each table has one record a person, or one. */
import * as v from 'valibot';
import { choice, type Read, words } from '../fields.ts';
import { terms } from './terms.ts';

/** What each person here is called: any name they chose. The record's id is the member's. */
export const nameFields = { name: words() };

/** What this workspace is called, and how it counts days: one time zone, one weekend. */
export const spaceFields = {
  /** Empty where there is only one and nobody has named it. */
  name: words(),
  /** A coalition workspace: opened for one campaign, beside the one it was opened from. */
  isCoalition: v.optional(v.boolean(), false),
  /** An IANA time zone, such as `America/Los_Angeles`. */
  timeZone: words(),
  weekend: choice(['sat-sun', 'fri-sat', 'sun', 'fri']),
  /** How long the day of a contact is kept. Both terms count from a steward. */
  contactDays: choice(terms),
  /** How long what came with an ask is kept once the ask is over. */
  askWords: choice(terms),
};

/** Whom to call: the number of the organization's lawyer. */
export const emergencyFields = { lawyer: words() };

/** A person's own settings, read by nobody else. The record's id is the member's. */
export const ownSettingFields = {
  /** What the six-digit code of the cover is checked against. It never opens data at rest. */
  coverCode: words(),
};

/** Who we are to others, written once: it helps to answer and to ask. One record. */
export const ourselvesFields = {
  /** The name under a reply. */
  name: words(),
  /** What we are for: half a page. */
  purpose: words(),
  /** What we can offer: a hall, lawyers, languages. */
  offer: words(),
  /** What stands before a link of ours when we send it. */
  linkWords: words(),
};

export type Ourselves = Read<typeof ourselvesFields>;
/**
 * Which stewards ask to end *Keep everything*. The record's id is the member's. The vault writes it and
 * reads it; no room does.
 */
export const keepEverythingFields = {
  /** A signature for one moment of who is here. */
  ending: words(),
  /** The moment for which another steward said no. */
  no: words(),
};
