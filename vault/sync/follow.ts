/**
 * Follows a server: reads and sends, then waits for news there or for something to send here, and
 * where the server cannot be asked, waits longer each time. Sends are put off by up to two seconds and
 * lie two apart, so that the moment of a message says little about the moment of a keystroke.
 */
import type { Random } from '../identity/types.ts';

/** How a round of reading and sending ended. */
export type Round =
  | { readonly type: 'Done' }
  /** `after`: milliseconds that the server asked to wait, if it did. */
  | { readonly type: 'Away'; readonly after: number | null }
  /** There is nothing more to follow: this device was removed, or is too old. */
  | { readonly type: 'Over' };

export interface Following {
  /** Reads to the end and sends what waits. */
  readonly round: () => Promise<Round>;
  /** Waits at the server for news, for a while. True where there is some; rejects where it went away. */
  readonly news: (signal: AbortSignal) => Promise<boolean>;
  /** Resolves after so many milliseconds, or when the signal says so. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** In how many milliseconds something of this device's own is due, if nothing happens; or null. */
  readonly dueIn: () => number | null;
  readonly random: Random;
  readonly now: () => number;
}

export interface Follower {
  /** Runs until the signal says to end. */
  run(signal: AbortSignal): Promise<void>;
  /** There is something to send. */
  poke(): void;
  /** A person asks, or the network came back: does not wait any longer. */
  tryNow(): void;
}

const FIRST_PAUSE = 2_000;
const LONGEST_PAUSE = 300_000;
const JITTER = 2_000;
/** Between the beginnings of two sends, before chance is added. */
const APART = 2_000;
/** Between rounds that news from the server begins. */
const SPACING = 300;
const LEAST_WAIT = 5_000;

export function createFollower(following: Following): Follower {
  const { round, news, wait, dueIn, random, now } = following;
  let wake = new AbortController();
  let phase: 'working' | 'biding' | 'quiet' | 'away' = 'away';
  let poked = false;
  let hurried = false;
  let sent = Number.NEGATIVE_INFINITY;

  /** Until there is something to do: true where it is, false where the server went away meanwhile. */
  async function quiet(signal: AbortSignal): Promise<boolean> {
    phase = 'quiet';
    while (!signal.aborted && !poked && !hurried) {
      const due = dueIn();
      if (due !== null && due <= 0) return true;
      const time = new AbortController();
      const until = AbortSignal.any([signal, wake.signal, time.signal]);
      if (due !== null) void wait(due, until).then(() => time.abort());
      const asked = now();
      const found = await news(until).catch(() => undefined);
      if (found === true) return true;
      if (found === undefined && !until.aborted) return false;
      time.abort();
      // A server that never lets anybody wait is not asked in a loop.
      const rest = AbortSignal.any([signal, wake.signal]);
      if (found === false && now() - asked < LEAST_WAIT) await wait(LEAST_WAIT, rest);
    }
    return true;
  }

  /** Longer with each failure. Something to send does not make a server come back sooner. */
  async function pause(failures: number, asked: number | null, signal: AbortSignal): Promise<void> {
    phase = 'away';
    const most = Math.min(FIRST_PAUSE * 2 ** failures, LONGEST_PAUSE);
    const pause = Math.max(asked ?? 0, most / 2 + (fraction(random) * most) / 2);
    if (!hurried) await wait(pause, AbortSignal.any([signal, wake.signal]));
  }

  /** Puts a send off; never for longer, though the clock was set back since. */
  async function bide(signal: AbortSignal): Promise<void> {
    phase = 'biding';
    const left = Math.min(APART, Math.max(0, sent + APART - now()));
    await wait(left + fraction(random) * JITTER, AbortSignal.any([signal, wake.signal]));
    sent = now();
  }

  return {
    poke() {
      poked = true;
      if (phase === 'quiet') wake.abort();
    },
    tryNow() {
      hurried = true;
      wake.abort();
    },
    async run(signal) {
      let failures = 0;
      while (!signal.aborted) {
        wake = new AbortController();
        if (poked && !hurried && failures === 0) await bide(signal);
        if (signal.aborted) return;
        phase = 'working';
        wake = new AbortController();
        poked = false;
        hurried = false;
        const ended = await round();
        if (ended.type === 'Over') return;
        if (ended.type === 'Done' && (await quiet(signal))) {
          failures = 0;
          if (!poked && !hurried) await wait(SPACING, signal);
        } else {
          await pause(failures, ended.type === 'Away' ? ended.after : null, signal);
          failures += 1;
        }
      }
    },
  };
}

/** From 0 up to but not including 1. */
function fraction(random: Random): number {
  const [a = 0, b = 0, c = 0, d = 0] = random(4);
  return (((a << 24) | (b << 16) | (c << 8) | d) >>> 0) / 2 ** 32;
}
