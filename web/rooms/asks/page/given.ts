/** What every part of the page is given. */
import type { Ask, GuidingQuestion } from '@alongside/practice';
import type { ChangeAsk } from '../useAsk.ts';
import type { Parts } from './parts.ts';
import type { Questions } from './useQuestions.ts';

export interface Given {
  readonly ask: Ask;
  readonly change: ChangeAsk;
  readonly parts: Parts;
  readonly questions: Questions;
  /** The questions without an answer. */
  readonly missing: readonly GuidingQuestion[];
}
