/**
 * How our guesses went: "of eight times we said likely, six were". Said for a step of the first question
 * only from five times on, because fewer say nothing. Counted are asks that somebody looked back on and
 * knew the outcome of. It says nothing about partners or people, and never what to answer next.
 */
import type { ContributionStep } from '../kinds.ts';
import { contributionSteps } from '../kinds.ts';

/** Fewer times than this are not told. */
export const toldFrom = 5;

export interface LookedBack {
  readonly expectedStep: ContributionStep | null;
  readonly difference: string | null;
}

export interface Calibration {
  readonly step: ContributionStep;
  /** How often we said so and know what came of it. */
  readonly times: number;
  /** How often we made a real difference. */
  readonly were: number;
  /** How often we did in part. */
  readonly inPart: number;
}

/** One line a step that was said often enough, in the order of the steps. */
export function calibration(all: readonly LookedBack[]): Calibration[] {
  return contributionSteps.flatMap((step) => {
    const known = all.filter(
      ({ expectedStep, difference }) =>
        expectedStep === step && difference !== null && difference !== 'not-known',
    );
    if (known.length < toldFrom) return [];
    const count = (wanted: string) =>
      known.filter(({ difference }) => difference === wanted).length;
    return [{ step, times: known.length, were: count('yes'), inPart: count('in-part') }];
  });
}
