/**
 * What a partner's page says in sentences beside what passed: since when we know them, when we last
 * talked honestly, when we were last in touch for nothing's sake, and whether all we do is ask.
 * Formulas in `docs/guide/how-we-know.md`. Days only; never a sum, a share or a score.
 */
import { type Day, daysAfter, type Month } from '../day.ts';
import type { Between, BetweenUs } from './between-us.ts';
import { calledKind, discussedKind } from './tables.ts';

export interface WhatItSays {
  /** The earliest day of anything that passed; null where no day is written down. */
  readonly knownSince: Day | null;
  /** The last honest conversation; null is "not yet". */
  readonly lastHonest: Day | null;
  /** The last contact that was neither an ask nor an event. */
  readonly lastForItself: Day | null;
  /** The last day that anything at all passed. */
  readonly lastInTouch: Day | null;
  /** In the last year we asked them for something, and did nothing else. */
  readonly onlyAsks: boolean;
}

/** How far back *only asks* looks, in days. */
const aYear = 365;

/** Contacts in which nobody asked for anything and that were more than the same event; a call came of an ask. */
const forItself = new Set<string>([
  'one-on-one',
  'meeting',
  discussedKind,
  'we-showed-up',
  'they-showed-up',
  'honest-conversation',
  'repair',
  'care',
]);

/** Reads the sentences from what passed up to today; later days are plans, and say nothing here. */
export function whatItSays(between: BetweenUs, today: Day): WhatItSays {
  const all = [...between.fromThem, ...between.fromUs, ...between.together];
  const past = all.filter(({ on }) => on !== null && on <= today);
  const since = daysAfter(today, -aYear);
  const lastYear = past.filter(({ on }) => on !== null && endOf(on) > since);
  return {
    knownSince: earliest(past.filter((each) => each.type !== 'promised')),
    lastHonest: latest(past.filter(isHonest)),
    lastForItself: latest(past.filter(isForItself)),
    lastInTouch: latest(past.filter(isTouch)),
    onlyAsks:
      lastYear.some(({ type }) => type === 'we-asked') &&
      !lastYear.some((each) => isForItself(each) || isOurYes(each)),
  };
}

/** A month may have been any day of it: whether we only ask is not held against us by its first. */
function endOf(on: Day | Month): string {
  return on.length === 7 ? `${on}-31` : on;
}

function isHonest(each: Between): boolean {
  return (
    each.type === 'talked' ||
    (each.type === 'contact' && each.contact.kind === 'honest-conversation')
  );
}

function isForItself(each: Between): boolean {
  if (each.type === 'talked') return true;
  return each.type === 'contact' && each.contact.kind !== null && forItself.has(each.contact.kind);
}

/** We said yes to them, members did, or we kept a promise. */
function isOurYes(each: Between): boolean {
  if (each.type === 'asked') return each.ask.answer === 'yes' || each.ask.answer === 'in-part';
  if (each.type === 'contact') return each.contact.kind === calledKind;
  return each.type === 'promised' && each.promise.state === 'kept';
}

/** An ask is a contact once it was answered; an open promise is none yet. */
function isTouch(each: Between): boolean {
  if (each.type === 'promised') return each.promise.state === 'kept';
  if (each.type === 'asked') return each.ask.answer !== null;
  return true;
}

function latest(some: readonly Between[]): Day | null {
  return some.reduce<Day | null>(
    (last, { on }) => (on !== null && (last === null || on > last) ? on : last),
    null,
  );
}

function earliest(some: readonly Between[]): Day | null {
  return some.reduce<Day | null>(
    (first, { on }) => (on !== null && (first === null || on < first) ? on : first),
    null,
  );
}
