/**
 * *Worth a call*: partners whom somebody should ring, each with its one reason. Harm to them stands
 * above everything, then what we owe, then when we said we would talk, then a silence. What we want of
 * them is never a reason. There is no score: the order is that of the reasons, then of the days.
 */
import type { Ask } from '../asks/tables.ts';
import { folded } from '../clean.ts';
import { type Day, daysAfter } from '../day.ts';
import type { Conversation, Harm } from './tables.ts';
import type { WhatItSays } from './what-it-says.ts';

export type CallReason =
  /** Something happened to them, and nobody from us has been in touch since. */
  | { readonly type: 'Harm'; readonly harm: Harm; readonly on: Day }
  /** We said we would repair something, and have not. */
  | { readonly type: 'Repair'; readonly conversation: string; readonly on: Day }
  /** The day on which we said we would talk next has come. */
  | { readonly type: 'TalkNext'; readonly conversation: string; readonly on: Day }
  /** For a year all we did was ask them. */
  | { readonly type: 'OnlyAsks'; readonly on: Day | null }
  /** A partner with a part in our campaign, not heard of for a season. */
  | { readonly type: 'Quiet'; readonly on: Day | null };

export interface WorthACall {
  readonly partner: string;
  readonly reason: CallReason;
}

export interface Known {
  readonly id: string;
  /** Has a part in our campaign: informs, guides or co-builds. */
  readonly hasPart: boolean;
  readonly says: WhatItSays;
  readonly harms: readonly Harm[];
  readonly conversations: readonly Conversation[];
}

/** How long a partner in our campaign may be quiet, in days: a season. */
export const aSeason = 90;

/** How long harm calls for a call, in days: after that it is history, and the page still tells it. */
const harmLasts = 90;

const order: readonly CallReason['type'][] = ['Harm', 'Repair', 'TalkNext', 'OnlyAsks', 'Quiet'];

/** At most one reason a partner, the gravest. The same list whatever order the partners come in. */
export function worthACall(partners: readonly Known[], today: Day): readonly WorthACall[] {
  const found = partners.flatMap((partner) => {
    const reason = reasonOf(partner, today);
    return reason ? [{ partner: partner.id, reason }] : [];
  });
  return found.sort(
    (a, b) =>
      order.indexOf(a.reason.type) - order.indexOf(b.reason.type) ||
      byDay(a.reason, b.reason) ||
      compare(a.partner, b.partner),
  );
}

/**
 * Tells of a partner whether there can be any reason, before all that passed with it is read: without harm, a
 * conversation, a part in our campaign or an ask of ours there is none. Most of thousands are not read further.
 */
export function couldBeWorthACall(all: {
  readonly asks: readonly Pick<Ask, 'direction' | 'partner' | 'from'>[];
  readonly conversations: readonly Pick<Conversation, 'partner'>[];
  readonly harms: readonly Pick<Harm, 'partner'>[];
}): (partner: {
  readonly ids: readonly string[];
  readonly name: string;
  readonly hasPart: boolean;
}) => boolean {
  const weAsked = all.asks.filter(({ direction }) => direction === 'we-ask');
  const told = new Set(
    [...weAsked, ...all.conversations, ...all.harms].map(({ partner }) => partner),
  );
  const named = new Set(weAsked.map(({ from }) => folded(from)));
  return ({ ids, name, hasPart }) =>
    hasPart || ids.some((id) => told.has(id)) || named.has(folded(name));
}

function reasonOf({ hasPart, says, harms, conversations }: Known, today: Day): CallReason | null {
  // Someone who was in touch on the day itself has heard.
  const harm = newest(
    harms.filter(
      ({ on }) =>
        on !== null &&
        on <= today &&
        on > daysAfter(today, -harmLasts) &&
        (says.lastInTouch === null || says.lastInTouch < on),
    ),
  );
  if (harm?.on) return { type: 'Harm', harm, on: harm.on };
  const toRepair = newest(
    conversations.filter(
      ({ on, toRepair, repairedOn }) =>
        on !== null && on < today && toRepair !== '' && repairedOn === null,
    ),
  );
  if (toRepair?.on) return { type: 'Repair', conversation: toRepair.id, on: toRepair.on };
  const last = newest(conversations.filter(({ on }) => on !== null));
  if (last?.nextOn && last.nextOn <= today) {
    return { type: 'TalkNext', conversation: last.id, on: last.nextOn };
  }
  if (says.onlyAsks) return { type: 'OnlyAsks', on: says.lastForItself };
  const { lastInTouch } = says;
  if (hasPart && lastInTouch !== null && lastInTouch < daysAfter(today, -aSeason)) {
    return { type: 'Quiet', on: lastInTouch };
  }
  return null;
}

/** Harm comes newest first; what waits comes longest first. */
function byDay(a: CallReason, b: CallReason): number {
  const days = compare(a.on ?? '', b.on ?? '');
  return a.type === 'Harm' ? -days : days;
}

function newest<Dated extends { readonly id: string; readonly on: Day | null }>(
  some: readonly Dated[],
): Dated | undefined {
  return [...some].sort((a, b) => compare(b.on ?? '', a.on ?? '') || compare(a.id, b.id))[0];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
