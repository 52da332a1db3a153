/** The fixed choices of an ask in words: kinds, answers, steps, languages. */
import type {
  Answer,
  AskKind,
  ContributionStep,
  MemberShare,
  ReplyLanguage,
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

export const answerWords: Record<Answer, MessageDescriptor> = {
  yes: msg`Yes`,
  'in-part': msg`Yes, in part`,
  'not-now': msg`Not now`,
  no: msg`We can’t`,
};

export const stepWords: Record<ContributionStep, MessageDescriptor> = {
  'very-unlikely': msg`very unlikely`,
  unlikely: msg`unlikely`,
  'hard-to-say': msg`hard to say`,
  likely: msg`likely`,
  'very-likely': msg`very likely`,
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
