/**
 * What an ask is: who asks for what, how we weighed it, and what we answered. Read by the core team.
 * What is promised, learned and gathered around asks stands in tables of its own, in the folders beside.
 */
import * as v from 'valibot';
import { choice, count, day, link, type Read, storySource, words } from '../fields.ts';
import { kindFieldTables } from './kind-fields.ts';
import {
  answers,
  askKinds,
  askSizes,
  contributionSteps,
  decidedWays,
  memberShares,
  replyLanguages,
} from './kinds.ts';

/** Skills that one ask can need. */
export const skillsNeededAtMost = 20;

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
  ...kindFieldTables,
  /** The issue on our map that it is about. */
  issue: link(),
  /** How much deciding it takes. None chosen means the three questions. */
  size: choice(askSizes),
  /** The time zone where it was asked: its days begin and end there. */
  timeZone: words(),
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
  /** What it would take of us: half days in each week, and for how many weeks. */
  takesHalfDays: count(),
  takesWeeks: count(),
  /** Skills of our list that it needs, each with for how many people. */
  takesSkills: v.optional(
    v.pipe(
      v.array(
        v.object({ skill: v.string(), people: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
      ),
      v.maxLength(skillsNeededAtMost),
      v.readonly(),
    ),
    [],
  ),
  /** Is anyone put at risk? One line. */
  atRisk: words(),
  /** The three questions asked came from this set; none means the built-in one. */
  questionSet: link(),
  answer: choice(answers),
  /** The day of the answer. */
  answeredOn: day(),
  decidedHow: choice(decidedWays),
  /** The standing rule that answered it. */
  rule: link(),
  /** Our reasons, in a sentence. */
  why: words(),
  /** What has to hold for the answer to hold. */
  conditions: words(),
  /** What some of us saw differently, without names. */
  dissent: words(),
  /** About how many of our people mean to take part. */
  membersPlanned: count(),
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
  /** The reply also says what we are for, and what else we can offer. */
  saysPurpose: v.optional(v.boolean(), false),
  saysOffer: v.optional(v.boolean(), false),
  /** The day on which the holding reply was copied to be sent. */
  toldOn: day(),
  /** Gathered with other asks about one event. */
  gathering: link(),
  /** The same ask came twice: it stands under this one. */
  joinedTo: link(),
  /** The language they wrote in, and of the reply. */
  language: v.optional(v.picklist(replyLanguages), 'en'),
  /** The line of a story it began with. */
  source: storySource(),
};

export type Ask = Read<typeof askFields>;
