/**
 * What came out of the envelopes, question by question: how many said which step, in words where they
 * agree and how far they are apart. Nothing is added up into a result, and nobody is named.
 */
import { cleanLine, folded } from '../../clean.ts';
import {
  type ContributionStep,
  contributionSteps,
  type MemberShare,
  memberShares,
} from '../kinds.ts';
import type { GuidingQuestion } from '../weigh-ask.ts';
import type { Envelope } from './tables.ts';

export interface Spread<Step extends string> {
  /** Every step in its order, with how many said it. */
  readonly steps: readonly { readonly step: Step; readonly count: number }[];
  readonly said: number;
  /**
   * `same`: all said one step. `near`: two steps beside each other. `apart`: further. `alone`: only
   * one person said anything; `nobody`: none did.
   */
  readonly distance: 'nobody' | 'alone' | 'same' | 'near' | 'apart';
}

export interface Opened {
  readonly contribution: Spread<ContributionStep>;
  readonly members: Spread<MemberShare>;
  /** What people wrote, each once, in an order that says nothing about who wrote it. */
  readonly contributionWhat: readonly string[];
  readonly longView: readonly string[];
  readonly atRisk: readonly string[];
  /** How many said that the long view is not known yet. */
  readonly longViewUnknown: number;
}

export function openedAnswers(envelopes: readonly Envelope[]): Opened {
  const said = (field: 'contributionWhat' | 'longView' | 'atRisk') =>
    eachOnce(envelopes.map((envelope) => envelope[field]));
  return {
    contribution: spreadOf(
      contributionSteps,
      envelopes.map(({ contribution }) => contribution),
    ),
    members: spreadOf(
      memberShares,
      envelopes.map(({ members }) => members),
    ),
    contributionWhat: said('contributionWhat'),
    longView: said('longView'),
    atRisk: said('atRisk'),
    longViewUnknown: envelopes.filter(({ longViewUnknown }) => longViewUnknown).length,
  };
}

/** The questions that nobody has answered in an envelope. */
export function unansweredIn(opened: Opened): GuidingQuestion[] {
  const missing: GuidingQuestion[] = [];
  if (opened.contribution.said === 0) missing.push('contribution');
  if (opened.longView.length === 0 && opened.longViewUnknown === 0) missing.push('long-term');
  if (opened.members.said === 0) missing.push('engagement');
  return missing;
}

/** How the given answers spread over the steps; null is none given. */
export function spreadOf<Step extends string>(
  all: readonly Step[],
  given: readonly (Step | null)[],
): Spread<Step> {
  const steps = all.map((step) => ({ step, count: given.filter((one) => one === step).length }));
  const places = steps.flatMap(({ count }, place) => (count > 0 ? [place] : []));
  const said = steps.reduce((sum, { count }) => sum + count, 0);
  const width = (places.at(-1) ?? 0) - (places[0] ?? 0);
  return { steps, said, distance: distanceOf(said, width) };
}

/**
 * What was said together: the step in the middle when all answers stand in order, the more careful one
 * where two are. Null where nobody said any.
 */
export function middleOf<Step extends string>({ steps, said }: Spread<Step>): Step | null {
  let before = 0;
  for (const { step, count } of steps) {
    before += count;
    if (said > 0 && before * 2 >= said) return step;
  }
  return null;
}

function distanceOf(said: number, width: number): Spread<string>['distance'] {
  if (said === 0) return 'nobody';
  if (said === 1) return 'alone';
  if (width === 0) return 'same';
  return width === 1 ? 'near' : 'apart';
}

export function eachOnce(written: readonly string[]): string[] {
  const lines = new Map<string, string>();
  for (const words of written.map(cleanLine).filter((line) => line !== '')) {
    const key = folded(words);
    const other = lines.get(key);
    if (other === undefined || words < other) lines.set(key, words);
  }
  return [...lines.values()].sort();
}
