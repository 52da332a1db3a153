/**
 * What we learned from one ask: what we expected, what happened, what next. One record an ask, with the
 * ask's id. Members are numbers here, never names.
 */
import { choice, count, day, type Read, words } from '../../fields.ts';
import { contributionSteps } from '../kinds.ts';

/** Whether we made a real difference, as far as we know. */
export const differences = ['yes', 'in-part', 'no', 'not-known'] as const;

export const learnedFields = {
  /** The step of the first question, as it stood when this was written. */
  expectedStep: choice(contributionSteps),
  expected: words(),
  happened: words(),
  next: words(),
  difference: choice(differences),
  membersPlanned: count(),
  membersCame: count(),
  writtenOn: day(),
};
export type Learned = Read<typeof learnedFields>;
