/** How safe the work is, from two facts: what still waits for the disk, and whether the disk refuses. */
import type { Safety, SafetyState } from '../../workspace.ts';

type Stuck = Extract<SafetyState, { type: 'ReadOnly' }>;

export interface KeptSafety extends Safety {
  waitingFor(batches: number): void;
  stuckAt(stuck: Stuck | null): void;
}

export function createSafety(): KeptSafety {
  let waiting = 0;
  let stuck: Stuck | null = null;
  let shown: SafetyState = { type: 'SavedHere' };
  const listeners = new Set<() => void>();

  function show() {
    const next: SafetyState =
      stuck ?? (waiting > 0 ? { type: 'Saving', waiting } : { type: 'SavedHere' });
    if (JSON.stringify(next) === JSON.stringify(shown)) return;
    shown = next;
    for (const listener of listeners) listener();
  }

  return {
    get: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    waitingFor(batches) {
      waiting = batches;
      show();
    },
    stuckAt(next) {
      stuck = next;
      show();
    },
  };
}
