/** What solidarity practice is: pure functions over plain records. See README.md. */

export {
  changePart,
  type DiscussionPlan,
  insertPart,
  movePart,
  oneHour,
  type PlanPart,
  type PlanTopic,
  planFromStory,
  planOf,
  removePart,
  useTopic,
  writePrompt,
} from './discussions/plan.ts';
export { type PlanTimes, planTimes } from './discussions/plan-times.ts';
export type { PartKind } from './discussions/tables.ts';
export {
  type BuiltInQuestion,
  type BuiltInSet,
  builtInQuestions,
  type QuestionLanguage,
} from './questions/built-in.ts';
export {
  keepQuestionSet,
  proposedLens,
  type Question,
  type QuestionSet,
  questionSetOf,
  questionsFromStory,
} from './questions/from-story.ts';
export { type Difference, differences } from './stories/differences.ts';
export {
  changePiece,
  insertPiece,
  movePiece,
  type PieceEdit,
  removePiece,
  sayWhose,
} from './stories/edit-story.ts';
export {
  type KeptStory,
  keepStory,
  type StoryToKeep,
  storyName,
  storyOf,
} from './stories/keep-story.ts';
export type { DocumentText, LeftOut, Piece, PieceKind, Place, Reading } from './stories/piece.ts';
export { type Change, type Fields, type Plain, undoOf } from './stories/record.ts';
export { type KeptPiece, lineOf } from './stories/stored-pieces.ts';
export {
  type Narrator,
  type Quote,
  type Story,
  storyFromPieces,
  type Takeaway,
} from './stories/story.ts';
export type { Lens, Whose } from './stories/tables.ts';
export {
  returnToVersion,
  type StoryVersion,
  saveVersion,
  versionOf,
} from './stories/versions.ts';
export { type WhatFollows, whatFollows } from './stories/whose-story.ts';
export { type WordChange, wordChanges } from './stories/word-changes.ts';
