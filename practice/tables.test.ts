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
  people: ['name', 'reach', 'sameAs'],
  // What someone does in an organization, and from when until when.
  roles: ['person', 'partner', 'role', 'since', 'until'],
  // An organization and its movement work; the members of ours who keep in touch with it, or are asked
  // to. Nothing about them.
  partners: ['name', 'movement', 'part', 'opened', 'from', 'carriedBy', 'handedTo', 'sameAs'],
  // What was promised to an organization, and the member who carries it.
  promises: [
    'ask',
    'to',
    'what',
    'by',
    'sureness',
    'state',
    'stateOn',
    'wordToThem',
    'before',
    'carriedBy',
    'handTo',
    'handedOnBy',
  ],
  // Which member looks after an ask or a gathering, by its id alone.
  carriers: ['carriedBy', 'handTo', 'handedOnBy'],
  // Who is asked to weigh an ask, and who opens: what anyone answered stands in `envelopes`, which names nobody.
  weighings: ['ask', 'facilitator', 'people', 'begunOn', 'openedOn'],
  // Any name that somebody chose, and whether they can come: read by two, destroyed seven days after.
  callReplies: ['call', 'answer', 'name', 'note'],
  // That an ask came by our public page, the way to reach its sender that stood in it, and how we checked.
  arrivals: ['page', 'key', 'cameAt', 'reach', 'checkedOn', 'checkedHow', 'setAsideOn'],
  // A message that is kept for counsel, under whatever name its sender gave: read by those named for it.
  setAside: ['ask', 'message', 'from', 'what', 'cameAt', 'setAsideOn', 'whole'],
  // Any name that the member chose.
  names: ['name'],
  // What a person offers to give, read by them alone; and the same as the planners read it. Away has
  // days and no reason. Skills are records of the organization's list, which says nothing of people. A draft
  // has the same fields as what is said.
  ownOffers: [
    ...['usual', 'steppedBack', 'away', 'skills', 'sayName'],
    ...['circle', 'record', 'planners', 'draft'],
  ],
  offers: ['usual', 'steppedBack', 'away', 'skills', 'sayName'],
  // What went into a sum, by person, for the planners' devices.
  sumGrounds: ['sum', 'quarterDays'],
  // A promise that is offered to others: not by whom.
  handOvers: ['promise', 'taken'],
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
    'letterText',
    'addressee',
    'closesOn',
    'signingMeans',
    'counsel',
    'court',
    'disclosure',
    'time',
    'place',
    'howMany',
    'languages',
    'amount',
    'paysFor',
    'roomNeeds',
    'introduceTo',
    'notPublic',
    'issue',
    'size',
    'timeZone',
    'receivedOn',
    'by',
    'on',
    'contribution',
    'contributionWhat',
    'longView',
    'longViewUnknown',
    'members',
    'takesHalfDays',
    'takesWeeks',
    // Skills of our list and how many people: nobody’s.
    'takesSkills',
    'atRisk',
    'questionSet',
    'answer',
    'answeredOn',
    'decidedHow',
    'rule',
    'why',
    'conditions',
    'dissent',
    'membersPlanned',
    'instead',
    'betterAskedOf',
    'andThen',
    'holdingUntil',
    'putOffUntil',
    'reply',
    'saysPurpose',
    'saysOffer',
    'toldOn',
    'gathering',
    'joinedTo',
    'language',
    'source',
  ],
  // One person's answers. Their writer is known by the signature of the entry, and shown nowhere.
  envelopes: [
    'weighing',
    'state',
    'contribution',
    'contributionWhat',
    'longView',
    'longViewUnknown',
    'members',
    'atRisk',
  ],
  // A page that says an ask of ours, and what organizations answered through it.
  askPages: ['ask', 'secret', 'fragment', 'until', 'closedOn'],
  memberPages: ['ask', 'us', 'what', 'more', 'secret', 'fragment', 'until', 'closedOn'],
  // What a member answered by a link: no name is asked, and none can be written beside it.
  memberAnswers: ['ask', 'takesPart', 'contribution', 'note', 'atRisk', 'drawn', 'turn'],
  askReplies: ['ask', 'page', 'from', 'answer', 'bring', 'note', 'receivedOn', 'seenOn'],
  // Our public page for asks: what it says of us, its link, and what opens its inbox.
  publicPages: [
    'us',
    'about',
    'instead',
    'secret',
    'fragment',
    'until',
    'pausedOn',
    'endedOn',
    'sealedUnder',
  ],
  calls: [
    'ask',
    'us',
    'what',
    'where',
    'on',
    'hour',
    'howMany',
    'skills',
    'more',
    'circle',
    'secret',
    'fragment',
    'until',
    'closedOn',
  ],
  enclosed: ['weighing', 'envelope', 'on', 'openedOn'],
  // What we propose to answer, and what is said to it. The log knows who wrote it; no field repeats it.
  proposals: ['ask', 'answer', 'why', 'way', 'until', 'on', 'takenBack'],
  responses: ['ask', 'about', 'response', 'why', 'on'],
  standingRules: [
    'partner',
    'issue',
    'kinds',
    'answer',
    'what',
    'speed',
    'approvers',
    'lawNote',
    'agreedOn',
    'endedOn',
  ],
  gatherings: ['name', 'on'],
  // Members are numbers in it.
  learned: [
    'expectedStep',
    'expected',
    'happened',
    'next',
    'difference',
    'membersPlanned',
    'membersCame',
    'writtenOn',
  ],
  longViews: ['about', 'text', 'writtenOn', 'stillTrueOn'],
  quiet: ['until'],
  ourselves: ['name', 'purpose', 'offer', 'linkWords'],
  contacts: ['partner', 'kind', 'on', 'month'],
  // What came to an organization.
  harms: ['partner', 'what', 'on'],
  // With an organization: words that their writer chose, read by those named.
  conversations: ['partner', 'toSay', 'on', 'said', 'toRepair', 'repairedOn', 'nextOn'],
  issues: ['name', 'kind'],
  ties: ['from', 'to', 'kind', 'why', 'state', 'source'],
  givenSums: ['halfDays', 'on', 'skills'],
  planning: ['circle', 'said'],
  skills: ['name', 'kind'],
  workLines: ['kind', 'name', 'halfDays', 'from', 'until', 'sureness', 'ask', 'talkedOn'],
  datesToKeep: ['key', 'name', 'on', 'until', 'gives'],
  // Whether something could move for an ask, and the answer: not whose.
  moves: ['ask', 'carried', 'says'],
  reflections: ['kind', 'prompt', 'source', 'begunOn'],
  // Words that their writer chose to share, beside nothing else.
  excerpts: ['text', 'reflection', 'sharedOn'],
  ourQuestion: ['text', 'chosenOn', 'source'],
  stories: ['title', 'series', 'place', 'language', 'direction', 'format', 'sourceName', 'whose'],
  storyVersions: ['story', 'number', 'note'],
  questionSets: ['name', 'story'],
  discussionPlans: ['story', 'title', 'on'],
  // An organization that comes to the evening.
  discussionPartners: ['plan', 'partner'],
  space: ['name', 'isCoalition', 'timeZone', 'weekend', 'contactDays', 'askWords'],
  emergency: ['lawyer'],
};

/** Parts of field names that must appear in no table, in three languages. */
const forbidden =
  /communit|faith|relig|church|mosque|ethnic|race|racial|origin|nationalit|citizen|immigra|visa|status|health|medical|disab|illness|gender|sexual|orientation|opinion|politic|belief|vote|comunidad|iglesia|etnia|raza|origen|nacionalidad|ciudadan|migrator|salud|enferm|discapac|género|opinión|creencia|جماعة|طائفة|دين|مذهب|عرق|أصل|جنسية|هجرة|صحة|مرض|إعاقة|جنس|رأي|معتقد/iu;

/** Parts of field names that point at a person: such a table belongs to `besidePeople`. */
const pointsAtPerson =
  /^(person|member|who|carriedBy|handTo|handedTo|narrator|author|participant)$/;

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

  it('lets the core team read of what people give only what points at nobody', () => {
    for (const table of ['ownOffers', 'offers', 'sumGrounds'] as const) {
      expect(['onlyMe', 'planners']).toContain(tables[table].readers);
    }
    for (const table of ['givenSums', 'planning', 'skills', 'workLines', 'datesToKeep'] as const) {
      expect(Object.keys(withoutPeople)).toContain(table);
    }
  });

  it('never puts a person on the map', () => {
    for (const table of ['issues', 'ties'] as const) {
      expect(Object.keys(besidePeople)).not.toContain(table);
    }
  });
});
