/** What the Asks room writes down: asks either way, and what was promised. Read by the core team. */
import * as v from 'valibot';
import { choice, day, link, type Read, storySource, words } from '../fields.ts';
import { answers, askKinds, contributionSteps, memberShares, replyLanguages } from './kinds.ts';

export const askFields = {
  /** Asked of us, or by us. */
  direction: v.optional(v.picklist(['asked-of-us', 'we-ask']), 'asked-of-us'),
  /** The message as it came, unchanged. Empty when the ask was typed. */
  text: words(),
  /** Who asks: an organization as it names itself. Required. */
  from: words(),
  /** The partner's record, once there is one. */
  partner: link(),
  /** What they ask for, in a line. Required. */
  what: words(),
  /** Who is most affected. Empty shows as unknown. */
  mostAffected: words(),
  /** What the people most affected have asked for. Empty shows as unknown. */
  theyAskedFor: words(),
  kind: choice(askKinds),
  /** The day it came. */
  receivedOn: day(),
  /** The day by which they need to hear from us. */
  by: day(),
  /** The day it is for: a hearing, a vigil. */
  on: day(),
  /** The first question: can we make a real difference here? */
  contribution: choice(contributionSteps),
  /** What our contribution would be, in our words; the reply says it. */
  contributionWhat: words(),
  /** The second question: our long view with them, in our words. */
  longView: words(),
  /** The long view has no words yet, and we say so. */
  longViewUnknown: v.optional(v.boolean(), false),
  /** The third question: who of our members would take part? */
  members: choice(memberShares),
  /** Is anyone put at risk? One line. */
  atRisk: words(),
  /** The three questions asked came from this set; none means the built-in one. */
  questionSet: link(),
  answer: choice(answers),
  /** The day of the answer. */
  answeredOn: day(),
  /** *Instead, we can …* */
  instead: words(),
  /** *Better asked of …* */
  betterAskedOf: words(),
  /** After a statement: *and then?* */
  andThen: words(),
  /** A holding reply said they will hear by this day. It is not an answer. */
  holdingUntil: day(),
  /** Put off: not shown on Today before this day. */
  putOffUntil: day(),
  /** The reply as a person left it; empty until someone changes the draft. */
  reply: words(),
  /** The language they wrote in, and of the reply. */
  language: v.optional(v.picklist(replyLanguages), 'en'),
  /** The line of a story it began with. */
  source: storySource(),
};

export type Ask = Read<typeof askFields>;

export const promiseFields = {
  /** The ask that was said yes to. */
  ask: link(),
  /** What was promised, in a line. */
  what: words(),
  /** The day it is for. */
  by: day(),
  sureness: choice(['maybe', 'sure']),
  /** What became of it. Set down always comes with word to them. */
  state: v.optional(v.picklist(['open', 'kept', 'changed', 'set-down']), 'open'),
  /** The member who carries it. */
  carriedBy: link(),
};

export type PromiseRecord = Read<typeof promiseFields>;
