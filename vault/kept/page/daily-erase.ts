/**
 * A steward's device erases for good by itself what was deleted more than a day ago: whoever takes back
 * a deletion does so sooner. Not while *Keep everything* holds, nor while the last time is not over.
 */
import { countErasable } from '../../fold/erase-hidden.ts';
import type { FoldState } from '../../fold/state.ts';
import type { TogetherState } from '../people-types.ts';

const DAY = 86_400_000;
/** Between two looks. */
const HOUR = 3_600_000;

export interface DailyErase {
  /** To be called whenever how things stand with the others has changed. */
  look(state: TogetherState): void;
}

export function createDailyErase(
  fold: FoldState,
  now: () => number,
  erase: () => Promise<unknown>,
): DailyErase {
  let looked = Number.NEGATIVE_INFINITY;
  return {
    look({ role, server, keepEverything, moving, alarms }) {
      const may = role === 'steward' && server.type === 'Reached' && alarms.length === 0;
      if (!may || keepEverything.holds || moving !== null || now() - looked < HOUR) return;
      looked = now();
      if (countErasable(fold, now() - DAY) > 0) void erase();
    },
  };
}
