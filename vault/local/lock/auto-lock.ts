/**
 * When the application covers itself and when it locks, as a pure function of what happened and
 * when. *Covered*: the screen is blank, keys stay in memory, a six-digit code opens it; five wrong
 * codes lock, in whichever tabs they are typed. *Locked*: keys are dropped, only the words open. The code never opens data at rest.
 *
 * Time is milliseconds of a clock that goes on while the device sleeps; whoever owns the timer calls
 * with `tick` whenever it likes, and at once after waking.
 */
export const COVER_AFTER = 60_000;
export const LOCK_AFTER = 8 * 3_600_000;
export const TRIES = 5;

export type AutoLock =
  | {
      readonly type: 'Open';
      readonly usedAt: number;
      /** Since when the page is hidden; undefined while it shows. */
      readonly hiddenAt?: number;
      /** While leading a session the cover stays away. */
      readonly leading: boolean;
      /** Wrong codes that were typed in other tabs since this one was used: they count here too. */
      readonly spent?: number;
    }
  | { readonly type: 'Covered'; readonly usedAt: number; readonly triesLeft: number }
  | {
      readonly type: 'Locked';
      readonly because: 'asked' | 'idle' | 'tries' | 'risky' | 'restart';
    };

export type LockEvent =
  | { readonly type: 'used' | 'hidden' | 'shown' | 'tick'; readonly at: number }
  | { readonly type: 'code'; readonly right: boolean; readonly at: number }
  | { readonly type: 'leading'; readonly leading: boolean }
  | { readonly type: 'cover'; readonly at: number }
  | { readonly type: 'lock' }
  | { readonly type: 'going somewhere risky' }
  | { readonly type: 'unlocked'; readonly at: number };

/** How it is when the application starts: nothing is open. */
export const atStart: AutoLock = { type: 'Locked', because: 'restart' };

/** `hasCode` is whether a code was set; without one the cover is a lock. */
export function afterEvent(state: AutoLock, event: LockEvent, hasCode: boolean): AutoLock {
  if (event.type === 'unlocked') return { type: 'Open', usedAt: event.at, leading: false };
  if (state.type === 'Locked') return state;
  if (event.type === 'lock') return { type: 'Locked', because: 'asked' };
  if (event.type === 'going somewhere risky') return { type: 'Locked', because: 'risky' };
  if (event.type === 'leading') {
    return state.type === 'Open' ? { ...state, leading: event.leading } : state;
  }
  if (event.at - state.usedAt >= LOCK_AFTER && !isLeading(state)) {
    return { type: 'Locked', because: 'idle' };
  }
  return state.type === 'Open' ? whileOpen(state, event, hasCode) : whileCovered(state, event);
}

function whileOpen(
  state: Extract<AutoLock, { type: 'Open' }>,
  event: Extract<LockEvent, { at: number }>,
  hasCode: boolean,
): AutoLock {
  const hiddenLong =
    state.hiddenAt !== undefined && event.at - state.hiddenAt >= COVER_AFTER && !state.leading;
  const spent = state.spent ?? 0;
  if (hiddenLong || event.type === 'cover') {
    if (!hasCode) return { type: 'Locked', because: 'idle' };
    if (spent >= TRIES) return { type: 'Locked', because: 'tries' };
    return { type: 'Covered', usedAt: state.usedAt, triesLeft: TRIES - spent };
  }
  if (event.type === 'code' && !event.right) return { ...state, spent: spent + 1 };
  if (event.type === 'hidden') return { ...state, hiddenAt: state.hiddenAt ?? event.at };
  if (event.type === 'used' || event.type === 'shown') {
    return { type: 'Open', usedAt: event.at, leading: state.leading };
  }
  return state;
}

function whileCovered(
  state: Extract<AutoLock, { type: 'Covered' }>,
  event: Extract<LockEvent, { at: number }>,
): AutoLock {
  if (event.type !== 'code') return state;
  if (event.right) return { type: 'Open', usedAt: event.at, leading: false };
  return state.triesLeft > 1
    ? { ...state, triesLeft: state.triesLeft - 1 }
    : { type: 'Locked', because: 'tries' };
}

function isLeading(state: AutoLock): boolean {
  return state.type === 'Open' && state.leading;
}

/** When `tick` has something to do next, or undefined: to set one timer rather than poll. */
export function nextTick(state: AutoLock): number | undefined {
  if (state.type === 'Locked' || isLeading(state)) return undefined;
  const idle = state.usedAt + LOCK_AFTER;
  if (state.type === 'Covered' || state.hiddenAt === undefined) return idle;
  return Math.min(idle, state.hiddenAt + COVER_AFTER);
}

/** Whether it is six digits; Arabic and Persian digits count as theirs. */
export function readCode(typed: string): string | undefined {
  const digits = typed
    .trim()
    .replace(/[٠-٩]/g, (d) => String(d.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (d) => String(d.charCodeAt(0) - 0x6f0));
  return /^[0-9]{6}$/.test(digits) ? digits : undefined;
}
