/**
 * Partners who come to an evening. From the day after, that they came is a contact with them which nobody
 * logs: its day, and nothing of which story, who else was there or what was said.
 */
import { type Day, daysAfter, isDay } from '../day.ts';
import { discussedKind } from '../partners/tables.ts';
import { type Change, setFields } from '../stories/record.ts';
import type { DiscussionPlan } from './plan.ts';
import type { DiscussionPartner } from './tables.ts';

type Evening = Pick<DiscussionPlan, 'id' | 'on'>;

/** An evening is at most this many days away, either way. */
const furthest = 366;

/** Whether an evening can be on that day: one that is there, and at most about a year from today. */
export function canBeOn(day: string, today: Day): boolean {
  return isDay(day) && day >= daysAfter(today, -furthest) && day <= daysAfter(today, furthest);
}

/** The changes that write down, under a new id, that the partner comes; or came, where the day is over. */
export function comes(plan: Evening, partner: string, id: string, today: Day): Change[] {
  const tie = { id, plan: plan.id, partner };
  return isEveningOver(plan, today)
    ? contactOfDiscussion(tie, plan, today)
    : setFields('discussionPartners', id, { plan: plan.id, partner });
}

/**
 * The contact that a discussion was, under the id that said that they come: it is one, whoever writes it down.
 * None before the day after, or where the evening has no day.
 */
export function contactOfDiscussion(
  { id, partner }: Pick<DiscussionPartner, 'id' | 'plan' | 'partner'>,
  plan: Evening,
  today: Day,
): Change[] {
  if (partner === null || !isEveningOver(plan, today)) return [];
  return setFields('contacts', id, { partner, kind: discussedKind, on: plan.on });
}

/** From the day after; an evening of no day never is. */
export function isEveningOver({ on }: Pick<DiscussionPlan, 'on'>, today: Day): boolean {
  return on !== null && on < today;
}
