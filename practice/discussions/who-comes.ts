/**
 * Partners who come to an evening. From the day after, that they came is a contact with them which nobody
 * logs: its day, and nothing of which story, who else was there or what was said. For two weeks the plan still
 * says who came, and the contact follows it; then the contact alone stays.
 */
import { type Day, daysAfter, daysBetween, isDay } from '../day.ts';
import { type Contact, discussedKind } from '../partners/tables.ts';
import { type Change, setFields } from '../stories/record.ts';
import type { DiscussionPlan } from './plan.ts';
import type { DiscussionPartner } from './tables.ts';

/** An evening is at most this many days away, either way. */
const furthest = 366;

/** Days after the evening in which the plan says who came. */
const followed = 14;

/** Whether an evening can be on that day: one that is there, and at most about a year from today. */
export function canBeOn(day: string, today: Day): boolean {
  return isDay(day) && day >= daysAfter(today, -furthest) && day <= daysAfter(today, furthest);
}

/** From the day after; an evening of no day never is. */
export function isEveningOver({ on }: Pick<DiscussionPlan, 'on'>, today: Day): boolean {
  return on !== null && on < today && canBeOn(on, today);
}

/** The contact under the choice's own id: never written, deleted, or as it stands. */
export type Told = 'never' | 'gone' | Pick<Contact, 'on' | 'month'>;

export interface Follows {
  /** May be written at any time. */
  readonly now: readonly Change[];
  /** Takes something out: waits where nothing may go by itself. */
  readonly later: readonly Change[];
}

/**
 * What brings the contact in step with the plan, under the id that says that they come: written once the evening
 * is over, moved with its day, taken back where it is to come after all. `isFirst` is false where the same partner
 * was chosen for it twice and the other choice tells of it. Nothing where they are in step.
 */
export function followDiscussion(
  { id, partner }: Pick<DiscussionPartner, 'id' | 'partner'>,
  plan: Pick<DiscussionPlan, 'on'> | undefined,
  told: Told,
  today: Day,
  isFirst = true,
): Follows {
  const stands = told !== 'never' && told !== 'gone';
  const untie = setFields('discussionPartners', id, { deleted: true });
  if (!plan || partner === null) return { now: [], later: untie };
  const { on } = plan;
  if (on === null || !isFirst || !isEveningOver(plan, today))
    return { now: [], later: stands ? setFields('contacts', id, { deleted: true }) : [] };
  if (!stands) {
    const again = told === 'gone' ? setFields('contacts', id, { deleted: false }) : [];
    const contact = { partner, kind: discussedKind, on };
    return { now: [...again, ...setFields('contacts', id, contact)], later: [] };
  }
  if (told.on !== on && told.month !== on.slice(0, 7))
    return { now: setFields('contacts', id, { on, month: null }), later: [] };
  return { now: [], later: daysBetween(on, today) > followed ? untie : [] };
}
