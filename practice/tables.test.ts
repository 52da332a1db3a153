/**
 * Feature 26: no record joins a named person to a community, faith, origin, immigration status,
 * health or opinion. Two nets: every field is on a list that was read by a person, and no field is
 * named by a forbidden word. A new field fails here until it has been looked at and added below.
 */
import { describe, expect, it } from 'vitest';
import { tables } from './tables.ts';

/**
 * Tables in which a person is named or pointed at, with every field that may stand beside them, and
 * why it says nothing about who they are. Adding a field here is a decision: read product.md,
 * "What it must never be", first.
 */
const besidePeople: Readonly<Record<string, readonly string[]>> = {
  // A name, and the one way to reach them that they gave.
  people: ['name', 'reach'],
  // What someone does in an organization, and from when until when.
  roles: ['person', 'partner', 'role', 'since', 'until'],
  // What was promised to an organization, and the member who carries it.
  promises: ['ask', 'what', 'by', 'sureness', 'state', 'carriedBy'],
  // Any name that the member chose.
  names: ['name'],
  // The digits that uncover a member's own screen.
  ownSettings: ['coverCode'],
  // That a steward asks for something, and that another said no.
  keepEverything: ['ending', 'no'],
};

/** Tables about organizations, words and deeds. No field of theirs names or points at a person. */
const withoutPeople: Readonly<Record<string, readonly string[]>> = {
  asks: [
    'direction',
    'text',
    'from',
    'partner',
    'what',
    'mostAffected',
    'theyAskedFor',
    'kind',
    'receivedOn',
    'by',
    'on',
    'contribution',
    'contributionWhat',
    'longView',
    'longViewUnknown',
    'members',
    'atRisk',
    'questionSet',
    'answer',
    'answeredOn',
    'instead',
    'betterAskedOf',
    'andThen',
    'holdingUntil',
    'putOffUntil',
    'reply',
    'language',
    'source',
  ],
  partners: ['name', 'movement', 'part', 'from'],
  contacts: ['partner', 'kind', 'on'],
  issues: ['name', 'kind'],
  ties: ['from', 'to', 'kind', 'why', 'state', 'source'],
  reflections: ['kind', 'prompt', 'source', 'begunOn'],
  // Words that their writer chose to share, beside nothing else.
  excerpts: ['text', 'reflection', 'sharedOn'],
  ourQuestion: ['text', 'chosenOn', 'source'],
  stories: ['title', 'series', 'place', 'language', 'direction', 'format', 'sourceName', 'whose'],
  storyVersions: ['story', 'number', 'note'],
  questionSets: ['name', 'story'],
  discussionPlans: ['story', 'title'],
  space: ['timeZone', 'weekend'],
  emergency: ['lawyer'],
};

/** Parts of field names that must appear in no table, in three languages. */
const forbidden =
  /communit|faith|relig|church|mosque|ethnic|race|racial|origin|nationalit|citizen|immigra|visa|status|health|medical|disab|illness|gender|sexual|orientation|opinion|politic|belief|vote|comunidad|iglesia|etnia|raza|origen|nacionalidad|ciudadan|migrator|salud|enferm|discapac|género|opinión|creencia|جماعة|طائفة|دين|مذهب|عرق|أصل|جنسية|هجرة|صحة|مرض|إعاقة|جنس|رأي|معتقد/iu;

/** Parts of field names that point at a person: such a table belongs to `besidePeople`. */
const pointsAtPerson = /^(person|member|who|carriedBy|narrator|author|participant)$/;

const reviewed: Readonly<Record<string, readonly string[]>> = { ...besidePeople, ...withoutPeople };

describe('no record joins a person to who they are', () => {
  it('has no table and no field that nobody has looked at', () => {
    const live = Object.fromEntries(
      Object.entries(tables).map(([name, { fields }]) => [name, Object.keys(fields).sort()]),
    );
    const read = Object.fromEntries(
      Object.entries(reviewed).map(([name, fields]) => [name, [...fields].sort()]),
    );
    expect(live).toEqual(read);
  });

  it('has no field named by a forbidden word, in any of three languages', () => {
    for (const [table, { fields }] of Object.entries(tables)) {
      for (const field of Object.keys(fields)) expect(`${table}.${field}`).not.toMatch(forbidden);
    }
  });

  it('points at people only from tables whose fields were read for that', () => {
    for (const [table, { fields }] of Object.entries(tables)) {
      const points = Object.keys(fields).some((field) => pointsAtPerson.test(field));
      if (points) expect(Object.keys(besidePeople)).toContain(table);
    }
  });

  it('would fail for a field that says who someone is', () => {
    for (const field of ['faith', 'immigrationStatus', 'salud', 'أصل', 'countryOfOrigin']) {
      expect(field).toMatch(forbidden);
    }
  });

  it('never puts a person on the map', () => {
    for (const table of ['issues', 'ties'] as const) {
      expect(Object.keys(besidePeople)).not.toContain(table);
    }
  });
});
