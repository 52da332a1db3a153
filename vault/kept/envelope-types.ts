/** What an application calls about closed envelopes. */
import type { Audience, Change, CircleId, MemberId, RecordId } from '../types.ts';

/** That person's devices have not made the circle that only they are in: once they are here, they have. */
export interface ReaderNotReady {
  readonly type: 'ReaderNotReady';
  readonly member: MemberId;
}

/**
 * Closed envelopes (capsules, protocol 5): what one person wrote for a few, until one of those opens it to
 * more. It stays signed by its writer. Whoever may open one can read it before.
 */
export interface Envelopes {
  /** Writes new records that only I and `readers` can read until they are opened. */
  close(
    changes: readonly Change[],
    readers: readonly MemberId[],
  ): Promise<ReaderNotReady | undefined>;
  /**
   * Hands changes to circles that the writer need not be in. They show nothing here, and who wrote them
   * cannot read them back.
   */
  give(changes: readonly Change[], circles: readonly CircleId[]): void;
  /**
   * Opens the envelopes of these records of a table to an audience, and makes `changes` there in the same entry.
   * One that this person cannot open stays closed.
   */
  open(table: string, records: readonly RecordId[], changes: readonly Change[], to: Audience): void;
}
