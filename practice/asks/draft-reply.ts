/**
 * A reply in the language they wrote in, drafted from what was decided and nothing else. It is a
 * beginning: a person reads it, changes it and sends it by whatever way the message came.
 */
import { cleanLine } from '../clean.ts';
import type { Day } from '../day.ts';
import type { Answer, AskKind, ReplyLanguage } from './kinds.ts';
import { shortened } from './read/text.ts';
import { arabic } from './reply/arabic.ts';
import { english } from './reply/english.ts';
import type { Phrases } from './reply/phrases.ts';
import { spanish } from './reply/spanish.ts';

const phrasesOf: Record<ReplyLanguage, Phrases> = { en: english, es: spanish, ar: arabic };

export interface ReplyFacts {
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
  readonly holdingUntil: Day | null;
}

/** The name under the reply, and the day it is written. */
export interface Signed {
  readonly us: string;
  readonly today: Day;
}

/**
 * The reply, paragraphs apart by blank lines; empty until there is an answer or a day by which they
 * will hear. What people wrote is passed on as they wrote it, in whatever language that is.
 */
export function draftReply(ask: ReplyFacts, { us, today }: Signed): string {
  const say = phrasesOf[ask.language];
  const body = bodyOf(ask, say, today);
  if (body.length === 0) return '';
  const what = cleanLine(ask.what);
  return [
    say.greeting(cleanLine(ask.from)),
    what ? say.thanks(shortened(what, 160)) : say.thanksAlone,
    ...body,
    [say.closing, cleanLine(us)].filter((line) => line !== '').join('\n'),
  ].join('\n\n');
}

function bodyOf(ask: ReplyFacts, say: Phrases, today: Day): string[] {
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
  if (isYes) add(ask.andThen, say.andThen);
  if (ask.answer !== 'yes') add(ask.instead, say.instead);
  if (ask.answer !== 'yes') add(ask.betterAskedOf, say.betterAskedOf);
  return [...told, isYes ? say.afterYes : say.afterNo];
}
