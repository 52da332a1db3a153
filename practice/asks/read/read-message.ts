/**
 * Reads a pasted message into the beginnings of an ask, by small rules for English, Spanish and
 * Arabic. It never invents: every word it gives stands in the message, and what it does not find is
 * empty. The message itself is kept whole.
 */
import { bytesOf, cleanLine } from '../../clean.ts';
import type { Day } from '../../day.ts';
import { type AskKind, askKinds, type ReplyLanguage } from '../kinds.ts';
import { findDays } from './find-days.ts';
import { findLanguage } from './find-language.ts';
import { findWho } from './find-who.ts';
import { arabic } from './rules/arabic.ts';
import { english } from './rules/english.ts';
import type { ReadingRules } from './rules/rules.ts';
import { spanish } from './rules/spanish.ts';
import { matchable, type Sentence, sentencesOf, shortened } from './text.ts';

const rulesOf: Record<ReplyLanguage, ReadingRules> = { en: english, es: spanish, ar: arabic };

/** Bytes of a message that one field of a record can hold, with room to spare (vault: 64 KiB). */
export const messageLimit = 60_000;

export interface AskRead {
  readonly text: string;
  readonly language: ReplyLanguage | null;
  readonly from: string;
  readonly what: string;
  readonly mostAffected: string;
  readonly theyAskedFor: string;
  readonly kind: AskKind | null;
  readonly by: Day | null;
  readonly on: Day | null;
}

export type MessageRefused =
  | { readonly type: 'MessageEmpty' }
  | { readonly type: 'MessageTooLong'; readonly characters: number };

/** The ask that the message makes, as far as it says. Refuses a blank message and one too long to keep. */
export function readMessage(message: string, today: Day): AskRead | MessageRefused {
  if (cleanLine(message.slice(0, 100_000)) === '') return { type: 'MessageEmpty' };
  if (bytesOf(message) > messageLimit) {
    return { type: 'MessageTooLong', characters: message.length };
  }
  const text = message.toWellFormed().replace(/\r\n?/g, '\n');
  const language = findLanguage(text);
  const rules = rulesOf[language ?? 'en'];
  const sentences = sentencesOf(text, language ?? 'en');
  const request = requestOf(sentences, rules);
  const days = findDays(text, rules, today);
  return {
    text,
    language,
    from: findWho(text, rules),
    what: lineOf(request && onlyAsking(request, rules)),
    mostAffected: lineOf(sentences.find(({ text }) => rules.mostAffected.test(matchable(text)))),
    theyAskedFor: lineOf(
      sentences.find(
        (sentence) => sentence !== request && rules.theyAskedFor.test(matchable(sentence.text)),
      ),
    ),
    kind: kindOf(request?.text ?? '', rules) ?? kindOf(text, rules),
    by: days.find((found) => found.isDeadline)?.day ?? null,
    on:
      days.find(
        (found) =>
          !found.isDeadline &&
          found.day >= today &&
          (/\d/.test(found.words) || found.isFor || isWithin(found.at, request)),
      )?.day ?? null,
  };
}

function requestOf(sentences: readonly Sentence[], rules: ReadingRules): Sentence | undefined {
  const requests = sentences.filter(({ text }) => rules.request.test(matchable(text)));
  const asksMore = ({ text }: Sentence) => !rules.onlyReply.test(matchable(text));
  return (
    requests.find(asksMore) ??
    sentences.find((one) => isQuestion(one) && asksMore(one)) ??
    requests[0]
  );
}

/** A question of three words or more asks for something, where no other sentence does. */
function isQuestion({ text }: Sentence): boolean {
  return /[?؟][^\p{L}]{0,5}$/u.test(text) && text.trim().split(/\s+/).length > 2;
}

/** "Hi, it's Ana from the Circle, could you …? - Ana": from where it asks to where it ends. */
function onlyAsking(sentence: Sentence, rules: ReadingRules): Sentence {
  const signed = /(?<=[.?!؟])\s{1,3}[-–—]\s?\p{Lu}.{0,80}$/u.exec(sentence.text);
  if (signed) return onlyAsking({ ...sentence, text: sentence.text.slice(0, signed.index) }, rules);
  const text = matchable(sentence.text);
  const asks = rules.request.exec(text);
  if (!asks || !rules.greeting.test(text)) return sentence;
  const lead = /^[\s\S]*[,،;:!—–]\s*/u.exec(text.slice(0, asks.index))?.[0].length ?? 0;
  return { text: sentence.text.slice(lead), at: sentence.at + lead };
}

/** The one kind whose words stand there; none when several do. */
function kindOf(text: string, rules: ReadingRules): AskKind | null {
  const words = matchable(text);
  const found = askKinds.filter((kind) => rules.kinds[kind]?.test(words));
  return found.length === 1 ? (found[0] ?? null) : null;
}

function lineOf(sentence: Sentence | undefined): string {
  return sentence ? shortened(cleanLine(sentence.text), 280) : '';
}

function isWithin(at: number, sentence: Sentence | undefined): boolean {
  return sentence !== undefined && at >= sentence.at && at < sentence.at + sentence.text.length;
}
