/**
 * The folded state as rooms read it: tables of records, by id, by index and with listeners.
 */
import type { Audience, RecordId, Value } from '../types.ts';

/** A record as rooms read it: frozen, with its id. Fields hold the value that is shown. */
export type StoredRecord = Readonly<Record<string, Value>> & { readonly id: RecordId };

export interface Tables {
  /** The record, or undefined where there is none or it is deleted. The same object until it changes. */
  get(table: string, record: RecordId): StoredRecord | undefined;
  /** Live records of a table in order of creation. The same array until one changes. */
  all(table: string): readonly StoredRecord[];
  /** Live records whose field equals the value; uses an index, declared on first use. */
  where(table: string, field: string, value: Value): readonly StoredRecord[];
  /**
   * For whom the record was written, which it keeps for life: of one that is deleted, too. Undefined where none
   * was ever written under this id, as far as it can be read here.
   */
  audienceOf(table: string, record: RecordId): Audience | undefined;
  /** Values that were written at the same time as the shown one and lost the ranking. */
  alsoWritten(table: string, record: RecordId, field: string): readonly Value[];
  /** Who wrote the shown value, and when by their clock (ms since 1970). */
  writtenBy(
    table: string,
    record: RecordId,
    field: string,
  ): { member: string; at: number } | undefined;
  tableNames(): readonly string[];
  /** Called after each change to the table (or only that record). Returns the way to stop. */
  subscribe(table: string, listener: () => void, record?: RecordId): () => void;
}
