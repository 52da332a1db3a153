/**
 * A reply in the language they wrote in, drafted from what was decided and nothing else. It is a
 * beginning: a person reads it, changes it and sends it by whatever way the message came.
 */
import { cleanLine } from '../clean.ts';
import type { Day } from '../day.ts';
import { type KindField, repeatedInReply } from './kind-fields.ts';
import type { Answer, AskKind, ReplyLanguage } from './kinds.ts';
import { shortened } from './read/text.ts';
import { arabic } from './reply/arabic.ts';
import { english } from './reply/english.ts';
import type { Phrases } from './reply/phrases.ts';
import { spanish } from './reply/spanish.ts';

const phrasesOf: Record<ReplyLanguage, Phrases> = { en: english, es: spanish, ar: arabic };

export interface ReplyFacts extends Readonly<Partial<Record<KindField, string | null>>> {
  readonly language: ReplyLanguage;
  readonly from: string;
  readonly what: string;
  readonly kind: AskKind | null;
  readonly contributionWhat: string;
  /** Null while there is only a holding reply. */
  readonly answer: Answer | null;
  readonly instead: string;
  readonly betterAskedOf: string;
  readonly andThen: string;
  readonly conditions: string;
  readonly holdingUntil: Day | null;
  /** The reply also says what we are for, and what else we can offer. */
  readonly saysPurpose: boolean;
  readonly saysOffer: boolean;
}

/** The name under the reply, the day it is written, and what we wrote once about ourselves. */
export interface Signed {
  readonly us: string;
  readonly today: Day;
  readonly purpose?: string;
  readonly offer?: string;
}

/**
 * The reply, paragraphs apart by blank lines; empty until there is an answer or a day by which they
 * will hear. What people wrote is passed on as they wrote it, in whatever language that is.
 */
export function draftReply(ask: ReplyFacts, signed: Signed): string {
  const { us } = signed;
  const say = phrasesOf[ask.language];
  const body = bodyOf(ask, say, signed);
  if (body.length === 0) return '';
  const what = cleanLine(ask.what);
  return [
    say.greeting(cleanLine(ask.from)),
    what ? say.thanks(shortened(what, 160)) : say.thanksAlone,
    ...body,
    [say.closing, cleanLine(us)].filter((line) => line !== '').join('\n'),
  ].join('\n\n');
}

function bodyOf(ask: ReplyFacts, say: Phrases, signed: Signed): string[] {
  const { today, purpose = '', offer = '' } = signed;
  if (ask.answer === null) {
    return ask.holdingUntil ? [say.holding(say.dayInWords(ask.holdingUntil, today))] : [];
  }
  const opening = { yes: say.yes, 'in-part': say.inPart, 'not-now': say.notNow, no: say.no }[
    ask.answer
  ];
  const isYes = ask.answer === 'yes' || ask.answer === 'in-part';
  const told: string[] = [opening];
  const add = (words: string, sentence: (words: string) => string) => {
    const line = cleanLine(words);
    if (line) told.push(sentence(line));
  };
  if (isYes) add(ask.contributionWhat, say.weCan);
  if (isYes) {
    const sayDay = (day: Day) => say.dayInWords(day, today);
    add(repeatedInReply(ask.kind, ask, sayDay).join(' · '), say.understood);
  }
  add(ask.conditions, say.conditions);
  if (isYes) add(ask.andThen, say.andThen);
  if (ask.answer !== 'yes') add(ask.instead, say.instead);
  if (ask.answer !== 'yes') add(ask.betterAskedOf, say.betterAskedOf);
  if (ask.saysPurpose) add(purpose, say.weAreFor);
  if (ask.saysOffer) add(offer, say.weOffer);
  return [...told, isYes ? say.afterYes : say.afterNo];
}
