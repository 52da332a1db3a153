/**
 * The nouns of the vault. It never learns what an ask or a story is: a record is a table name, an
 * id and fields, and any value within structural limits is kept.
 */

/** What a field can hold. Within limits of `fold/limits.ts`: depth 12, 64 KiB encoded. */
export type Value =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | readonly Value[]
  | { readonly [key: string]: Value };

/** 16 random bytes as base64url, 22 characters. */
export type RecordId = string;
/** A member's id: 16 random bytes as base64url, chosen at genesis or admission. */
export type MemberId = string;
/** A circle's id, likewise. */
export type CircleId = string;

/**
 * Who can read a record. A record lives in one audience for life: moving it makes a new record
 * linked to the old and deletes the old.
 */
export type Audience = 'everyone' | { readonly circle: CircleId };

/** One field of one record set to a value: what rooms hand to `commit`. */
export interface Change {
  readonly table: string;
  readonly record: RecordId;
  readonly field: string;
  readonly value: Value;
}

/** A change on its way through the log: a field set, or a Yjs update of a text field. */
export type Op =
  | {
      readonly table: string;
      readonly record: RecordId;
      readonly field: string;
      readonly value: Value;
    }
  | {
      readonly table: string;
      readonly record: RecordId;
      readonly field: string;
      readonly update: Uint8Array;
    };

/** Ops made by one author who had read up to position `seen` (protocol 3). */
export interface OpRun {
  readonly seen: number;
  readonly ops: readonly Op[];
}

/** An entry's clock counts milliseconds times this, and the rest is a counter. */
export const hlcPerMs = 1024;

/**
 * An accepted content entry, as the log hands it to the fold. `position` counts from 1; `device` is
 * the order of admission (genesis 0); `hlc` is milliseconds × `hlcPerMs` + counter, below 2^53.
 */
export interface Accepted {
  readonly position: number;
  readonly device: number;
  readonly member: MemberId;
  readonly hlc: number;
  readonly audience: Audience;
  readonly runs: readonly OpRun[];
}
