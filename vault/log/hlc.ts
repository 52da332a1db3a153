/**
 * One clock for an entry: milliseconds × 1024 + counter, below 2^53. It ranks what was written at
 * the same time and is shown to people; it never decides who may. Others can push it ahead of the
 * own clock by five minutes at most, so that one wrong clock does not carry everybody away.
 */

import type { Clock } from '../identity/types.ts';
import { hlcPerMs } from '../types.ts';

const AHEAD = 5 * 60 * 1000 * hlcPerMs;
const LAST = Number.MAX_SAFE_INTEGER;

export interface HybridClock {
  /** The next reading: after every earlier one of this device. */
  next(): number;
  /** Takes note of a reading that another entry carried. */
  observe(hlc: number): void;
}

export function createHybridClock(clock: Clock): HybridClock {
  let last = 0;
  const now = () => Math.min(Math.max(Math.floor(clock()), 0) * hlcPerMs, LAST - AHEAD);
  return {
    next() {
      last = Math.min(Math.max(last + 1, now()), LAST);
      return last;
    },
    observe(hlc) {
      last = Math.max(last, Math.min(hlc, now() + AHEAD));
    },
  };
}

/** The milliseconds since 1970 in a reading. */
export function millisecondsOf(hlc: number): number {
  return Math.floor(hlc / hlcPerMs);
}
