/** What every part of the page is given. */
import type { Ask, AskSize, EnvelopeValues, GuidingQuestion } from '@alongside/practice';
import type { PeopleHere } from '../../../ui/people-here.ts';
import type { AnswerName } from '../envelopes/answer-names.ts';
import type { Weighing } from '../envelopes/useWeighing.ts';
import type { Know } from '../know/know.ts';
import type { ChangeAsk } from '../useAsk.ts';
import type { Chosen } from './answer/chosen.ts';
import type { Parts } from './parts.ts';
import type { Questions } from './useQuestions.ts';

export interface Given {
  readonly ask: Ask;
  readonly change: ChangeAsk;
  /**
   * Where the answers to the three questions stand: in the ask, where they were given together; in my
   * envelope, while it is mine to fill.
   */
  readonly answers: Pick<Ask, AnswerName>;
  readonly changeAnswers: (values: Pick<EnvelopeValues, AnswerName>) => void;
  /** The weighing in closed envelopes, and how this page shows it; null where there is none. */
  readonly weighing: Weighing | null;
  readonly envelope: 'none' | 'mine' | 'closed' | 'opened';
  /** What the workspace knows beside it; null where nothing is written down yet. */
  readonly know: Know | null;
  readonly parts: Parts;
  readonly questions: Questions;
  /** How much deciding it takes, as it holds. */
  readonly size: AskSize;
  /** The questions without an answer; none where the ask is not hard. */
  readonly missing: readonly GuidingQuestion[];
  readonly people: PeopleHere;
  /** The answer that is chosen, kept or not. */
  readonly chosen: Chosen;
}
