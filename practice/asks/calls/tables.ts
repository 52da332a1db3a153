/** Calls to members, from a yes. The list of who can come is read by the two who organize it. */
import * as v from 'valibot';
import { choice, day, link, type Read, words } from '../../fields.ts';
import { callAnswers } from '../public/call-page.ts';

export const callFields = {
  /** The ask that was said yes to. */
  ask: link(),
  /** Who calls, on its page. */
  us: words(),
  what: words(),
  where: words(),
  on: day(),
  hour: words(),
  howMany: v.optional(v.nullable(v.number()), null),
  skills: words(),
  more: words(),
  /** The circle of those who organize it, at most two: their answers are sealed to it. */
  circle: link(),
  secret: v.optional(v.nullable(v.instance(Uint8Array)), null),
  fragment: words(),
  /** Until when there is anything: seven days after the day. */
  until: day(),
  /** Called off: nobody can answer any more; who could come is still read until the list goes. */
  closedOn: day(),
};

export type Call = Read<typeof callFields>;

export const callReplyFields = {
  call: link(),
  answer: choice(callAnswers),
  /** Any name they chose, or none. */
  name: words(),
  note: words(),
};

export type KeptCallReply = Read<typeof callReplyFields>;
