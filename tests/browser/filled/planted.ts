/**
 * One record of every kind, in words that stand in no catalogue and no language: a test that meets
 * one on a page knows that a person wrote it. Beside it the example, in a language of the interface.
 */
import type { Change } from '../../../practice/index.ts';
import {
  keepQuestionSet,
  keepStory,
  type Piece,
  type PieceKind,
  planFromStory,
  questionsFromStory,
  type Readers,
  saveVersion,
  storyOf,
} from '../../../practice/index.ts';

/** Every planted word begins so. */
export const mark = 'Qzx';

/** 16 bytes as the vault has them, so that a page's address can be known beforehand. */
const idOf = (name: string) => `${name.padEnd(21, '-')}A`;

export const ids = {
  ask: idOf('ask'),
  waitingAsk: idOf('waiting-ask'),
  partner: idOf('partner'),
  otherPartner: idOf('other-partner'),
  contact: idOf('contact'),
  harm: idOf('harm'),
  conversation: idOf('conversation'),
  issue: idOf('issue'),
  community: idOf('community'),
  tie: idOf('tie'),
  proposedTie: idOf('proposed-tie'),
  reflection: idOf('reflection'),
  excerpt: idOf('excerpt'),
  question: idOf('question'),
  story: idOf('story'),
  version: idOf('version'),
  questionSet: idOf('question-set'),
  plan: idOf('plan'),
  coming: idOf('coming'),
  promise: idOf('promise'),
  proposal: idOf('proposal'),
  response: idOf('response'),
  rule: idOf('rule'),
  gathering: idOf('gathering'),
  gatheredAsk: idOf('gathered-ask'),
  joinedAsk: idOf('joined-ask'),
  publicPage: idOf('public-page'),
  setAside: idOf('set-aside'),
  person: idOf('person'),
  role: idOf('role'),
  ownOffer: idOf('own-offer'),
  skill: idOf('skill'),
  language: idOf('language'),
  workLine: idOf('work-line'),
  withOthers: idOf('with-others'),
  dateToKeep: idOf('date-to-keep'),
  pickedDate: idOf('picked-date'),
  givenSum: idOf('given-sum'),
  handOver: idOf('hand-over'),
  move: idOf('move'),
} as const;

const pieceKinds: readonly PieceKind[] = [
  'series',
  'title',
  'narrator',
  'place',
  'pull-quote',
  'introduction',
  'campaign',
  'partner',
  'guiding-question',
  'guiding-question',
  'guiding-question',
  'guiding-question',
  'heading',
  'takeaway',
  'paragraph',
  'quote',
  'prompt',
  'unrecognised',
];

/** What is planted for each audience. `day` is a day still to come; every word begins with `begin`. */
export function planted(
  day: string,
  begin = mark,
): readonly { readers: Readers; changes: Change[] }[] {
  let next = 0;
  const words = (count = 3) =>
    Array.from({ length: count }, () => `${begin}${(next++).toString(36)}`).join(' ');
  const record = (table: string, id: string, fields: Readonly<Record<string, Change['value']>>) =>
    Object.entries(fields).map(([field, value]) => ({ table, record: id, field, value }));

  const pieces: Piece[] = pieceKinds.map((kind, at) => ({
    id: `p${at}`,
    kind,
    text: `${words(4)}.`,
    places: [{ line: at + 1, from: 0, to: 4 }],
    ...(kind === 'narrator' && { role: words(1), organizations: [words(2)] }),
    ...(kind === 'quote' && { speaker: words(2) }),
    ...(kind === 'takeaway' && { number: 1 }),
    ...(kind === 'unrecognised' && { reason: 'not-placed' as const }),
  }));
  const storyChanges = keepStory({
    id: ids.story,
    document: {
      format: 'text',
      language: 'en',
      direction: 'ltr',
      lines: pieces.map(({ text }) => text),
    },
    pieces,
    whose: 'ours',
    sourceName: `${words(1)}.txt`,
  });
  const story = storyOf({
    id: ids.story,
    ...Object.fromEntries(storyChanges.map(({ field, value }) => [field, value])),
  });
  const source = { story: ids.story, piece: 'p8', line: 9 };
  const ask = () => ({
    text: words(12),
    from: words(),
    what: words(4),
    mostAffected: words(),
    theyAskedFor: words(),
    kind: 'translation',
    receivedOn: day,
    by: day,
    on: day,
    partner: ids.partner,
    source,
  });
  return [
    {
      readers: 'coreTeam',
      changes: [
        ...record('asks', ids.ask, {
          ...ask(),
          contribution: 'likely',
          contributionWhat: words(),
          languages: words(),
          why: words(),
          conditions: words(),
          dissent: words(),
          longView: words(),
          members: 'some',
          atRisk: words(),
          questionSet: ids.questionSet,
          answer: 'in-part',
          answeredOn: day,
          instead: words(),
          betterAskedOf: words(),
          andThen: words(),
          reply: words(6),
        }),
        ...record('asks', ids.waitingAsk, {
          ...ask(),
          holdingUntil: day,
          takesHalfDays: 4,
          takesWeeks: 2,
          takesSkills: [{ skill: ids.skill, people: 2 }],
        }),
        ...record('asks', ids.gatheredAsk, { ...ask(), gathering: ids.gathering }),
        ...record('asks', ids.joinedAsk, {
          ...ask(),
          gathering: ids.gathering,
          joinedTo: ids.gatheredAsk,
        }),
        ...record('arrivals', ids.gatheredAsk, { page: ids.publicPage, reach: words() }),
        ...record('arrivals', ids.joinedAsk, {
          page: ids.publicPage,
          reach: words(),
          checkedOn: day,
          checkedHow: words(),
        }),
        ...record('gatherings', ids.gathering, { name: words(), on: day }),
        ...record('carriers', ids.gathering, { handedOnBy: [] }),
        ...record('promises', ids.promise, {
          ask: ids.ask,
          what: words(),
          by: day,
          state: 'changed',
          before: words(),
          wordToThem: words(),
        }),
        ...record('proposals', ids.proposal, {
          ask: ids.waitingAsk,
          answer: 'in-part',
          why: words(),
          way: 'consent',
          until: day,
          on: day,
        }),
        ...record('responses', ids.response, {
          ask: ids.waitingAsk,
          about: ids.proposal,
          response: 'objects',
          why: words(),
          on: day,
        }),
        ...record('standingRules', ids.rule, {
          partner: ids.otherPartner,
          kinds: ['translation', 'space'],
          answer: 'yes',
          what: words(),
          speed: 'a-day',
          lawNote: words(),
          agreedOn: day,
        }),
        ...record('learned', ids.ask, {
          expectedStep: 'likely',
          expected: words(),
          happened: words(),
          next: words(),
        }),
        ...record('longViews', ids.partner, { about: 'partner', text: words(5), writtenOn: day }),
        ...record('partners', ids.partner, {
          name: words(),
          movement: words(),
          part: 'guides',
          opened: [{ campaign: words(2), on: day }],
          from: source,
        }),
        ...record('partners', ids.otherPartner, { name: words(), movement: words() }),
        ...record('people', ids.person, { name: words(2), reach: words(1) }),
        ...record('roles', ids.role, { person: ids.person, partner: ids.partner, role: words(1) }),
        ...record('contacts', ids.contact, {
          partner: ids.partner,
          kind: 'they-showed-up',
          on: day,
        }),
        ...record('discussionPartners', ids.coming, { plan: ids.plan, partner: ids.partner }),
        ...record('harms', ids.harm, { partner: ids.partner, what: words(4), on: day }),
        ...record('issues', ids.issue, { name: words(2), kind: 'issue' }),
        ...record('issues', ids.community, { name: words(2), kind: 'community' }),
        ...[ids.tie, ids.proposedTie].flatMap((id, at) =>
          record('ties', id, {
            from: ids.issue,
            to: ids.community,
            kind: at === 0 ? 'reaches' : 'shares',
            why: words(5),
            state: at === 0 ? 'kept' : 'proposed',
            source,
          }),
        ),
        ...record('excerpts', ids.excerpt, {
          text: words(8),
          reflection: ids.reflection,
          sharedOn: day,
        }),
        ...record('skills', ids.skill, { name: words(1), kind: 'skill' }),
        ...record('skills', ids.language, { name: words(1), kind: 'language' }),
        ...record('workLines', ids.workLine, { name: words(2), kind: 'own', halfDays: 6 }),
        ...record('workLines', ids.withOthers, {
          name: words(2),
          kind: 'with-others',
          halfDays: 3,
          until: day,
          sureness: 'maybe',
        }),
        ...record('datesToKeep', ids.dateToKeep, { name: words(2), on: day, gives: 'half' }),
        ...record('datesToKeep', ids.pickedDate, { key: 'eid-al-fitr' }),
        ...record('givenSums', ids.givenSum, { halfDays: 7, on: day }),
        ...record('planning', idOf(''.padEnd(21, 'A')), { said: 8 }),
        ...record('handOvers', ids.handOver, { promise: ids.promise }),
        ...record('moves', ids.move, {
          ask: ids.waitingAsk,
          carried: ids.workLine,
          says: 'can-move',
        }),
        ...record('emergency', idOf(''.padEnd(21, 'A')), { lawyer: '+1 555 0100' }),
      ],
    },
    {
      readers: 'everyone',
      changes: [
        ...storyChanges,
        ...saveVersion(story, [], { id: ids.version, note: words() }),
        ...keepQuestionSet({
          id: ids.questionSet,
          name: words(),
          story: ids.story,
          questions: questionsFromStory(story),
        }),
        ...planFromStory(story, ids.plan),
        ...record('ourselves', idOf(''.padEnd(21, 'A')), {
          name: words(2),
          purpose: words(6),
          offer: words(),
        }),
        ...record('ourQuestion', ids.question, { text: `${words(4)}?`, chosenOn: day }),
      ],
    },
    {
      readers: 'onlyMe',
      changes: [
        ...record('reflections', ids.reflection, {
          kind: 'prompt',
          prompt: `${words(4)}?`,
          begunOn: day,
          source,
        }),
        ...record('setAside', ids.setAside, {
          ask: idOf('threat'),
          message: words(8),
          from: words(),
          what: words(),
          cameAt: Date.parse(`${day}T12:00Z`),
          setAsideOn: day,
        }),
        ...record('conversations', ids.conversation, {
          partner: ids.partner,
          toSay: words(6),
          on: day,
          said: words(6),
          toRepair: words(4),
          nextOn: day,
        }),
      ],
    },
  ];
}
