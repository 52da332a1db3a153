/** Pages for people with nothing installed, and what came back through them. */
import * as v from 'valibot';
import { choice, day, link, type Read, words } from '../../fields.ts';
import { answers } from '../kinds.ts';

export const askPageFields = {
  /** The ask of ours that the page says. */
  ask: link(),
  /** What opens its inbox: for the core team alone, never in the link. */
  secret: v.optional(v.nullable(v.instance(Uint8Array)), null),
  /** What follows # in its link. */
  fragment: words(),
  until: day(),
  /** The day it was taken back. */
  closedOn: day(),
};

export type AskPage = Read<typeof askPageFields>;

export const askReplyFields = {
  ask: link(),
  page: link(),
  /** Who answers, as they name themselves: an organization. Nobody has checked it. */
  from: words(),
  answer: choice(answers),
  /** What they can bring. */
  bring: words(),
  note: words(),
  receivedOn: day(),
  /** The day somebody here opened it. Until then Today says that it came. */
  seenOn: day(),
};

export type KeptReply = Read<typeof askReplyFields>;
