/**
 * Whether two asks seem to be about one event, or seem to be the same ask twice. Only ever a proposal for
 * a person to look at. Compared by whole words as people type them, in any script.
 */
import { folded } from '../../clean.ts';
import { type Day, daysBetween } from '../../day.ts';

export interface AskToCompare {
  readonly id: string;
  readonly from: string;
  readonly what: string;
  readonly text: string;
  readonly mostAffected: string;
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

/** Whether both came in the same days and are for the same day, or say much the same. */
export function seemsOneEvent(one: AskToCompare, other: AskToCompare): boolean {
  if (!cameTogether(one, other)) return false;
  if (one.on !== null && one.on === other.on) return true;
  return shared(tellingWords(one), tellingWords(other)) >= sharedOfOne;
}

/** Whether one organization asks the same thing twice, or a message came twice. */
export function seemsTheSame(one: AskToCompare, other: AskToCompare): boolean {
  if (one.text.trim() !== '' && folded(one.text) === folded(other.text)) return true;
  if (folded(one.from) !== folded(other.from) || !cameTogether(one, other)) return false;
  const what = folded(one.what);
  return (
    (what !== '' && what === folded(other.what)) ||
    shared(tellingWords(one), tellingWords(other)) >= sharedOfTheSame
  );
}

function cameTogether(one: AskToCompare, other: AskToCompare): boolean {
  if (one.receivedOn === null || other.receivedOn === null) return false;
  return Math.abs(daysBetween(one.receivedOn, other.receivedOn)) <= near;
}
