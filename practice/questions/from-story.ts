/**
 * A set of questions for asks, taken from a story's guiding questions. Each keeps the line of the
 * story it came from. What a question looks at (its lens) is proposed by a few words of each
 * language, and a person can change it.
 */
import * as v from 'valibot';
import type { StorySource } from '../fields.ts';
import type { KeptStory } from '../stories/keep-story.ts';
import { byOrder, firstKeys } from '../stories/order.ts';
import type { Change, Fields } from '../stories/record.ts';
import { lineOf } from '../stories/stored-pieces.ts';
import { type Lens, questionSetFields, storedQuestion } from '../stories/tables.ts';

export interface Question {
  readonly id: string;
  readonly text: string;
  readonly lens: Lens;
  readonly from: StorySource | null;
}

export interface QuestionSet {
  readonly id: string;
  readonly name: string;
  /** The story the questions come from. */
  readonly story: string;
  readonly questions: readonly Question[];
}

/** Words by which a question tells what it looks at. The first lens that matches is proposed. */
const lensWords: readonly { readonly lens: Lens; readonly words: RegExp }[] = [
  {
    lens: 'contribution',
    words: /contribut|difference|aport|contribu|diferencia|إسهام|مساهم|نسهم|فرق/iu,
  },
  { lens: 'long-term', words: /long[- ]?term|long view|largo plazo|المدى/iu },
  { lens: 'engagement', words: /engage|members|miembros|participa|involucr|إشراك|أعضا|مشارك/iu },
];

/** The lens a question's words suggest; `open` where none does. */
export function proposedLens(text: string): Lens {
  return lensWords.find(({ words }) => words.test(text))?.lens ?? 'open';
}

/** The questions a story would give, before anything is kept. */
export function questionsFromStory({ id, pieces }: KeptStory): Question[] {
  return pieces
    .filter((piece) => piece.kind === 'guiding-question')
    .map((piece) => ({
      id: piece.id,
      text: piece.text,
      lens: proposedLens(piece.text),
      from: { story: id, piece: piece.id, line: lineOf(piece) },
    }));
}

/** The changes that keep a set with these questions, in this order. */
export function keepQuestionSet(set: QuestionSet): Change[] {
  const keys = firstKeys(set.questions.length);
  const change = (field: string, value: Change['value']): Change => ({
    table: 'questionSets',
    record: set.id,
    field,
    value,
  });
  return [
    change('name', set.name),
    change('story', set.story),
    ...set.questions.map(({ id, text, lens, from }, at) =>
      change(`question:${id}`, { order: keys[at] ?? 'i', text, lens, from: from && { ...from } }),
    ),
  ];
}

/** The set a record holds, or undefined where it holds none. A broken question is passed over. */
export function questionSetOf(record: Fields): QuestionSet | undefined {
  const read = v.safeParse(v.object(questionSetFields), record);
  if (!read.success) return undefined;
  const questions = Object.entries(record).flatMap(([field, value]) => {
    const question = v.safeParse(storedQuestion, value);
    return field.startsWith('question:') && question.success
      ? [{ id: field.slice('question:'.length), ...question.output }]
      : [];
  });
  return {
    id: record.id,
    ...read.output,
    questions: questions
      .sort(byOrder)
      .map(({ id, text, lens, from }) => ({ id, text, lens, from })),
  };
}
