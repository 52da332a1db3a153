/**
 * What a file of contacts or a calendar gives: of a person their name, organization, role and one way
 * to reach them; of a meeting its title and day. Everything else in the file is only named, with how
 * often it was filled, so that a person sees what stays outside.
 */
import type { Day } from '../../day.ts';
import type { ColumnUse, Mapping } from './columns.ts';

export interface FoundPerson {
  /** The row of the table (its heading is row 1), or the number of the card. */
  readonly at: number;
  readonly name: string;
  readonly organization: string;
  readonly role: string;
  readonly reach: string;
}

/** A past meeting: proposed as a contact. Its title is shown and never kept. */
export interface FoundMeeting {
  /** The number of the event in the file; several days of one that recurs share it. */
  readonly at: number;
  readonly title: string;
  readonly on: Day;
  /** One of several days of a meeting that recurs. */
  readonly recurs: boolean;
}

export interface StaysOut {
  /** The column or property, as the file calls it. */
  readonly name: string;
  /** In how many rows, cards or events it was filled. */
  readonly times: number;
  /** A second one of what was taken once: another address, another part of the organization. */
  readonly another?: boolean;
}

export interface Problem {
  /** The row, card or event. */
  readonly at: number;
  readonly because: ProblemReason;
}

export type ProblemReason =
  /** Nobody's name stands in it: it is not brought in. */
  | 'NoName'
  /** Words too long for their place: those are left out, the rest is brought in. */
  | 'TooLong'
  /** More cells than the table has columns: it is not brought in, since they may have slipped. */
  | 'TooManyCells'
  /** Quotation marks that are opened and never closed: from here on nothing could be told apart. */
  | 'OpenQuote'
  /** A card or event that breaks the rules of its format. */
  | 'Broken'
  /** An event without a day that can be read. */
  | 'NoDay'
  /** An event in a time zone that nobody knows: read in the zone of this workspace. */
  | 'UnknownZone'
  /** An event that recurs more often than is read. */
  | 'TooManyDays';

export interface FoundPeople {
  readonly type: 'People';
  readonly people: readonly FoundPerson[];
  readonly leftOut: readonly StaysOut[];
  readonly problems: readonly Problem[];
  /** Rows or cards in all. */
  readonly rows: number;
  /** For a table: its columns, and which of them was read as what. */
  readonly table?: { readonly columns: readonly string[]; readonly mapping: Mapping };
}

export interface FoundMeetings {
  readonly type: 'Meetings';
  readonly meetings: readonly FoundMeeting[];
  readonly leftOut: readonly StaysOut[];
  readonly problems: readonly Problem[];
  /** Events in all, and how many of their days are still to come and are left out. */
  readonly rows: number;
  readonly toCome: number;
}

/** A person from the parts that a row or card gives; null where no name stands in it. */
export function personFrom(
  at: number,
  parts: Readonly<Partial<Record<ColumnUse, string>>>,
): { readonly person: FoundPerson | null; readonly problem?: Problem } {
  const long = new Set<string>();
  const part = (use: ColumnUse) => {
    const words = parts[use] ?? '';
    if (words.length > mostCharacters) long.add(use);
    return words.length > mostCharacters ? '' : words;
  };
  const name = part('name') || [part('given'), part('family')].filter(Boolean).join(' ');
  const person = {
    at,
    name,
    organization: part('organization'),
    role: part('role'),
    reach: part('email') || part('phone'),
  };
  if (name === '') return { person: null, problem: { at, because: 'NoName' } };
  return { person, ...(long.size > 0 && { problem: { at, because: 'TooLong' as const } }) };
}

/** Characters that a name, organization, role or address may have; the fields on screen take as many. */
const mostCharacters = 300;
