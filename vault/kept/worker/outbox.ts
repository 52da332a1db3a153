/** Batches that the page wrote and that were not read back yet, and the tickets they travel under. */
import type { Release } from '../../log/types.ts';
import type { OpRun } from '../../types.ts';
import type { WrittenFor } from '../messages.ts';

export interface Batch {
  readonly batch: number;
  readonly audience: WrittenFor;
  readonly run: OpRun;
  /** Envelopes that this opens to its audience. */
  readonly releases?: readonly Release[];
}

export interface Outbox {
  add(batch: Batch): void;
  /** Hands every new batch over; `write` gives the ticket it will come back with. */
  takeAll(write: (batch: Batch) => number): void;
  /** The batches of these tickets, which are read back now. */
  settle(tickets: readonly number[]): readonly number[];
  /** Takes every batch out that is not read back, in order: somebody else carries them from here. */
  drain(): readonly Batch[];
  /** Puts batches back in front that could not be carried. */
  putBack(batches: readonly Batch[]): void;
  hasNew(): boolean;
  waiting(): number;
}

export function createOutbox(): Outbox {
  let fresh: Batch[] = [];
  const taken = new Map<number, Batch>();
  return {
    add: (batch) => void fresh.push(batch),
    takeAll(write) {
      const all = fresh;
      fresh = [];
      for (const batch of all) taken.set(write(batch), batch);
    },
    settle(tickets) {
      const settled: number[] = [];
      for (const ticket of tickets) {
        const batch = taken.get(ticket);
        if (batch !== undefined) settled.push(batch.batch);
        taken.delete(ticket);
      }
      return settled;
    },
    drain() {
      const all = [...taken.values(), ...fresh];
      taken.clear();
      fresh = [];
      return all;
    },
    putBack: (batches) => void fresh.unshift(...batches),
    hasNew: () => fresh.length > 0,
    waiting: () => fresh.length + taken.size,
  };
}
