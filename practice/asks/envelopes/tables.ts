/**
 * Weighing an ask in closed envelopes. A *weighing* says who is asked and who opens; an *envelope* holds
 * one person's answers and names nobody (its writer is known by the signature alone); *enclosed* tells
 * the others that somebody's answers are in.
 */
import * as v from 'valibot';
import { choice, day, link, type Read, words } from '../../fields.ts';
import { contributionSteps, memberShares } from '../kinds.ts';

export const weighingFields = {
  ask: link(),
  /** The member whose device opens the envelopes, once all are in. */
  facilitator: link(),
  /** The members who are asked. */
  people: v.optional(v.array(v.string()), []),
  begunOn: day(),
  /** The day the envelopes were opened; from then on the answers are the core team's to read. */
  openedOn: day(),
};

export type WeighingRound = Read<typeof weighingFields>;

export const envelopeFields = {
  weighing: link(),
  /** `draft` is its writer's alone, `closed` in an envelope; `after` is a change of mind once it was opened. */
  state: v.optional(v.picklist(['draft', 'closed', 'after']), 'draft'),
  /** The first question: can we make a real difference here? */
  contribution: choice(contributionSteps),
  /** What our contribution would be. */
  contributionWhat: words(),
  /** The second question: our long view with them. */
  longView: words(),
  longViewUnknown: v.optional(v.boolean(), false),
  /** The third question: who of our members would take part? */
  members: choice(memberShares),
  /** Is anyone put at risk? One line, without names. */
  atRisk: words(),
};

export type Envelope = Read<typeof envelopeFields>;

export const enclosedFields = {
  weighing: link(),
  /** The record in the envelope. */
  envelope: link(),
  on: day(),
  /** The day this envelope was opened to the core team. */
  openedOn: day(),
};

export type Enclosed = Read<typeof enclosedFields>;
