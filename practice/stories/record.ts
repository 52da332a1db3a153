/**
 * What a room of `practice` sees of stored records: fields by name, and changes that set one field
 * each. The vault keeps them; nothing here knows how.
 */

/** What a field can hold: data that has one meaning in every language of the house. */
export type Plain =
  | null
  | boolean
  | number
  | string
  | readonly Plain[]
  | { readonly [key: string]: Plain };

/** A record as it is read: its id, and fields that are checked before they are believed. */
export interface Fields {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** One field of one record, set to a value. Null empties it. */
export interface Change {
  readonly table: string;
  readonly record: string;
  readonly field: string;
  readonly value: Plain;
}

/** Changes that set these fields of a record, one each. */
export function setFields<Values extends object>(
  table: string,
  record: string,
  values: Values,
): (Omit<Change, 'value'> & { readonly value: Required<Values>[keyof Values] })[] {
  return Object.entries(values).map(([field, value]) => ({ table, record, field, value }));
}

/**
 * Changes that put back what the fields held before, in the opposite order. A record that did not
 * exist is hidden again; one that was hidden is shown.
 */
export function undoOf(
  changes: readonly Change[],
  before: (table: string, record: string) => Fields | undefined,
): Change[] {
  const back: Change[] = [];
  const made = new Set<string>();
  for (const { table, record, field } of changes) {
    const was = before(table, record);
    if (was === undefined) {
      const key = `${table}/${record}`;
      if (made.has(key)) continue;
      made.add(key);
      back.push({ table, record, field: 'deleted', value: field !== 'deleted' });
    } else {
      back.push({ table, record, field, value: (was[field] as Plain | undefined) ?? null });
    }
  }
  return back.reverse();
}
