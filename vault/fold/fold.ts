/**
 * The fold: accepted entries become tables and texts. It knows no schemas and keeps any value
 * within structural limits. Same entries, same state, in whatever order they came; local changes
 * lie over it until they are read back. It never throws for what others wrote: that is set aside
 * with its reason. It neither signs, seals nor stores.
 */
import type { Accepted, Audience, Change, MemberId, Op } from '../types.ts';
import { foldEntry, type SetAside } from './apply-accepted.ts';
import { applyLocal, settle, showWritten } from './apply-local.ts';
import type { PendingBatch } from './pending.ts';
import { readTables } from './read-tables.ts';
import { shownRow } from './rows.ts';
import { createState, type FoldState } from './state.ts';
import type { Tables } from './tables.ts';
import { createLiveTexts, type LiveTexts } from './text/live-texts.ts';

export interface Fold {
  readonly tables: Tables;
  readonly texts: LiveTexts;
  /** Folded up to here: what the next change has seen. */
  readonly position: number;
  /**
   * Shows local changes at once, together. The batch is pending until `applyAccepted` settles it.
   * A change beyond the limits throws, and none is shown.
   */
  applyLocal(changes: readonly Change[], audience: Audience): PendingBatch;
  /**
   * Folds entries and settles the own batches they carried; listeners hear once of it all. Gives
   * the ops that were set aside. Never throws for anything an entry holds.
   */
  applyAccepted(entries: readonly Accepted[], settled?: readonly number[]): readonly SetAside[];
  /** Shows what waits from before, or from another tab, as pending under the names it is given. */
  showWritten(batches: readonly WrittenBatch[]): void;
  /** Gives up pending batches that will never be read back. */
  giveUp(batches: readonly number[]): void;
  /** The audience in which a change of this record travels; `fallback` for a new record. */
  audienceFor(table: string, record: string, fallback: Audience): Audience;
  /** For the snapshot and the state hash. */
  readonly state: FoldState;
}

/** A write that is shown before it is read back: ops of one kind, under a name of its keeper's. */
export interface WrittenBatch {
  readonly batch: number;
  readonly audience: Audience;
  readonly ops: readonly Op[];
}

export interface FoldContext {
  /** The person at this device: named as the writer of what is pending. */
  readonly me: MemberId;
  readonly random: (bytes: number) => Uint8Array;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Called when something was typed in an open text: `texts.takeTyped` has work in a while. */
  readonly typed?: () => void;
}

/** A fold over the given state (from a snapshot), or an empty one. */
export function createFold(context: FoldContext, state: FoldState = createState()): Fold {
  const { me, random, now } = context;
  return {
    state,
    tables: readTables(state, me),
    texts: createLiveTexts(state, random, now, context.typed ?? (() => {})),
    get position() {
      return state.position;
    },
    applyLocal: (changes, audience) => applyLocal(state, changes, audience, now()),
    applyAccepted(entries, settled = []) {
      const aside: SetAside[] = [];
      for (const entry of entries) foldEntry(state, entry, aside);
      for (const batch of settled) settle(state, batch);
      state.subscriptions.deliver();
      return aside;
    },
    showWritten(batches) {
      for (const { batch, ops, audience } of batches)
        showWritten(state, batch, ops, audience, now());
      state.subscriptions.deliver();
    },
    giveUp(batches) {
      for (const batch of batches) settle(state, batch);
      state.subscriptions.deliver();
    },
    audienceFor(name, record, fallback) {
      const table = state.tables.get(name);
      const row = table && shownRow(table, record);
      if (!table || row === undefined) return fallback;
      return state.audiences.audienceOf(table.audiences[row]);
    },
  };
}
