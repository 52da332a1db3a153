/**
 * What was promised, and who here carries it. A promise comes from a yes, or stands by itself. The one
 * person it names is a member of this workspace, by what they carry and nothing else.
 */
import * as v from 'valibot';
import { choice, day, link, links, type Read, words } from '../../fields.ts';

/** `changed` is still to be kept, in its new words. `set-down` always comes with word to them. */
export const promiseStates = ['open', 'kept', 'changed', 'set-down'] as const;

export const promiseFields = {
  /** The ask that was said yes to. */
  ask: link(),
  /** To whom, where there is no ask: an organization's name. */
  to: words(),
  /** What was promised, in a line. */
  what: words(),
  /** The day it is for. */
  by: day(),
  sureness: choice(['maybe', 'sure']),
  /** What became of it. */
  state: v.optional(v.picklist(promiseStates), 'open'),
  /** The day of that. */
  stateOn: day(),
  /** What we told them, where it was changed or set down. */
  wordToThem: words(),
  /** What was promised before it was changed. */
  before: words(),
  /** The member who carries it. */
  carriedBy: link(),
  /** The member who is asked to take it over, and has not said yes yet. */
  handTo: link(),
  /** Members who carried it before and handed it on. */
  handedOnBy: links(),
};
export type PromiseMade = Read<typeof promiseFields>;

/** Who here looks after an ask or a gathering of asks; the record has the id of what is carried. */
export const carrierFields = {
  carriedBy: link(),
  handTo: link(),
  handedOnBy: links(),
};
