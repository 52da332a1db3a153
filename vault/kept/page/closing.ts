/**
 * How a kept workspace ends: once, with the worker's end, whatever the worker does. A lock that is
 * only asked for gives way to changes that could not be saved; a lock that must be goes on at once,
 * and says how many were lost.
 */
import type { ClosedBecause } from '../messages.ts';
import type { KeptWorkspace, NotSaved } from '../types.ts';
import type { Line } from './connect.ts';

/** How long the worker may take to save what waits before its keys go all the same. */
const GRACE = 2000;
/** How long it may take while nothing is lost by waiting: a slow phone saves a long text in less. */
const PATIENCE = 10_000;

type Listener = Parameters<KeptWorkspace['onLocked']>[0];

export interface Closing {
  /** Locks where all is saved, or `anyway`; else says what is not, and the workspace stays open. */
  lock(anyway: boolean): Promise<NotSaved | undefined>;
  /** Ends the worker after it had its time to save. However often it is called, there is one end. */
  close(because: ClosedBecause): Promise<void>;
  /** The end has come: nothing is heard any more. */
  readonly closed: boolean;
  onLocked(listener: Listener): () => void;
}

export function createClosing(line: Line, takeTyped: () => void, waiting: () => number): Closing {
  const listeners = new Set<Listener>();
  let closing: Promise<void> | undefined;
  let closed = false;

  async function end(because: ClosedBecause): Promise<void> {
    try {
      takeTyped();
      if (because !== 'erased')
        await inTime(line.ask({ do: 'lock', quiet: because !== 'asked' }), GRACE);
    } finally {
      closed = true;
      line.end();
      for (const listener of listeners) listener(because, waiting());
    }
  }

  const close = (because: ClosedBecause) => {
    closing ??= end(because);
    return closing;
  };

  return {
    async lock(anyway) {
      takeTyped();
      if (!anyway && !closing && waiting() > 0) {
        // A worker that fails or is silent has saved nothing; if it fails at locking too, that is thrown.
        const answer = await inTime(line.ask({ do: 'settle' }), PATIENCE).catch(() => undefined);
        const saved = (answer as { readonly type: string } | undefined)?.type;
        if (!closing && waiting() > 0 && (saved === undefined || saved === 'ReadOnly'))
          return { type: 'NotSaved', waiting: waiting() };
      }
      await close('asked');
      return undefined;
    },
    close,
    get closed() {
      return closed;
    },
    onLocked(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The answer, or undefined where it does not come in time. */
async function inTime<T>(answer: Promise<T>, ms: number): Promise<T | undefined> {
  const late = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => late.resolve(undefined), ms);
  try {
    return await Promise.race([answer, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
