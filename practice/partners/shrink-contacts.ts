/**
 * That we were in touch stays; on which day is not kept for good. After a while a contact has its partner, its
 * kind and its month: who met whom on a certain day is what an order to us would ask for first. How long is a
 * steward's to decide.
 */
import { type Day, daysBetween, isDay } from '../day.ts';
import type { Change } from '../stories/record.ts';
import type { Contact } from './tables.ts';

export const contactDays = ['season', 'year', 'always'] as const;
/** How long the day is kept: 90 days unless something else was chosen, a year, or always. */
export type ContactDays = (typeof contactDays)[number];

const keptFor: Readonly<Record<ContactDays, number>> = {
  season: 90,
  year: 365,
  always: Number.POSITIVE_INFINITY,
};

/** What is left of each contact whose day is older than that: its month. */
export function contactsToShrink(
  contacts: readonly Pick<Contact, 'id' | 'on'>[],
  keep: ContactDays,
  today: Day,
): readonly Change[] {
  return contacts.flatMap(({ id, on }) =>
    on === null || !isDay(on) || daysBetween(on, today) <= keptFor[keep]
      ? []
      : [change(id, 'month', on.slice(0, 7)), change(id, 'on', null)],
  );
}

function change(record: string, field: string, value: string | null): Change {
  return { table: 'contacts', record, field, value };
}
