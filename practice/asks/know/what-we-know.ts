/**
 * What the workspace knows beside an ask: what passed between us, whether there is room in its week, why it
 * is ours, and the last times. Facts with their source, for one sentence each under its question; never a
 * total, never a recommendation. What is not known is said as such. Formulas in `docs/guide/how-we-know.md`.
 */
import type { Day } from '../../day.ts';
import type { StorySource } from '../../fields.ts';
import type { WeekRow } from '../../giving/what-we-can-give.ts';
import type { Tie } from '../../issues/tables.ts';
import type { Between, BetweenUs } from '../../partners/between-us.ts';
import { type WhatItSays, whatItSays } from '../../partners/what-it-says.ts';
import type { Ask } from '../tables.ts';

export interface BetweenKnown extends WhatItSays {
  /** The last thing that they did for us, and that we did for them, up to today. */
  readonly fromThem: Between | null;
  readonly fromUs: Between | null;
}

/** Null where nothing is written down about them. */
export function betweenKnown(between: BetweenUs, today: Day): BetweenKnown | null {
  const last = (side: readonly Between[]) =>
    side.find(({ on }) => on !== null && on <= today) ?? null;
  const [fromThem, fromUs] = [last(between.fromThem), last(between.fromUs)];
  const says = whatItSays(between, today);
  if (!fromThem && !fromUs && says.knownSince === null) return null;
  return { ...says, fromThem, fromUs };
}

export type RoomKnown =
  /** No sum was told yet, or fewer than five have said what they can give. */
  | { readonly type: 'not-known' }
  /** The week comes after the twelve. */
  | { readonly type: 'too-far' }
  /** The day that it is for has gone by. */
  | { readonly type: 'over' }
  /** Half days that are free in that week, and by how much it is over already. */
  | { readonly type: 'week'; readonly from: Day; readonly free: number; readonly over: number };

/** The week of the day that the ask is for; of the day of its answer where none was said; else this week. */
export function roomKnown(
  ask: Pick<Ask, 'on' | 'by'>,
  rows: readonly WeekRow[],
  today: Day,
): RoomKnown {
  const day = ask.on ?? ask.by ?? today;
  const row = rows.find(({ week }) => week.from <= day && day <= week.until);
  if (row === undefined) return { type: day < today ? 'over' : 'too-far' };
  if (row.free === null) return { type: 'not-known' };
  return { type: 'week', from: row.week.from, free: row.free, over: row.over };
}

export type WhyOurs =
  /** A sentence of why, from a tie to the ask's issue that somebody kept. */
  | { readonly type: 'tie'; readonly tie: Tie }
  /** The line of a story that the ask began with. */
  | { readonly type: 'story'; readonly source: StorySource };

/** A kept tie to the ask's issue with a sentence of why, else the story's line; null where neither is written. */
export function whyOurs(ask: Pick<Ask, 'issue' | 'source'>, ties: readonly Tie[]): WhyOurs | null {
  const [tie] = ties
    .filter(({ state, why }) => state === 'kept' && why.trim() !== '')
    .filter(({ from, to }) => ask.issue !== null && (from === ask.issue || to === ask.issue))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  if (tie) return { type: 'tie', tie };
  return ask.source ? { type: 'story', source: ask.source } : null;
}

/** As many earlier asks stand beside one. */
export const MOST_TIMES = 2;

/** Asks of the same kind or from the same partner that were answered before, the newest first; two at most. */
export function lastTimes(
  ask: Pick<Ask, 'id' | 'kind'>,
  answered: readonly Ask[],
  isSamePartner: (other: Ask) => boolean,
): readonly Ask[] {
  return answered
    .filter((other) => other.id !== ask.id && other.answer !== null && other.answeredOn !== null)
    .filter((other) => isSamePartner(other) || (ask.kind !== null && other.kind === ask.kind))
    .sort(
      (a, b) =>
        Number(isSamePartner(b)) - Number(isSamePartner(a)) ||
        ((a.answeredOn ?? '') < (b.answeredOn ?? '') ? 1 : -1) ||
        (a.id < b.id ? -1 : 1),
    )
    .slice(0, MOST_TIMES);
}
