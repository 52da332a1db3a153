/** What every part of the page is given. */
import type { Ask, AskSize, GuidingQuestion } from '@alongside/practice';
import type { PeopleHere } from '../../../ui/people-here.ts';
import type { ChangeAsk } from '../useAsk.ts';
import type { Parts } from './parts.ts';
import type { Questions } from './useQuestions.ts';

export interface Given {
  readonly ask: Ask;
  readonly change: ChangeAsk;
  readonly parts: Parts;
  readonly questions: Questions;
  /** How much deciding it takes, as it holds. */
  readonly size: AskSize;
  /** The questions without an answer; none where the ask is not hard. */
  readonly missing: readonly GuidingQuestion[];
  readonly people: PeopleHere;
}
