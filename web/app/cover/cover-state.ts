/**
 * When an open workspace is covered and when it locks. Covered: blank, keys still in memory, opened by
 * six digits. Locked: keys gone. Pure: time comes in with each event, in milliseconds.
 */

export interface CoverState {
  readonly now: 'clear' | 'covered' | 'locked';
  /** When the page was hidden, while it is. */
  readonly hiddenAt: number | null;
  /** When somebody last did something. */
  readonly usedAt: number;
  readonly triesLeft: number;
  /** There was a minute away, and no code to cover with: the moment to offer one. */
  readonly shouldOffer: boolean;
}

export type CoverEvent =
  | { readonly type: 'used' | 'hidden' | 'shown' | 'ticked'; readonly at: number }
  | { readonly type: 'asked'; readonly at: number }
  | { readonly type: 'tried'; readonly right: boolean; readonly at: number }
  | { readonly type: 'offered'; readonly at: number };

/** Hidden for this long, it is covered. */
export const coverAfter = 60_000;
/** Unused for this long, it locks. */
export const lockAfter = 8 * 3_600_000;
/** Wrong codes until it locks. */
export const tries = 5;

export function uncovered(at: number): CoverState {
  return { now: 'clear', hiddenAt: null, usedAt: at, triesLeft: tries, shouldOffer: false };
}

/** The next state. `hasCode` says whether there are six digits to open a cover with. */
export function nextCover(state: CoverState, event: CoverEvent, hasCode: boolean): CoverState {
  if (state.now === 'locked') return state;
  if (event.at - state.usedAt >= lockAfter) return { ...state, now: 'locked' };
  switch (event.type) {
    case 'used':
      return state.now === 'clear' ? { ...state, usedAt: event.at } : state;
    case 'hidden':
      return { ...state, hiddenAt: state.hiddenAt ?? event.at };
    case 'ticked':
      return wasAway(state, event.at) ? cover(state, hasCode) : state;
    case 'shown': {
      const next = wasAway(state, event.at) ? cover(state, hasCode) : state;
      return { ...next, hiddenAt: null };
    }
    case 'asked':
      return hasCode ? cover(state, true) : { ...state, shouldOffer: true };
    case 'tried': {
      if (state.now !== 'covered') return state;
      if (event.right) return uncovered(event.at);
      const triesLeft = state.triesLeft - 1;
      return { ...state, triesLeft, now: triesLeft === 0 ? 'locked' : 'covered' };
    }
    case 'offered':
      return { ...state, shouldOffer: false };
  }
}

function wasAway(state: CoverState, at: number): boolean {
  return state.hiddenAt !== null && at - state.hiddenAt >= coverAfter;
}

/** Without a code nothing could open it again, so it is offered instead. */
function cover(state: CoverState, hasCode: boolean): CoverState {
  if (!hasCode) return { ...state, shouldOffer: true };
  return state.now === 'covered' ? state : { ...state, now: 'covered', triesLeft: tries };
}
