/**
 * That we were in touch stays; on which day is not kept for good. After a while a contact has its partner, its
 * kind and its month: who met whom on a certain day is what an order to us would ask for first. How long is a
 * steward's to decide.
 */
import type { Day } from '../day.ts';
import { isPast, type Term } from '../house/terms.ts';
import type { Change } from '../stories/record.ts';
import type { Contact } from './tables.ts';

/** What is left of each contact whose day is older than that: its month. */
export function contactsToShrink(
  contacts: readonly Pick<Contact, 'id' | 'on'>[],
  keep: Term,
  today: Day,
): readonly Change[] {
  return contacts.flatMap(({ id, on }) =>
    on === null || !isPast(on, keep, today)
      ? []
      : [change(id, 'month', on.slice(0, 7)), change(id, 'on', null)],
  );
}

function change(record: string, field: string, value: string | null): Change {
  return { table: 'contacts', record, field, value };
}
