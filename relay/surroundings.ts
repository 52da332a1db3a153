/** Time, as the relay is given it: the machine's in life, a clock that moves when told in tests. */
export interface Surroundings {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls once after so many milliseconds, unless the function that it gives back was called before. */
  after(milliseconds: number, call: () => void): () => void;
}

/** The machine's own clock. What waits does not keep the process alive. */
export const machine: Surroundings = {
  now: () => Date.now(),
  after(milliseconds, call) {
    const timer = setTimeout(call, milliseconds);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
