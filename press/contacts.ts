/**
 * Contacts and calendars in and out, apart from stories so that a page loads only what it uses.
 * `readContacts` gives of a vCard, CSV or iCalendar file what may come in, and names what stays out.
 *
 * ```ts
 * const found = await readContacts(bytes, { name: 'people.csv', today: '2026-11-20', zone: 'America/Los_Angeles' });
 * if (found.type === 'People') console.log(found.people.length, found.leftOut);
 * ```
 */
export { type ContactsFile, readContacts } from './contacts/read-contacts.ts';
export { type ContactsRefused, contactLimits } from './contacts/refusals.ts';
export {
  type ContactOut,
  type DateOut,
  writeCalendar,
  writeCsv,
  writeVcards,
} from './contacts/write-contacts.ts';
