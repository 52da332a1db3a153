/**
 * What deciding together writes down: a proposed answer, what people here say to it, and rules agreed
 * beforehand. Who wrote a record is known from the log; no field repeats it.
 */
import * as v from 'valibot';
import { choice, day, link, type Read, words } from '../../fields.ts';
import { answers, askKinds } from '../kinds.ts';

/** `second`: another person agrees. `consent`: nobody objects until the end of a day. */
export const proposalWays = ['second', 'consent'] as const;

export const proposalFields = {
  ask: link(),
  answer: choice(answers),
  /** One sentence why. */
  why: words(),
  way: choice(proposalWays),
  /** By consent: the last day to object. */
  until: day(),
  on: day(),
  /** Its proposer took it back. */
  takenBack: v.optional(v.boolean(), false),
};
export type Proposal = Read<typeof proposalFields>;

/** To a proposal: agrees, objects. To a standing rule's answer: approves, stops. */
export const responseKinds = ['agrees', 'objects', 'approves', 'stops'] as const;

export const responseFields = {
  ask: link(),
  /** The proposal it is about, or the rule. */
  about: link(),
  response: choice(responseKinds),
  /** A sentence. */
  why: words(),
  on: day(),
};
export type Response = Read<typeof responseFields>;

/** How soon a rule answers. Within a day takes two people. */
export const ruleSpeeds = ['a-day', 'three-days', 'a-week'] as const;
export type RuleSpeed = (typeof ruleSpeeds)[number];

export const ruleFields = {
  /** For asks of this partner; none means any. */
  partner: link(),
  /** About this issue; none means any. */
  issue: link(),
  /** Of these kinds; none means any. */
  kinds: v.optional(v.array(v.picklist(askKinds)), []),
  answer: choice(answers),
  /** What we do: the reply says it. */
  what: words(),
  speed: choice(ruleSpeeds),
  /** Who may approve a use. */
  approvers: v.optional(v.picklist(['core-team', 'stewards']), 'core-team'),
  /** What the law allows an organization like ours here, in our own words. */
  lawNote: words(),
  agreedOn: day(),
  /** No longer in force from this day. */
  endedOn: day(),
};
export type Rule = Read<typeof ruleFields>;
