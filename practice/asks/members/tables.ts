/** Pages by which members answer a weighing without entering the workspace, and what they answered, without names. */
import * as v from 'valibot';
import { choice, day, link, type Read, words } from '../../fields.ts';
import { contributionSteps } from '../kinds.ts';
import { takingPart } from '../public/weigh-page.ts';

export const memberPageFields = {
  ask: link(),
  us: words(),
  what: words(),
  more: words(),
  secret: v.optional(v.nullable(v.instance(Uint8Array)), null),
  fragment: words(),
  /** The last day on which it takes answers. */
  until: day(),
  /** The day on which it was taken back. */
  closedOn: day(),
};

export type MemberPage = Read<typeof memberPageFields>;

export const memberAnswerFields = {
  ask: link(),
  takesPart: choice(takingPart),
  contribution: choice(contributionSteps),
  note: words(),
  atRisk: words(),
  /** The same for an answer and what the same open page changed it to, and which of them it is; of nobody. */
  drawn: words(),
  turn: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
};

export type MemberAnswer = Read<typeof memberAnswerFields>;
