/**
 * What solidarity practice is: pure functions over plain records. They read records as rooms store them
 * and give changes back; nothing here is written, sent or timed. See README.md.
 *
 *   const read = readMessage(pasted, '2026-11-19');
 *   if (!('type' in read)) commit(askChanges(newId(), { what: read.what, by: read.by }));
 */

export {
  isPublicPageOpen,
  noticeOfPublicPage,
  type PublicWords,
  publicPageChanges,
  publicPageEnds,
  whatIsWrongWithPublicPage,
} from './asks/arrivals/our-page.ts';
export { clearedAgain, putBack, setAside } from './asks/arrivals/set-aside.ts';
export {
  type Arrival,
  arrivalFields,
  type PublicPage,
  publicPageFields,
  type SetAside,
  setAsideFields,
} from './asks/arrivals/tables.ts';
export { checkSender, isUnverified, keepPublicAsk, keyOf } from './asks/arrivals/take-in.ts';
export {
  type AskFieldName,
  type AskValues,
  answerAsk,
  askChanges,
  type Decided,
} from './asks/ask-changes.ts';
export {
  type CallRefused,
  type CallWords,
  callEnds,
  callsToDestroy,
  closeCall,
  contactOfCall,
  countAnswers,
  keepCallReply,
  noticeOfCall,
  whatIsWrongWithCall,
  writeCall,
} from './asks/calls/call-changes.ts';
export { type Call, callFields, callReplyFields } from './asks/calls/tables.ts';
export { messagesToClear } from './asks/clear-messages.ts';
export {
  type Heard,
  type ProposalState,
  proposalState,
  secondRefusal,
} from './asks/decide/propose.ts';
export { type SizeRefused, sizeOf, sizeRefusal } from './asks/decide/sizes.ts';
export {
  approvalsNeeded,
  isWhole,
  partnerOf,
  type RuleState,
  ruleState,
  rulesFor,
} from './asks/decide/standing-rules.ts';
export {
  type Proposal,
  proposalFields,
  type Response,
  type Rule,
  type RuleSpeed,
  responseFields,
  ruleFields,
  ruleSpeeds,
} from './asks/decide/tables.ts';
export { draftReply, type ReplyFacts, type Signed } from './asks/draft-reply.ts';
export {
  beginWeighing,
  type EnvelopeValues,
  enclose,
  envelopeChanges,
  openWeighing,
  sayEnclosed,
  sayOpened,
} from './asks/envelopes/envelope-changes.ts';
export {
  middleOf,
  type Opened,
  openedAnswers,
  type Spread,
  unansweredIn,
} from './asks/envelopes/spread.ts';
export {
  type Enclosed,
  type Envelope,
  enclosedFields,
  envelopeFields,
  type WeighingRound,
  weighingFields,
} from './asks/envelopes/tables.ts';
export {
  asBegun,
  type SignedEnvelope,
  standing,
  toOpen,
  type WhoseTurn,
  whoseTurn,
} from './asks/envelopes/whose-turn.ts';
export { asksAboutRisk, type KindField, kindFields } from './asks/kind-fields.ts';
export {
  type Answer,
  type AskKind,
  type AskSize,
  answers,
  askKinds,
  askSizes,
  type ContributionStep,
  contributionSteps,
  type DecidedWay,
  type MemberShare,
  memberShares,
  type ReplyLanguage,
  replyLanguages,
} from './asks/kinds.ts';
export {
  type BetweenKnown,
  betweenKnown,
  lastTimes,
  MOST_TIMES,
  type RoomKnown,
  roomKnown,
  type WhyOurs,
  whyOurs,
} from './asks/know/what-we-know.ts';
export { type Calibration, calibration } from './asks/learned/calibration.ts';
export { isLookedBackOn, learnedOpensOn } from './asks/learned/opens.ts';
export {
  differences as learnedDifferences,
  type Learned,
  learnedFields,
} from './asks/learned/tables.ts';
export {
  type LongView,
  longViewFields,
  longViewsOf,
  longViewWhileWeighing,
  stillTrue,
  trueSince,
  writeLongView,
} from './asks/long-view.ts';
export {
  answersByLink,
  closeMemberPage,
  keepMemberAnswer,
  type MemberPageRefused,
  type MemberPageWords,
  memberPageEnds,
  noticeOfMemberPage,
  shownFrom,
  whatIsWrongWithMemberPage,
  writeMemberPage,
} from './asks/members/by-link.ts';
export {
  type MemberPage,
  memberAnswerFields,
  memberPageFields,
} from './asks/members/tables.ts';
export {
  type Carried,
  type Carrying,
  type HandOnRefused,
  handOn,
  leaveIt,
  takeOver,
} from './asks/promises/carry.ts';
export {
  changePromise,
  isDue,
  isToKeep,
  keepPromise,
  type PromiseRefused,
  promiseChanges,
  promiseFromYes,
  setDownPromise,
} from './asks/promises/keep-or-tell.ts';
export { carrierFields, type PromiseMade, promiseFields } from './asks/promises/tables.ts';
export {
  type AskNotice,
  type AskReply,
  askNotice,
  askReply,
  messageOf,
  pageEnds,
  readAskNotice,
  readAskReply,
} from './asks/public/ask-page.ts';
export {
  type CallAnswer,
  type CallNotice,
  type CallReply,
  callAnswers,
  callNotice,
  callReply,
  readCallNotice,
  readCallReply,
} from './asks/public/call-page.ts';
export { endOfDay, lastLook, takesIn } from './asks/public/last-day.ts';
export {
  type PublicAsk,
  type PublicNotice,
  publicAsk,
  readPublicAsk,
  readPublicNotice,
} from './asks/public/public-page.ts';
export {
  readWeighNotice,
  readWeighReply,
  type TakingPart,
  takingPart,
  type WeighNotice,
  weighReply,
} from './asks/public/weigh-page.ts';
export { publicLine, publicText } from './asks/public/words.ts';
export { type AskRead, type MessageRefused, readMessage } from './asks/read/read-message.ts';
export { type Ask, askFields, skillsNeededAtMost } from './asks/tables.ts';
export {
  holdAll,
  joinAsk,
  joinedUp,
  proposeDuplicates,
  proposeGatherings,
  toHold,
} from './asks/together/many-at-once.ts';
export { type Gathering, gatheringFields } from './asks/together/tables.ts';
export { type AskRefused, type AskWords, lineLimit, whatIsWrong } from './asks/validate-ask.ts';
export { asAnswered } from './asks/we-ask/as-answered.ts';
export {
  type AskPage,
  askPageFields,
  askReplyFields,
  type KeptReply,
} from './asks/we-ask/tables.ts';
export {
  type AskOfOurs,
  type AskOfOursRefused,
  closePage,
  keepPage,
  keepReply,
  openReplies,
  whatIsWrongWithOurs,
  writeAskOfOurs,
} from './asks/we-ask/we-ask-changes.ts';
export { type GuidingQuestion, unansweredQuestions, type Weighing } from './asks/weigh-ask.ts';
export { byName } from './by-name.ts';
export { bytesOf as utf8Length, cleanLine, folded } from './clean.ts';
export { type Day, dayInWords, dayOf, daysAfter, daysBetween, dayWhere, isDay } from './day.ts';
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
export {
  discussionPartnerFields,
  discussionPlanFields,
  storedPart,
  storedTopic,
} from './discussions/tables.ts';
export {
  canBeOn,
  followDiscussion,
  isEveningOver,
  type Told,
} from './discussions/who-comes.ts';
export { type Read, readFields, type StorySource, type TableFields } from './fields.ts';
export { type UsualAmount, usualAmounts } from './giving/amounts.ts';
export {
  answerMove,
  askToMove,
  type MoveSaid,
  moveSaid,
  type SignedMove,
} from './giving/asked-to-move.ts';
export { type Away, type AwayRefused, addAway, joinAway } from './giving/away.ts';
export { type BySkill, bySkill, type SkillsKnown } from './giving/by-skill.ts';
export {
  type DateRefused,
  type KeptDate,
  keptDates,
  whatIsWrongWithDate,
} from './giving/dates/kept-dates.ts';
export { type Observance, observances } from './giving/dates/observances.ts';
export { observedDays } from './giving/dates/observed-days.ts';
export { haveRoom, type Need, type Room, type WhatWeHave } from './giving/have-room.ts';
export { type IfWeSayYes, ifWeSayYes, type RowAfter } from './giving/if-we-say-yes.ts';
export { hasSaid, type Offer, readOffers, type SignedOffer } from './giving/offers.ts';
export {
  keepPromises,
  offerPromises,
  promisesOffered,
  type TakeOverRefused,
  takeHandOver,
} from './giving/step-back.ts';
export {
  enough,
  type Given,
  type NextSum,
  nextSum,
  offeredByWeek,
  saidCount,
  skillsOfMany,
} from './giving/sums.ts';
export {
  type DateToKeep,
  dateToKeepFields,
  type GivenSum,
  givenSumFields,
  givesThen,
  handOverFields,
  moveFields,
  type OwnOffer,
  offerFields,
  ownOfferFields,
  planningFields,
  type Skill,
  skillFields,
  sumGroundFields,
  type WorkLine,
  workLineFields,
} from './giving/tables.ts';
export { twelveWeeks, type Week, type Weekend, weekOf } from './giving/weeks.ts';
export {
  type WeCanGive,
  type WeekRow,
  weCanGive,
  weekRows,
} from './giving/what-we-can-give.ts';
export { type Move, whatWouldMove } from './giving/what-would-move.ts';
export { handoverOf } from './house/handover.ts';
export type { OpenPage } from './house/open-pages.ts';
export { type Ourselves, ourselvesFields, spaceFields } from './house/tables.ts';
export {
  postgresColumns,
  type ServerLine,
  serverColumns,
  serverCounts,
  serverLines,
  type TableName,
  tablesReadBy,
} from './house/taken.ts';
export { type Term, terms } from './house/terms.ts';
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
export {
  type Between,
  type BetweenUs,
  betweenUs,
  type Passings,
  recordOf,
} from './partners/between-us.ts';
export {
  type Belonging,
  belongsToCampaign,
  type WhyBelongs,
} from './partners/campaign/belongs.ts';
export {
  type CampaignTable,
  campaignTables,
  type Going,
  type Known as KnownRecord,
} from './partners/campaign/may-go.ts';
export { campaignKey, openCampaign, whatGoes } from './partners/campaign/open-campaign.ts';
export { openedOf } from './partners/campaign/opened.ts';
export { conversationsToClear } from './partners/clear-words.ts';
export {
  type MaybeTwice,
  mergeTwo,
  sayTwo,
  twicePartners,
  twicePeople,
  twoField,
} from './partners/duplicates.ts';
export { decline, handover, offer, offeredTo, take } from './partners/handover.ts';
export {
  type ColumnUse,
  columnUses,
  type Mapping,
  proposedMapping,
  soundMapping,
} from './partners/import/columns.ts';
export {
  type FoundMeeting,
  type FoundMeetings,
  type FoundPeople,
  type FoundPerson,
  type Problem,
  type ProblemReason,
  personFrom,
  type StaysOut,
} from './partners/import/found.ts';
export {
  keepMeetings,
  type MeetingProposal,
  meetingProposals,
} from './partners/import/meetings.ts';
export { type FoundProposal, keepProposals, proposalsFor } from './partners/import/proposals.ts';
export { partnersFromStory, type StoryPieces } from './partners/partners-from-story.ts';
export { passingsByPartner } from './partners/passings-by-partner.ts';
export { type Hanging, leftBehind, removePartner } from './partners/remove-partner.ts';
export { allOf, type MaybeSame, standsFor } from './partners/same.ts';
export { contactsToShrink } from './partners/shrink-contacts.ts';
export {
  type Contact,
  type ContactKind,
  type Conversation,
  calledKind,
  contactFields,
  contactKinds,
  conversationFields,
  discussedKind,
  type Harm,
  harmFields,
  type Part,
  type Partner,
  type Person,
  partnerFields,
  parts,
  personFields,
  type Role,
  roleFields,
} from './partners/tables.ts';
export { type WhatItSays, whatItSays } from './partners/what-it-says.ts';
export {
  type CallReason,
  couldBeWorthACall,
  type Known,
  type WorthACall,
  worthACall,
} from './partners/worth-a-call.ts';
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
export { type Change, type Fields, type Plain, setFields, undoOf } from './stories/record.ts';
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
export { isQuiet, type QuietRefused, quietRefusal } from './today/quiet.ts';
export { type OurQuestion, ourQuestionFields, quietFields } from './today/tables.ts';
export { type Thing, type TodayThings, todayThings, type WithOthers } from './today/things.ts';
export { type OfTheWeek, thisWeek, weekKey } from './today/this-week.ts';
export {
  bySoonest,
  isWaiting,
  neededBy,
  putOffUntil,
  type Waiting,
  whatWaits,
} from './today/what-waits.ts';
