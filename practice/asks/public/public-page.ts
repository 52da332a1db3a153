/**
 * Our public page for asks: what it says of us, and what somebody with nothing installed asks through
 * it. Anyone can have its link, so nothing that comes is believed: not who wrote it, nor its form.
 */
import * as v from 'valibot';
import { isDay } from '../../day.ts';
import type { Plain } from '../../stories/record.ts';
import { askKinds, replyLanguages } from '../kinds.ts';
import { line, text } from './words.ts';

const notice = v.object({
  page: v.literal('public'),
  us: line(),
  /** A sentence or two of who we are. */
  about: text(),
  /** Asks are not taken at the moment. */
  paused: v.optional(v.boolean(), false),
  /** How else we can be reached, said while it is paused. */
  instead: text(),
});

export type PublicNotice = v.InferOutput<typeof notice>;

export function publicNotice(given: Omit<PublicNotice, 'page'>): {
  readonly [field: string]: Plain;
} {
  const { us, about, paused, instead } = given;
  return { page: 'public', us, about, paused, instead };
}

/** Null where it is no such notice. */
export function readPublicNotice(says: unknown): PublicNotice | null {
  const read = v.safeParse(notice, says);
  return read.success ? read.output : null;
}

/** An empty field of a form, and a day that is none, are no day; they are not the end of the letter. */
const dayIfAny = v.fallback(v.nullable(v.pipe(v.string(), v.check(isDay))), null);

const letter = v.object({
  /** Who asks, as they name themselves. Required, as is what they ask. */
  from: v.pipe(line(), v.minLength(1)),
  what: v.pipe(line(), v.minLength(1)),
  mostAffected: line(),
  theyAskedFor: line(),
  kind: v.fallback(v.nullable(v.picklist(askKinds)), null),
  by: dayIfAny,
  /** One way to reach them. */
  reach: line(),
  more: text(),
  /** The language of the page that they wrote on: a reply is drafted in it. */
  language: v.fallback(v.picklist(replyLanguages), 'en'),
  /** The same each time that one visitor sends one letter: sent twice, it is one ask. */
  key: line(),
});

/** What came through our public page. */
export type PublicAsk = v.InferOutput<typeof letter>;

export function publicAsk(given: PublicAsk): { readonly [field: string]: Plain } {
  return { ...given };
}

/** Null where it says not who asks, or not for what. */
export function readPublicAsk(says: unknown): PublicAsk | null {
  const read = v.safeParse(letter, says);
  return read.success ? read.output : null;
}

/** The whole of it in the order in which it was written, as a message that came. */
export function publicAskAsMessage(ask: PublicAsk): string {
  const { mostAffected, theyAskedFor, what, more, by, from, reach } = ask;
  return [mostAffected, theyAskedFor, what, more, by ?? '', from, reach]
    .filter((words) => words !== '')
    .join('\n\n');
}
