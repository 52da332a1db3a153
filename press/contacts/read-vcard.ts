/**
 * vCards 2.1, 3.0 and 4.0, several in a file. Of each card come its name, its organization, what the
 * person does there, and one way to reach them: the preferred address, else the first, else a
 * telephone number. All else is named and counted. A broken card takes no other with it.
 */
import {
  cleanLine,
  type FoundPeople,
  type FoundPerson,
  type Problem,
  personFrom,
} from '@alongside/practice';
import ICAL from 'ical.js';
import { type Block, blocks, linesOf, propertyOf, unfold } from './content-lines.ts';
import { contactLimits, NotRead } from './refusals.ts';
import { createTally, type Tally } from './tally.ts';
import { fromVersion2 } from './vcard-2.ts';

/** What is parsed at all. */
const wanted = new Set(['FN', 'N', 'ORG', 'TITLE', 'ROLE', 'EMAIL', 'TEL']);
/** What says nothing about anybody. */
const frame = new Set(['BEGIN', 'END', 'VERSION', 'PRODID', '']);

export function readVcards(text: string): FoundPeople {
  const cards = blocks(linesOf(text), 'VCARD');
  if (cards.length > contactLimits.rows)
    throw new NotRead({ type: 'TooManyRows', limit: contactLimits.rows });
  const tally = createTally();
  const people: FoundPerson[] = [];
  const problems: Problem[] = [];
  cards.forEach((card, index) => {
    const at = index + 1;
    const parts = card.isWhole ? partsOf(card, tally) : null;
    if (parts === null) {
      problems.push({ at, because: 'Broken' });
      return;
    }
    const { person, problem } = personFrom(at, parts);
    if (person) people.push(person);
    if (problem) problems.push(problem);
  });
  return { type: 'People', people, problems, leftOut: tally.leftOut(), rows: cards.length };
}

type Property = readonly [name: string, parameters: object, type: string, ...values: unknown[]];

function partsOf({ lines }: Block, tally: Tally): Parameters<typeof personFrom>[1] | null {
  const version = /^VERSION:\s*(.+?)\s*$/i.exec(
    lines.find((line) => /^VERSION:/i.test(line)) ?? '',
  );
  const unfolded = version?.[1] === '2.1' ? fromVersion2(lines) : unfold(lines);
  const seen = new Set<string>();
  for (const line of unfolded) {
    const name = propertyOf(line);
    if (!wanted.has(name) && !frame.has(name) && !seen.has(name)) {
      seen.add(name);
      tally.add(name);
    }
  }
  const card = parsed(
    unfolded.filter((line) => wanted.has(propertyOf(line))),
    version?.[1] === '4.0' ? '4.0' : '3.0',
  );
  if (!card) return null;
  const all = (name: string) => card.filter(([each]) => each === name);
  const first = (name: string) => wordsOf(all(name)[0], 0);
  const [email, ...emails] = preferred(all('email'));
  const [phone, ...phones] = preferred(all('tel'));
  const [title, role] = [first('title'), first('role')];
  if (emails.length > 0) tally.add('EMAIL', true);
  if (phones.length > 0) tally.add('TEL', true);
  if (email && phone) tally.add('TEL');
  if (title && role) tally.add('ROLE');
  if (wordsOf(all('org')[0], 1)) tally.add('ORG', true);
  return {
    name: first('fn') || nameOf(all('n')[0]),
    organization: first('org'),
    role: title || role,
    email: wordsOf(email, 0).replace(/^mailto:/i, ''),
    phone: wordsOf(phone, 0).replace(/^tel:/i, ''),
  };
}

/** The properties as ical.js reads them; null where the card breaks the rules of its format. */
function parsed(lines: readonly string[], version: string): readonly Property[] | null {
  try {
    const text = ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD'].join('\r\n');
    const card = ICAL.parse(text) as unknown as readonly [string, readonly Property[]];
    return card[1];
  } catch {
    return null;
  }
}

/** One part of a value: of `ORG:Harbor;Legal` the first is the organization. */
function wordsOf(property: Property | undefined, part: number): string {
  const value = property?.[3];
  const words = Array.isArray(value) ? value[part] : part === 0 ? value : '';
  const word = Array.isArray(words) ? words[0] : words;
  return typeof word === 'string' ? cleanLine(word.normalize('NFC')) : '';
}

/** Given names, further names and the family name, where a card has no name as a whole. */
function nameOf(property: Property | undefined): string {
  const parts = [1, 2, 0].map((part) => wordsOf(property, part));
  return parts.filter(Boolean).join(' ');
}

/** The preferred one first: `PREF=1`, or `TYPE=pref`. */
function preferred(properties: readonly Property[]): readonly Property[] {
  const rank = ([, parameters]: Property) => {
    const { pref, type } = parameters as { pref?: string; type?: string | readonly string[] };
    if (pref !== undefined) return Number(pref) || 100;
    return [type].flat().some((one) => one?.toLowerCase() === 'pref') ? 1 : 101;
  };
  return [...properties].sort((a, b) => rank(a) - rank(b));
}
