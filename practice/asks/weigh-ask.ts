/**
 * The three questions, and what is still missing before a hard ask is answered. There is no total
 * and no recommendation: this only says which questions nobody has answered yet.
 */
import { cleanLine } from '../clean.ts';
import type { ContributionStep, MemberShare } from './kinds.ts';

/** Answers to the three questions, as far as they are given. */
export interface Weighing {
  readonly contribution: ContributionStep | null;
  readonly longView: string;
  /** "We do not know yet" is an answer to the second question. */
  readonly longViewUnknown: boolean;
  readonly members: MemberShare | null;
}

export const guidingQuestions = ['contribution', 'long-term', 'engagement'] as const;
export type GuidingQuestion = (typeof guidingQuestions)[number];

/** The questions without an answer, in their order. */
export function unansweredQuestions(weighing: Weighing): GuidingQuestion[] {
  const answered: Record<GuidingQuestion, boolean> = {
    contribution: weighing.contribution !== null,
    'long-term': weighing.longViewUnknown || cleanLine(weighing.longView) !== '',
    engagement: weighing.members !== null,
  };
  return guidingQuestions.filter((question) => !answered[question]);
}
