/**
 * Whether two asks seem to be about one event, or seem to be the same ask twice. Only ever a proposal for
 * a person to look at. Compared by whole words as people type them, in any script; where the two are in
 * different languages, by who asks, for what kind of thing and for which day, and by names and numbers.
 */
import { folded } from '../../clean.ts';
import { type Day, daysBetween } from '../../day.ts';
import { type Signs, signsInBoth, signsOf } from './signs.ts';

export interface AskToCompare {
  readonly id: string;
  readonly from: string;
  readonly partner: string | null;
  readonly what: string;
  readonly text: string;
  readonly mostAffected: string;
  readonly kind: string | null;
  readonly language: string;
  readonly by: Day | null;
  readonly on: Day | null;
  readonly receivedOn: Day | null;
}

/** Asks about one event come within these days of each other. */
const near = 4;

/** The share of their words that two asks about one event have in common. */
const sharedOfOne = 0.4;
const sharedOfTheSame = 0.7;

/** Words shorter than this say little in any of our languages. */
const shortest = 4;

/** Letters of a message that are compared: its beginning says what it is about. */
const enough = 1_000;

/** The words of the ask that tell it from others. */
export function tellingWords(ask: AskToCompare): ReadonlySet<string> {
  const text = folded(`${ask.what} ${ask.mostAffected} ${ask.text.slice(0, enough)}`);
  return new Set((text.match(/[\p{L}\p{M}\d]+/gu) ?? []).filter((word) => word.length >= shortest));
}

/** How much of the shorter one stands in the other, from 0 to 1. */
export function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const least = Math.min(one.size, other.size);
  if (least < 2) return 0;
  let both = 0;
  for (const word of one) if (other.has(word)) both += 1;
  return both / least;
}

/** What a pair is compared beside. */
export interface Beside {
  /** Our own name, which stands in what is sent to us. */
  readonly us?: string;
  /** Names and numbers that stand in asks of other weeks too: they say where we are, not what happened. */
  readonly everyday?: ReadonlySet<string>;
}

/** Whether both came in the same days and are for the same day, or say much the same. */
export function seemsOneEvent(
  one: AskToCompare,
  other: AskToCompare,
  { us = '', everyday }: Beside = {},
): boolean {
  if (!cameTogether(one, other)) return false;
  if (one.on !== null && one.on === other.on) return true;
  if (areInTwoLanguages(one, other)) {
    if (one.kind !== null && one.kind === other.kind && isSameDay(one, other)) return true;
    return signsShared(one, other, us).some((sign) => everyday?.has(sign) !== true);
  }
  return shared(tellingWords(one), tellingWords(other)) >= sharedOfOne;
}

/** Whether one organization asks the same thing twice, or a message came twice. */
export function seemsTheSame(one: AskToCompare, other: AskToCompare): boolean {
  if (one.text.trim() !== '' && folded(one.text) === folded(other.text)) return true;
  if (!isFromTheSame(one, other) || !cameTogether(one, other)) return false;
  if (areInTwoLanguages(one, other)) {
    return one.kind !== null && one.kind === other.kind && isSameDay(one, other);
  }
  const what = folded(one.what);
  return (
    (what !== '' && what === folded(other.what)) ||
    shared(tellingWords(one), tellingWords(other)) >= sharedOfTheSame
  );
}

/** Names and numbers in both, without the names of whoever asks and of us. */
export function signsShared(one: AskToCompare, other: AskToCompare, us: string): readonly string[] {
  return signsInBoth(signsIn(one), signsIn(other), one.from, other.from, us);
}

/** Of each ask once: each is compared with every other. */
const known = new WeakMap<AskToCompare, Signs>();

function signsIn(ask: AskToCompare): Signs {
  const signs = known.get(ask) ?? signsOf(messageOf(ask));
  known.set(ask, signs);
  return signs;
}

/** One field a line: what begins one begins a sentence. */
function messageOf({ what, mostAffected, text }: AskToCompare): string {
  return `${what}\n${mostAffected}\n${text.slice(0, enough)}`;
}

function isFromTheSame(one: AskToCompare, other: AskToCompare): boolean {
  return (
    folded(one.from) === folded(other.from) ||
    (one.partner !== null && one.partner === other.partner)
  );
}

/** For the same day, or to be heard of by the same. */
function isSameDay(one: AskToCompare, other: AskToCompare): boolean {
  return (one.on !== null && one.on === other.on) || (one.by !== null && one.by === other.by);
}

/** By what is said of them, or by the letters: a language that is none of ours is written down as one of them. */
function areInTwoLanguages(one: AskToCompare, other: AskToCompare): boolean {
  return one.language !== other.language || signsIn(one).isLatin !== signsIn(other).isLatin;
}

export function cameTogether(one: AskToCompare, other: AskToCompare): boolean {
  if (one.receivedOn === null || other.receivedOn === null) return false;
  return Math.abs(daysBetween(one.receivedOn, other.receivedOn)) <= near;
}
