/**
 * Three sizes of an ask. Anyone can make one hard, and then nothing is answered before the three questions
 * are: whoever made it hard alone can take that back. Of two sizes chosen at the same time, hard holds.
 */
import type { AskSize } from '../kinds.ts';

/** The size that holds, from the one shown and those written at the same time. None chosen means hard. */
export function sizeOf(shown: AskSize | null, alsoWritten: readonly unknown[] = []): AskSize {
  if (shown === null || alsoWritten.includes('hard')) return 'hard';
  return shown;
}

export interface SizeAsItStands {
  /** As it is written; null where nobody chose. */
  readonly size: AskSize | null;
  /** Who wrote that. */
  readonly chosenBy: string | null;
}

export type SizeRefused =
  /** Somebody else made it hard. */
  | { readonly type: 'MadeHard'; readonly by: string }
  /** No standing rule is about this ask. */
  | { readonly type: 'NoRule' };

/** Why this person cannot choose that size, or null where they can. Hard can always be chosen. */
export function sizeRefusal(
  ask: SizeAsItStands,
  wanted: AskSize,
  given: { readonly me: string; readonly rules: number },
): SizeRefused | null {
  if (wanted === 'hard') return null;
  if (ask.size === 'hard' && ask.chosenBy !== null && ask.chosenBy !== given.me)
    return { type: 'MadeHard', by: ask.chosenBy };
  return wanted === 'agreed' && given.rules === 0 ? { type: 'NoRule' } : null;
}
