/**
 * The example workspace that someone sees who looks around: invented organizations, a short invented
 * story in the form, asks that wait and one that was answered, partners, contacts and ties. The
 * frame marks it as an example on every page; its words say so too.
 */
import { askChanges } from '../asks/ask-changes.ts';
import { type Day, daysAfter, nextWeekday } from '../day.ts';
import { proposalsFromStory } from '../issues/proposals-from-story.ts';
import { partnersFromStory } from '../partners/partners-from-story.ts';
import { keepStory } from '../stories/keep-story.ts';
import type { Piece } from '../stories/piece.ts';
import { type Change, type Plain, setFields } from '../stories/record.ts';
import type { ExampleWords } from './example-words.ts';
import { arabic } from './words/arabic.ts';
import { english } from './words/english.ts';
import { spanish } from './words/spanish.ts';

/** Changes for one audience, by the name it has in a workspace. */
export interface ForAudience {
  readonly audience: 'everyone' | 'coreTeam' | 'onlyMe';
  readonly changes: readonly Change[];
}

export interface ExampleGiven {
  readonly newId: () => string;
  /** The example's days lie around it. */
  readonly today: Day;
  readonly language: 'en' | 'es' | 'ar';
}

const wordsOf: Record<ExampleGiven['language'], ExampleWords> = {
  en: english,
  es: spanish,
  ar: arabic,
};

/** All of the example, an audience at a time. */
export function exampleChanges({ newId, today, language }: ExampleGiven): readonly ForAudience[] {
  const words = wordsOf[language];
  const story = { id: newId(), pieces: piecesOf(words) };
  const partners = partnersFromStory(story, [], newId);
  const ids = [...new Set(partners.map(({ record }) => record))];
  return [
    {
      audience: 'everyone',
      changes: [
        ...keepStory({
          ...story,
          document: {
            format: 'text',
            language,
            direction: language === 'ar' ? 'rtl' : 'ltr',
            lines: words.story.map(([, text]) => text),
          },
          whose: 'ours',
          sourceName: null,
        }),
        ...record('ourQuestion', newId(), { text: words.ourQuestion, chosenOn: today }),
      ],
    },
    {
      audience: 'coreTeam',
      changes: [
        ...partners,
        ...ids.flatMap((id, at) =>
          record('partners', id, {
            movement: words.movements[at] ?? null,
            part: at === 0 ? 'guides' : 'co-builds',
          }),
        ),
        ...asksOf(words, ids, language, today, newId),
        ...contactsOf(ids, today, newId),
        ...keepFirst(proposalsFromStory(story, language, { issues: [], ties: [] }, newId)),
      ],
    },
    {
      audience: 'onlyMe',
      changes: record('reflections', newId(), {
        kind: 'why',
        prompt: words.whyPrompt,
        begunOn: today,
      }),
    },
  ];
}

function record(table: string, id: string, fields: Readonly<Record<string, Plain>>): Change[] {
  return setFields(table, id, fields);
}

function piecesOf({ story, narrator }: ExampleWords): Piece[] {
  let takeaways = 0;
  return story.map(([kind, text, speaker], at) => ({
    id: `p${at + 1}`,
    kind,
    text,
    places: [{ line: at + 1, from: 0, to: text.length }],
    ...(speaker && { speaker }),
    ...(kind === 'narrator' && {
      role: narrator.role,
      organizations: [narrator.organization],
    }),
    ...(kind === 'takeaway' && { number: ++takeaways }),
  }));
}

function asksOf(
  { asks }: ExampleWords,
  partners: readonly string[],
  language: ExampleGiven['language'],
  today: Day,
  newId: () => string,
): Change[] {
  const { interpreters, letter, hall } = asks;
  return [
    ...askChanges(newId(), {
      ...interpreters,
      language,
      partner: partners[0] ?? null,
      kind: 'translation',
      receivedOn: today,
      by: daysAfter(today, 1),
      // Its words say Friday, and come with a day to answer before it.
      on: nextWeekday(daysAfter(today, 2), 5),
    }),
    ...askChanges(newId(), {
      ...letter,
      language,
      kind: 'sign-on-letter',
      receivedOn: daysAfter(today, -1),
      by: daysAfter(today, 6),
    }),
    ...askChanges(newId(), {
      ...hall,
      language,
      partner: partners[1] ?? null,
      kind: 'space',
      receivedOn: daysAfter(today, -40),
      by: daysAfter(today, -33),
      contribution: 'likely',
      members: 'some',
      answer: 'in-part',
      answeredOn: daysAfter(today, -36),
    }),
  ];
}

function contactsOf(partners: readonly string[], today: Day, newId: () => string): Change[] {
  const contacts = [
    { partner: partners[0], kind: 'they-showed-up', daysAgo: 64 },
    { partner: partners[0], kind: 'honest-conversation', daysAgo: 30 },
    { partner: partners[1], kind: 'we-showed-up', daysAgo: 21 },
  ];
  return contacts.flatMap(({ partner, kind, daysAgo }) =>
    record('contacts', newId(), { partner: partner ?? null, kind, on: daysAfter(today, -daysAgo) }),
  );
}

/** Proposals with the first tie already kept, so that both kinds are seen. */
function keepFirst(proposals: readonly Change[]): Change[] {
  const first = proposals.findIndex((change) => change.field === 'state');
  return proposals.map((change, at) => (at === first ? { ...change, value: 'kept' } : change));
}
