/**
 * The one way in for contacts and calendars: bytes of a vCard, CSV or iCalendar file, and what may come
 * in of it. What the file is, its first words tell; its name only helps where they do not. Nothing is
 * fetched and nothing kept. The parsers are loaded when such a file comes.
 */
import type { FoundMeetings, FoundPeople, Mapping } from '@alongside/practice';
import { Unreadable } from '../read/broken.ts';
import { decode } from '../read/decode.ts';
import type { Around } from './read-calendar.ts';
import { type ContactsRefused, contactLimits, NotRead } from './refusals.ts';

export interface ContactsFile extends Around {
  /** The file's name; empty for pasted text. */
  readonly name: string;
  /** Which columns of a table a person chose. */
  readonly mapping?: Mapping;
}

/** Reads the file, or gives the reason why not. */
export async function readContacts(
  bytes: Uint8Array,
  { name, mapping, today, zone }: ContactsFile,
): Promise<FoundPeople | FoundMeetings | ContactsRefused> {
  if (bytes.length === 0) return { type: 'Empty' };
  const limit = contactLimits.bytes;
  if (bytes.length > limit) return { type: 'TooBig', bytes: bytes.length, limit };
  try {
    const text = textOf(bytes);
    if (text.trim() === '') return { type: 'Empty' };
    const start = text.slice(0, 4000);
    if (/^\s*BEGIN:\s*VCARD/i.test(start))
      return (await import('./read-vcard.ts')).readVcards(text);
    if (/^\s*BEGIN:\s*VCALENDAR/i.test(start))
      return (await import('./read-calendar.ts')).readCalendar(text, { today, zone });
    if (!isTable(start, name)) return { type: 'NotContacts' };
    return (await import('./read-csv.ts')).readCsv(text, mapping);
  } catch (error) {
    if (error instanceof NotRead) return error.refusal;
    throw error;
  }
}

function textOf(bytes: Uint8Array): string {
  // Zip archives (spreadsheets), pictures and PDF have bytes that no text has.
  if (bytes.subarray(0, 4).some((byte) => byte < 9) && !isUtf16(bytes))
    throw new NotRead({ type: 'NotContacts' });
  try {
    return decode(bytes).text;
  } catch (error) {
    if (error instanceof Unreadable) throw new NotRead({ type: 'UnknownEncoding' });
    throw error;
  }
}

function isUtf16([first = 0, second = 0]: Uint8Array): boolean {
  return (
    (first === 0xff && second === 0xfe) ||
    (first === 0xfe && second === 0xff) ||
    second === 0 ||
    first === 0
  );
}

/** A heading of several columns, or a name that says so. */
function isTable(start: string, name: string): boolean {
  if (/^\s*[<{[%]|\0/.test(start)) return false;
  const [heading = ''] = start.trimStart().split(/\r\n|\n|\r/);
  return /[,;\t|]/.test(heading) || /\.(?:csv|tsv)$/i.test(name);
}
