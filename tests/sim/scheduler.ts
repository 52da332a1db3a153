/**
 * Runs several acts at once, one step at a time. An act asks for its turn before everything that
 * others can see (each call to the relay); when nobody is computing any more, `picks` choose who
 * goes on. So an interleaving is a list of numbers: it repeats, and fast-check can shrink it.
 */

export interface Scheduler {
  /** Resolves when it is this actor's turn; at once where nothing runs side by side. */
  turn(who: string): Promise<void>;
  /** Starts all acts and ends when all have ended. Where picks run out the first in line goes. */
  run(acts: readonly (() => Promise<void>)[], picks: readonly number[]): Promise<void>;
}

export function createScheduler(): Scheduler {
  const waiting: { who: string; go: () => void }[] = [];
  let running = false;
  let computing = 0;
  let becomesQuiet = () => {};

  function rest() {
    computing -= 1;
    if (computing === 0) becomesQuiet();
  }

  async function quiet(): Promise<void> {
    if (computing === 0) return;
    await new Promise<void>((resolve) => {
      becomesQuiet = resolve;
    });
  }

  return {
    turn(who) {
      if (!running) return Promise.resolve();
      return new Promise((resolve) => {
        waiting.push({ who, go: resolve });
        rest();
      });
    },
    async run(acts, picks) {
      const ended: Promise<void>[] = [];
      running = true;
      computing = acts.length;
      for (const act of acts) ended.push(act().finally(rest));
      const outcome = Promise.allSettled(ended);
      for (let step = 0; ; step++) {
        await quiet();
        if (waiting.length === 0) break;
        // By name, so that who arrived first in this process does not matter.
        waiting.sort((a, b) => (a.who < b.who ? -1 : 1));
        const [next] = waiting.splice((picks[step] ?? 0) % waiting.length, 1);
        computing += 1;
        next?.go();
      }
      running = false;
      for (const one of await outcome) if (one.status === 'rejected') throw one.reason;
    },
  };
}
