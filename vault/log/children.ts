/**
 * Streams beside the main one: lobbies, and the chunks of checkpoints. Whoever knows a child's id
 * and tokens may read it and append to it; to make one takes the main stream's append token, which
 * is for whoever implements this to have.
 */

import type { Bytes } from '../envelope/bytes.ts';
import { StreamAway } from './stream-errors.ts';
import type { Offset, Stream } from './types.ts';

export interface ChildAddress {
  /** 16 bytes. */
  readonly id: Bytes;
  readonly read: Bytes;
  readonly append: Bytes;
}

export type ChildRefusal =
  /** Nobody made it, or it has expired. */
  | { readonly type: 'NotThere' }
  /** It cannot be reached now, or takes nothing more. */
  | { readonly type: 'Away' };

export interface Child extends Stream {
  /** Waits until something follows `from`, for a while: false where nothing came. Rejects as `read` does. */
  wait(from: Offset, signal: AbortSignal): Promise<boolean>;
}

export interface Children {
  /**
   * Makes the child, to last until that time (ms since 1970), or as long as the main stream where
   * that is null. Made before with this address: the same one, lasting as long as is asked now.
   */
  open(at: ChildAddress, until: number | null): Promise<Stream | ChildRefusal>;
  /** The child that somebody made. */
  visit(at: ChildAddress): Promise<Stream | ChildRefusal>;
  /** The child, whether or not it is there: nobody is asked, and its first use says (`reachChild`). */
  at(at: ChildAddress): Child;
}

/** Uses a child; where it is not there, or cannot be reached, that is the answer. */
export async function reachChild<T>(use: () => Promise<T>): Promise<T | ChildRefusal> {
  try {
    return await use();
  } catch (error) {
    if (error instanceof StreamAway) return { type: error.isMissing ? 'NotThere' : 'Away' };
    throw error;
  }
}

export function isRefused<T extends object>(found: T | ChildRefusal): found is ChildRefusal {
  return 'type' in found;
}
