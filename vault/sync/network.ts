/** What the vault takes from the machine to speak with a server; tests give their own. */
export interface Network {
  readonly fetch: typeof fetch;
  /** False where the machine knows that it is not connected. */
  readonly isOnline: () => boolean;
  /** Calls when a connection is back; gives the way to stop. */
  readonly onBack: (listener: () => void) => () => void;
  /** A signal that fires after so many milliseconds. */
  readonly timeout: (milliseconds: number) => AbortSignal;
  /** Resolves after so many milliseconds, or a few weeks at most, or when the signal fires. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** A timer that is set further off fires at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The machine's own: a browser's worker or Node. */
export const machineNetwork: Network = {
  fetch: (input, init) => fetch(input, init),
  isOnline: () => globalThis.navigator?.onLine !== false,
  onBack(listener) {
    globalThis.addEventListener?.('online', listener);
    return () => globalThis.removeEventListener?.('online', listener);
  },
  timeout: (milliseconds) => AbortSignal.timeout(milliseconds),
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const timer = setTimeout(done, Math.min(milliseconds, LONGEST_TIMER));
      signal.addEventListener('abort', done, { once: true });
      function done() {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      }
    }),
};
