/**
 * What solidarity practice is: pure functions over plain records. They read records as rooms store them
 * and give changes back; nothing here is written, sent or timed. See README.md.
 *
 *   const read = readMessage(pasted, '2026-11-19');
 *   if (!('type' in read)) commit(askChanges(newId(), { what: read.what, by: read.by }));
 */

export { type AskFieldName, type AskValues, answerAsk, askChanges } from './asks/ask-changes.ts';
export { draftReply, type ReplyFacts, type Signed } from './asks/draft-reply.ts';
export {
  type Answer,
  type AskKind,
  answers,
  askKinds,
  type ContributionStep,
  contributionSteps,
  type MemberShare,
  memberShares,
  type ReplyLanguage,
  replyLanguages,
} from './asks/kinds.ts';
export { type AskRead, type MessageRefused, readMessage } from './asks/read/read-message.ts';
export { type Ask, askFields, promiseFields } from './asks/tables.ts';
export { type AskRefused, type AskWords, lineLimit, whatIsWrong } from './asks/validate-ask.ts';
export { type GuidingQuestion, unansweredQuestions, type Weighing } from './asks/weigh-ask.ts';
export { byName } from './by-name.ts';
export { bytesOf as utf8Length, cleanLine, folded } from './clean.ts';
export { type Day, dayInWords, dayOf, daysAfter, daysBetween, isDay } from './day.ts';
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
  setTopicUsed,
  writePrompt,
} from './discussions/plan.ts';
export { type PlanTimes, planTimes } from './discussions/plan-times.ts';
export type { PartKind } from './discussions/tables.ts';
export { discussionPlanFields, storedPart, storedTopic } from './discussions/tables.ts';
export { type Read, readFields, type StorySource, type TableFields } from './fields.ts';
export { handoverOf } from './house/handover.ts';
export {
  postgresColumns,
  type ServerLine,
  serverColumns,
  serverLines,
  type TableName,
  tablesReadBy,
} from './house/taken.ts';
export {
  type KnownMap,
  proposalsFromStory,
  type TieProposal,
  tiesInStory,
} from './issues/proposals-from-story.ts';
export {
  type Issue,
  issueFields,
  type NodeKind,
  nodeKinds,
  type Tie,
  type TieKind,
  tieFields,
} from './issues/tables.ts';
export {
  type ExcerptRefused,
  type Previewed,
  previewExcerpt,
  shareExcerpt,
} from './notebook/excerpt.ts';
export {
  type Excerpt,
  excerptFields,
  type Reflection,
  reflectionFields,
} from './notebook/tables.ts';
export { type Between, type BetweenUs, betweenUs } from './partners/between-us.ts';
export { partnersFromStory, type StoryPieces } from './partners/partners-from-story.ts';
export {
  type Contact,
  type ContactKind,
  contactFields,
  contactKinds,
  type Part,
  type Partner,
  partnerFields,
  parts,
} from './partners/tables.ts';
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
export { correctPiece } from './stories/correct.ts';
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
  nextNumber,
  type Quote,
  type Story,
  storyFromPieces,
  type Takeaway,
} from './stories/story.ts';
export type { Lens, Whose } from './stories/tables.ts';
export {
  questionSetFields,
  storedPiece,
  storedQuestion,
  storyFields,
  storyVersionFields,
} from './stories/tables.ts';
export {
  returnToVersion,
  type StoryVersion,
  saveVersion,
  versionOf,
} from './stories/versions.ts';
export { type WhatFollows, whatFollows } from './stories/whose-story.ts';
export { type WordChange, wordChanges } from './stories/word-changes.ts';
export { type Readers, tables } from './tables.ts';
export { type OurQuestion, ourQuestionFields } from './today/tables.ts';
export {
  bySoonest,
  isWaiting,
  neededBy,
  putOffUntil,
  type Waiting,
  whatWaits,
} from './today/what-waits.ts';
