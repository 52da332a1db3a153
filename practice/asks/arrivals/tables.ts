/**
 * Our public page for asks, and what is known of an ask that came by it beside the ask itself. What is
 * set aside as a threat is read by the people named for it, and by nobody else.
 */
import * as v from 'valibot';
import { day, link, type Read, words } from '../../fields.ts';

/** One link of the page. Renewed, it has a further one; the earlier goes on until its last day. */
export const publicPageFields = {
  /** Who we are on it, a sentence or two of what we do, and how else we can be reached. */
  us: words(),
  about: words(),
  instead: words(),
  /** What opens its inbox: for the core team alone, never in the link. */
  secret: v.optional(v.nullable(v.instance(Uint8Array)), null),
  fragment: words(),
  until: day(),
  pausedOn: day(),
  endedOn: day(),
  /** The core team's key that its notice names: after someone came or went, it names the next. */
  sealedUnder: v.optional(v.nullable(v.number()), null),
};

export type PublicPage = Read<typeof publicPageFields>;

/** The last millisecond that has a date: ECMAScript, *Time Values and Time Range*. */
const furthest = 8.64e15;

/** Milliseconds since 1970. */
const moment = () =>
  v.optional(
    v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(furthest))),
    null,
  );

/** That an ask came by the page. The record's id is the ask's; it stays when the ask goes. */
export const arrivalFields = {
  page: link(),
  /** What its sender's browser made up for it: sent twice, it is taken once. */
  key: words(),
  /** When a device of ours took it in. */
  cameAt: moment(),
  /** The one way to reach them that they gave. */
  reach: words(),
  /** The day on which somebody here had checked who sent it, and how. The log says who that was. */
  checkedOn: day(),
  checkedHow: words(),
  setAsideOn: day(),
};

export type Arrival = Read<typeof arrivalFields>;

/** A message that was set aside as a threat: whole, with its time, for counsel. */
export const setAsideFields = {
  ask: link(),
  message: words(),
  from: words(),
  what: words(),
  cameAt: moment(),
  setAsideOn: day(),
  /** All that stood in the ask and in its arrival, as text: what comes back is what was set aside. */
  whole: words(),
};

export type SetAside = Read<typeof setAsideFields>;
