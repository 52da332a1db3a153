/** Batches that the page wrote and that were not read back yet, and the tickets they travel under. */
import type { Audience, OpRun } from '../../types.ts';

export interface Outbox {
  add(batch: number, audience: Audience, run: OpRun): void;
  /** Hands every new batch over; `write` gives the ticket it will come back with. */
  takeAll(write: (audience: Audience, run: OpRun) => number): void;
  /** The batches of these tickets, which are read back now. */
  settle(tickets: readonly number[]): readonly number[];
  hasNew(): boolean;
  waiting(): number;
}

export function createOutbox(): Outbox {
  let fresh: { batch: number; audience: Audience; run: OpRun }[] = [];
  const batchOf = new Map<number, number>();
  return {
    add: (batch, audience, run) => void fresh.push({ batch, audience, run }),
    takeAll(write) {
      const taken = fresh;
      fresh = [];
      for (const { batch, audience, run } of taken) batchOf.set(write(audience, run), batch);
    },
    settle(tickets) {
      const settled: number[] = [];
      for (const ticket of tickets) {
        const batch = batchOf.get(ticket);
        if (batch !== undefined) settled.push(batch);
        batchOf.delete(ticket);
      }
      return settled;
    },
    hasNew: () => fresh.length > 0,
    waiting: () => fresh.length + batchOf.size,
  };
}
