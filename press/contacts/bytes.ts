/** Files for tests: text as bytes, and reading them on one day in one place. */

import type { Mapping } from '@alongside/practice';
import { readContacts } from './read-contacts.ts';

export const around = { today: '2026-11-20', zone: 'America/Los_Angeles' } as const;

export function read(text: string | Uint8Array, name = '', mapping?: Mapping) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return readContacts(bytes, { name, ...around, ...(mapping && { mapping }) });
}

/** What it must be: the test fails otherwise, with what it was. */
export async function people(text: string | Uint8Array, name = 'people.csv', mapping?: Mapping) {
  const found = await read(text, name, mapping);
  if (found.type !== 'People') throw new Error(`not people: ${JSON.stringify(found)}`);
  return found;
}

export async function meetings(text: string) {
  const found = await read(text);
  if (found.type !== 'Meetings') throw new Error(`not meetings: ${JSON.stringify(found)}`);
  return found;
}
