/**
 * Contacts and dates on their way out, as other programs read them. A table's cell that a spreadsheet
 * would take for a formula gets a sign before it that keeps it words; our own import takes the sign off
 * again.
 */
import { cleanLine } from '@alongside/practice';
import ICAL from 'ical.js';
import Papa from 'papaparse';

export interface ContactOut {
  readonly name: string;
  readonly organization: string;
  readonly role: string;
  readonly reach: string;
}

/** A day to keep. */
export interface DateOut {
  /** Stays the same whenever the same date is written, so that programs do not keep it twice. */
  readonly id: string;
  readonly title: string;
  /** `2026-11-20`. */
  readonly on: string;
}

/** vCard 3.0, which everything reads; one card a role. A line end in a value would begin a property of its own. */
export function writeVcards(contacts: readonly ContactOut[]): string {
  return contacts.map(card).join('');
}

function card({ name, organization, role, reach }: ContactOut): string {
  const way = isAddress(reach) ? 'email' : 'tel';
  const text = (property: string, value: string) => [property, {}, 'text', cleanLine(value)];
  const properties = [
    text('version', '3.0'),
    text('fn', name),
    ['n', {}, 'text', ['', cleanLine(name), '', '', '']],
    ...(organization === '' ? [] : [['org', {}, 'text', [cleanLine(organization)]]]),
    ...(role === '' ? [] : [text('title', role)]),
    ...(reach === '' ? [] : [text(way, reach)]),
  ];
  return `${ICAL.stringify(['vcard', properties, []] as unknown as Parameters<typeof ICAL.stringify>[0])}\r\n`;
}

/** A table with a heading that our own import knows, in UTF-8 with a mark that Excel asks for. */
export function writeCsv(contacts: readonly ContactOut[]): string {
  const rows = contacts.map(({ name, organization, role, reach }) => [
    name,
    organization,
    role,
    isAddress(reach) ? reach : '',
    isAddress(reach) ? '' : reach,
  ]);
  return `\ufeff${Papa.unparse([['Name', 'Organization', 'Role', 'Email', 'Phone'], ...rows], {
    // The library's own pattern misses a formula with a line break in it.
    escapeFormulae: /^[=+\-@＝＋－＠\t\r\n]/,
    newline: '\r\n',
    // Programs that part cells by another sign find none outside of quotes.
    quotes: true,
  })}\r\n`;
}

/** iCalendar: whole days, with nobody in them. `now` is milliseconds since 1970. */
export function writeCalendar(dates: readonly DateOut[], now: number): string {
  const stamp = new Date(now).toISOString().replace(/\.\d+Z$/, 'Z');
  const events = dates.map(({ id, title, on }) => [
    'vevent',
    [
      ['uid', {}, 'text', `${id}@alongside.invalid`],
      ['dtstamp', {}, 'date-time', stamp],
      ['dtstart', {}, 'date', on],
      ['summary', {}, 'text', cleanLine(title)],
      ['transp', {}, 'text', 'TRANSPARENT'],
    ],
    [],
  ]);
  const calendar = [
    'vcalendar',
    [
      ['version', {}, 'text', '2.0'],
      ['prodid', {}, 'text', '-//Alongside//Dates to keep//EN'],
    ],
    events,
  ];
  return `${ICAL.stringify(calendar as unknown as Parameters<typeof ICAL.stringify>[0])}\r\n`;
}

function isAddress(reach: string): boolean {
  return reach.includes('@');
}
