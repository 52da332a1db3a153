import { expect, test } from 'vitest';
import { toldClock } from './conversation.ts';
import type { Store } from './store/store.ts';
import { startSweeping } from './sweeping.ts';

/** A store of which only `sweep` is asked; it says what it is told to say. */
function sweeper(answers: boolean[]) {
  let asked = 0;
  const sweep = async () => {
    asked += 1;
    return answers.shift() ?? false;
  };
  return { store: { sweep } as unknown as Store, asked: () => asked };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

test('it goes on at once while something waits, then looks once a minute, until it is stopped', async () => {
  const clock = toldClock();
  const { store, asked } = sweeper([true, true, false]);
  const stop = startSweeping(store, clock);
  for (const [tick, expected] of [
    [20, 1],
    [20, 2],
    [20, 3],
    [59_999, 3],
    [1, 4],
  ] as const) {
    clock.tick(tick);
    await settled();
    expect(asked()).toBe(expected);
  }
  stop();
  clock.tick(600_000);
  await settled();
  expect(asked()).toBe(4);
});
