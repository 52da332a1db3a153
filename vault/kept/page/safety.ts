/**
 * How safe the work is, from a few facts: what still waits for the disk, whether the disk refuses, and
 * in a workspace with a server, what waits for that and why.
 */
import type { Safety, SafetyState, WaitingBecause } from '../../workspace.ts';

type Stuck = Extract<SafetyState, { type: 'ReadOnly' }>;

export interface KeptSafety extends Safety {
  /** Batches that wait for the disk, and batches on it that wait for the server. */
  waitingFor(unsaved: number, held: number): void;
  stuckAt(stuck: Stuck | null): void;
  /** How the server is; null where there is none. `lost`: it has not all of what it had. */
  servedBy(because: WaitingBecause | null, lost?: boolean): void;
}

export function createSafety(): KeptSafety {
  let unsaved = 0;
  let typing = 0;
  let held = 0;
  let stuck: Stuck | null = null;
  let served: WaitingBecause | null = null;
  let hasLost = false;
  let shown: SafetyState = { type: 'SavedHere' };
  const listeners = new Set<() => void>();

  function now(): SafetyState {
    if (stuck) return stuck;
    const waiting = unsaved + typing;
    if (waiting > 0) return { type: 'Saving', waiting };
    if (served === null) return { type: 'SavedHere' };
    if (held === 0) return { type: hasLost ? 'SavedHere' : 'SavedOnServer' };
    return { type: 'SavedHere', waiting: { changes: held, because: served } };
  }

  function show() {
    const next = now();
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
    beginTyping() {
      let ended = false;
      typing += 1;
      show();
      return () => {
        if (!ended) typing -= 1;
        ended = true;
        show();
      };
    },
    waitingFor(batches, onDisk) {
      unsaved = batches;
      held = onDisk;
      show();
    },
    stuckAt(next) {
      stuck = next;
      show();
    },
    servedBy(because, lost = false) {
      served = because;
      hasLost = lost;
      show();
    },
  };
}
