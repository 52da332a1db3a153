/**
 * What every contender holds: records whose fields are so many changes, and edits that came after. With
 * Alongside those came after the checkpoint; nobody else makes the difference.
 */
import { type Contact, checkOf, contacts, fields, query, readAll } from '../data.ts';

/** Edits since: about as many entries as follow a checkpoint. */
const later = 200;

export interface Change {
  readonly id: string;
  readonly field: keyof Contact;
  readonly value: string | number | boolean;
}

export interface Changes {
  /** A field of a record each, record by record. */
  readonly first: readonly Change[];
  readonly later: readonly Change[];
}

/** So many changes, a field each, and 200 later ones to the first records. */
export function changesOf(count: number): Changes {
  const records = contacts(Math.ceil(count / fields.length));
  return {
    first: records
      .flatMap((record) => fields.map((field) => ({ id: record.id, field, value: record[field] })))
      .slice(0, count),
    later: records.slice(0, later).map(({ id }, at) => ({ id, field: 'people', value: 1000 + at })),
  };
}

/** What a new device must end with, whichever way it came: a query's answer and a sum over every field. */
export function answerOf(records: readonly Contact[]): string {
  return checkOf(query(records), readAll(records));
}
