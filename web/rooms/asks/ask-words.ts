/** The fixed choices of an ask in words: kinds, answers, steps, languages. */
import type {
  Answer,
  AskKind,
  AskSize,
  ContributionStep,
  DecidedWay,
  KindField,
  Learned,
  MemberShare,
  ReplyLanguage,
  RuleSpeed,
  TakingPart,
} from '@alongside/practice';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const kindWords: Record<AskKind, MessageDescriptor> = {
  presence: msg`Being there in person`,
  'sign-on-letter': msg`A letter to sign`,
  'public-statement': msg`A public statement`,
  'rapid-response': msg`A quick response`,
  translation: msg`Translation or interpreting`,
  space: msg`A room or a hall`,
  funds: msg`Money`,
  introductions: msg`Introductions`,
  quiet: msg`Quiet support, not in public`,
  'amicus-brief': msg`An amicus brief`,
  other: msg`Something else`,
};

/** Would a member take part? */
export const partWords: Record<TakingPart, MessageDescriptor> = {
  would: msg`would take part`,
  maybe: msg`maybe`,
  'would-not': msg`would not take part`,
};

export const answerWords: Record<Answer, MessageDescriptor> = {
  yes: msg`Yes`,
  'in-part': msg`Yes, in part`,
  'not-now': msg`Not now`,
  no: msg`We can’t`,
};

export const sizeWords: Record<AskSize, MessageDescriptor> = {
  agreed: msg`agreed beforehand`,
  simple: msg`simple`,
  hard: msg`with the three questions`,
};

export const sizeNotes: Record<AskSize, MessageDescriptor> = {
  agreed: msg`A rule of ours answers. Two of us can stop it.`,
  simple: msg`One proposes with a sentence why, another agrees.`,
  hard: msg`Anyone can ask for this. Nothing is answered before the questions are.`,
};

export const speedWords: Record<RuleSpeed, MessageDescriptor> = {
  'a-day': msg`within a day`,
  'three-days': msg`within three days`,
  'a-week': msg`within a week`,
};

/** How an answer came about. */
export const decidedWords: Record<DecidedWay, MessageDescriptor> = {
  together: msg`Decided together.`,
  second: msg`One proposed it, another agreed.`,
  consent: msg`By consent: nobody objected.`,
  rule: msg`By a rule agreed beforehand.`,
  alone: msg`Decided by the only person here.`,
};

export const kindFieldWords: Record<KindField, MessageDescriptor> = {
  letterText: msg`The text`,
  addressee: msg`To whom it goes`,
  closesOn: msg`Last day`,
  signingMeans: msg`What signing means for us`,
  counsel: msg`Counsel`,
  court: msg`Court`,
  disclosure: msg`What has to be disclosed`,
  time: msg`At what time`,
  place: msg`Where`,
  howMany: msg`How many`,
  languages: msg`Languages`,
  amount: msg`How much`,
  paysFor: msg`What it pays for`,
  roomNeeds: msg`What the room needs`,
  introduceTo: msg`To whom, and for what`,
  notPublic: msg`What has to stay out of public`,
};

export const stepWords: Record<ContributionStep, MessageDescriptor> = {
  'very-unlikely': msg`very unlikely`,
  unlikely: msg`unlikely`,
  'hard-to-say': msg`hard to say`,
  likely: msg`likely`,
  'very-likely': msg`very likely`,
};

export const differenceWords: Record<NonNullable<Learned['difference']>, MessageDescriptor> = {
  yes: msg`Yes`,
  'in-part': msg`In part`,
  no: msg`No`,
  'not-known': msg`Not known yet`,
};

export const memberWords: Record<MemberShare, MessageDescriptor> = {
  staff: msg`staff only`,
  some: msg`some members`,
  many: msg`many`,
};

/** Each language by its own name, in any language of the interface. */
export const languageNames: Record<ReplyLanguage, string> = {
  en: 'English',
  es: 'Español',
  ar: 'العربية',
};
