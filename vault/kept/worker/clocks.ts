/**
 * Whether this device's clock and the server's agree. Neither decides anything about what was written:
 * entries are ranked by their position, and a time that the server says is only told to the person, who
 * can look at a wall. So a server that lies about it can make somebody look, and no more.
 */
import type { Clock } from '../../identity/types.ts';

/** Minutes are no trouble, and a zone that was set wrongly leaves the clock itself right. */
const APART = 3_600_000;

export interface Clocks {
  /** The server gave this time just now. */
  heard(time: number): void;
  /** What the server's clock says now, where the two are far apart; or null. */
  off(): number | null;
}

export function createClocks(clock: Clock): Clocks {
  let ahead: number | null = null;
  return {
    heard(time) {
      ahead = clock() - time;
    },
    off() {
      return ahead === null || Math.abs(ahead) < APART ? null : clock() - ahead;
    },
  };
}
