/**
 * The few things worth knowing of each kind of support, beyond what every ask says. Each is a field of the
 * ask by itself, so that two people who fill in two of them both keep their words. A field that several
 * kinds know is one field: a time stays when *being there* turns out to be *a quick response*.
 */
import { cleanLine } from '../clean.ts';
import { type Day, isDay } from '../day.ts';
import { day, words } from '../fields.ts';
import type { AskKind } from './kinds.ts';

export const kindFieldTables = {
  /** The letter or statement itself, as they sent it. */
  letterText: words(),
  addressee: words(),
  /** The last day to sign, or to file. */
  closesOn: day(),
  /** What signing says and binds us to. */
  signingMeans: words(),
  counsel: words(),
  court: words(),
  /** What has to be disclosed: who wrote it, who paid for it. */
  disclosure: words(),
  /** The hours, as they said them. */
  time: words(),
  place: words(),
  /** How many people, rooms, chairs. */
  howMany: words(),
  languages: words(),
  amount: words(),
  /** What the money pays for. */
  paysFor: words(),
  /** What the room has to have: a ramp, a kitchen, a quiet corner. */
  roomNeeds: words(),
  introduceTo: words(),
  /** What has to stay out of public. */
  notPublic: words(),
} as const;

export type KindField = keyof typeof kindFieldTables;

/** In the order of the form. The risk of being there is the ask's own `atRisk`. */
export const kindFields: Readonly<Record<AskKind, readonly KindField[]>> = {
  presence: ['time', 'place', 'howMany'],
  'sign-on-letter': ['letterText', 'addressee', 'closesOn', 'signingMeans'],
  'public-statement': ['letterText', 'addressee', 'closesOn'],
  'rapid-response': ['time', 'place', 'howMany'],
  translation: ['languages', 'howMany', 'time', 'place'],
  space: ['time', 'howMany', 'roomNeeds'],
  funds: ['amount', 'paysFor', 'closesOn'],
  introductions: ['introduceTo'],
  quiet: ['notPublic'],
  'amicus-brief': ['counsel', 'court', 'closesOn', 'disclosure'],
  other: [],
};

/** Kinds for which the ask shows *Is anyone put at risk?* beside their own fields. */
export const asksAboutRisk: ReadonlySet<AskKind> = new Set(['presence', 'rapid-response']);

/** What a reply repeats, so that both sides can see that they mean the same. Never what is not public. */
const repeated: Readonly<Partial<Record<AskKind, readonly KindField[]>>> = {
  presence: ['time', 'place', 'howMany'],
  'rapid-response': ['time', 'place', 'howMany'],
  translation: ['languages', 'howMany', 'time', 'place'],
  space: ['time', 'howMany', 'roomNeeds'],
  'sign-on-letter': ['addressee', 'closesOn'],
  'public-statement': ['addressee'],
  funds: ['amount', 'paysFor'],
  introductions: ['introduceTo'],
  'amicus-brief': ['court', 'closesOn'],
};

/** Those of the kind's fields that a yes repeats, as lines; days as `sayDay` says them. */
export function repeatedInReply(
  kind: AskKind | null,
  values: Readonly<Partial<Record<KindField, string | null>>>,
  sayDay: (day: Day) => string,
): string[] {
  const fields = kind ? (repeated[kind] ?? []) : [];
  return fields.flatMap((field) => {
    const value = cleanLine(values[field] ?? '');
    if (value === '') return [];
    return [field === 'closesOn' && isDay(value) ? sayDay(value) : value];
  });
}
