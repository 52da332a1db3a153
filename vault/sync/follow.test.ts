import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFollower, type Round } from './follow.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** A server that is there or not, and time that passes when somebody waits for it. */
function following(rounds: () => Round) {
  let time = 0;
  const began: number[] = [];
  const waits: number[] = [];
  let news: PromiseWithResolvers<boolean> | undefined;
  const stop = new AbortController();
  let due: number | null = null;
  const follower = createFollower({
    async round() {
      began.push(time);
      await turn();
      return rounds();
    },
    news(signal) {
      const asked = Promise.withResolvers<boolean>();
      news = asked;
      signal.addEventListener('abort', () => asked.reject(new Error('left')));
      return asked.promise.finally(() => {
        news = undefined;
      });
    },
    async wait(milliseconds, signal) {
      waits.push(milliseconds);
      await turn();
      if (!signal.aborted) time += milliseconds;
    },
    dueIn: () => (due === null ? null : due - time),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    now: () => time,
  });
  return {
    follower,
    began,
    waits,
    run: follower.run(stop.signal),
    stop: () => stop.abort(),
    async tell() {
      while (!news) await turn();
      news.resolve(true);
    },
    async goAway() {
      while (!news) await turn();
      news.reject(new Error('cut'));
    },
    makeDue: (milliseconds: number | null) => {
      due = milliseconds === null ? null : time + milliseconds;
    },
    async until(holds: () => boolean) {
      while (!holds()) await turn();
    },
  };
}

test('news begins a round, and nothing begins one while there is none', async () => {
  const at = following(() => ({ type: 'Done' }));
  await at.until(() => at.began.length === 1);
  for (let n = 0; n < 20; n++) await turn();
  expect(at.began).toHaveLength(1);
  await at.tell();
  await at.until(() => at.began.length === 2);
  at.stop();
  await at.run;
});

test('H03: sends are put off by chance and begin two seconds apart or more', async () => {
  const at = following(() => ({ type: 'Done' }));
  await at.until(() => at.began.length === 1);
  for (let n = 2; n < 30; n++) {
    at.follower.poke();
    await at.until(() => at.began.length === n);
  }
  const sends = at.began.slice(1);
  const gaps = sends.slice(1).map((time, i) => time - (sends[i] ?? 0));
  for (const gap of gaps) {
    expect(gap).toBeGreaterThanOrEqual(2000);
    expect(gap).toBeLessThanOrEqual(4300);
  }
  expect(new Set(gaps).size).toBeGreaterThan(gaps.length / 2);
  at.stop();
  await at.run;
});

test('pauses after failures grow, up to five minutes, and keep to what the server asks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.option(fc.integer({ min: 0, max: 3_600_000 })), async (after) => {
      const at = following(() => ({ type: 'Away', after }));
      await at.until(() => at.began.length === 12);
      at.stop();
      await at.run;
      for (const [n, pause] of at.waits.slice(0, 11).entries()) {
        const most = Math.min(2000 * 2 ** n, 300_000);
        expect(pause).toBeGreaterThanOrEqual(Math.max(after ?? 0, most / 2));
        expect(pause).toBeLessThanOrEqual(Math.max(after ?? 0, most));
      }
    }),
    { numRuns: 20 },
  );
});

test('something to send does not shorten a pause, and a person who asks does', async () => {
  let there = false;
  const at = following(() => (there ? { type: 'Done' } : { type: 'Away', after: 500_000 }));
  await at.until(() => at.began.length === 1);
  at.follower.poke();
  await at.until(() => at.began.length === 2);
  expect((at.began[1] ?? 0) - (at.began[0] ?? 0)).toBeGreaterThanOrEqual(500_000);
  there = true;
  at.follower.tryNow();
  await at.until(() => at.began.length === 3);
  expect((at.began[2] ?? 0) - (at.began[1] ?? 0)).toBeLessThan(500_000);
  at.stop();
  await at.run;
});

test('a server that goes away while it is waited for is asked again after a pause', async () => {
  const at = following(() => ({ type: 'Done' }));
  await at.until(() => at.began.length === 1);
  await at.goAway();
  await at.until(() => at.began.length === 2);
  expect((at.began[1] ?? 0) - (at.began[0] ?? 0)).toBeGreaterThanOrEqual(1000);
  at.stop();
  await at.run;
});

test('what is due of this device’s own begins a round though there is no news', async () => {
  const at = following(() => {
    at.makeDue(at.began.length === 1 ? 60_000 : null);
    return { type: 'Done' };
  });
  await at.until(() => at.began.length === 2);
  expect((at.began[1] ?? 0) - (at.began[0] ?? 0)).toBeGreaterThanOrEqual(60_000);
  at.stop();
  await at.run;
});

test('it ends when the device was removed', async () => {
  const at = following(() => ({ type: 'Over' }));
  await at.run;
  expect(at.began).toHaveLength(1);
});

test('R13: a clock that is set back, by a week or by years, holds no send up', async () => {
  const back = [7 * 24 * 3_600_000, 5 * 365 * 24 * 3_600_000];
  for (const by of back) {
    let time = by;
    let rounds = 0;
    const waits: number[] = [];
    const stop = new AbortController();
    const follower = createFollower({
      round: async () => {
        rounds += 1;
        return { type: 'Done' };
      },
      news: (signal) =>
        new Promise((_, reject) =>
          signal.addEventListener('abort', () => reject(new Error('left'))),
        ),
      async wait(milliseconds) {
        waits.push(milliseconds);
        await turn();
        time += milliseconds;
      },
      dueIn: () => null,
      random: (length) => new Uint8Array(length),
      now: () => time,
    });
    const run = follower.run(stop.signal);
    const sent = async () => {
      const before = rounds;
      follower.poke();
      while (rounds === before) await turn();
      await turn();
    };
    await sent();
    await sent();
    time -= by;
    await sent();
    expect(Math.max(...waits)).toBeLessThanOrEqual(5_000);
    stop.abort();
    follower.tryNow();
    await run;
  }
});
