/** Calls that wait for the one before, whether it succeeded or not. */
export type Turns = <T>(act: () => Promise<T>) => Promise<T>;

export function createTurns(): Turns {
  let before: Promise<unknown> = Promise.resolve();
  return (act) => {
    const mine = before.then(act, act);
    before = mine.catch(() => undefined);
    return mine;
  };
}
