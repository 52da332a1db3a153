/**
 * Who has seen the same history, from the views that entries carry. It bounds how long a server can
 * keep news from somebody without anybody noticing; it cannot prevent it.
 */
import { millisecondsOf } from '../log/hlc.ts';
import type { State } from '../membership/state.ts';
import type { MemberId } from '../types.ts';

export interface Confirmed {
  /** Other people whose devices confirmed all that was said here. */
  readonly by: number;
  /** When anybody else last confirmed anything, ms since 1970 by their clock, never after `now`. */
  readonly at: number | null;
}

/** Enough others have confirmed what was said last: nobody needs to say it again. */
const ENOUGH = 3;
const QUIET = 12 * 3_600_000;
/** Further ahead of the clock than others can push this device's entries. */
const AHEAD = 3_600_000;

export function confirmedBy(state: State, me: MemberId, now: number): Confirmed {
  const by = new Set<MemberId>();
  let at: number | null = null;
  for (const { number, member, active } of state.membership.devices) {
    const view = state.confirmed[number];
    if (view === undefined || member === me || !active) continue;
    if (view.viewN >= state.said) by.add(member);
    at = Math.max(at ?? 0, Math.min(millisecondsOf(view.hlc), now));
  }
  return { by: by.size, at };
}

/**
 * In how many milliseconds this device should say that it is here, or null: others are, too few of them
 * have confirmed what was said last, and this device has written nothing for twelve hours and a
 * `lag` of its own. What it wrote under a clock that was years ahead says nothing of when that was: then
 * `saidAt` counts, when it last said so by the clock as it is now.
 */
export function heartbeatIn(
  state: State,
  device: number,
  now: number,
  lag: number,
  saidAt: number | null = null,
): number | null {
  const { devices, members } = state.membership;
  const own = devices[device];
  if (!own?.active) return null;
  const others = [...members.values()].some(({ id, active }) => active && id !== own.member);
  if (!others || confirmedBy(state, own.member, now).by >= ENOUGH) return null;
  const written = state.confirmed[device];
  const stamp = written && millisecondsOf(written.hlc);
  const last = stamp !== undefined && stamp > now + AHEAD ? saidAt : stamp;
  if (last === undefined || last === null || last > now + AHEAD) return 0;
  return Math.max(0, last + QUIET + lag - now);
}
