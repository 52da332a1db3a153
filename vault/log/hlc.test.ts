import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cast, START } from '../testing/cast.ts';
import { craft } from '../testing/craft.ts';
import { createHybridClock, millisecondsOf } from './hlc.ts';

const MINUTE = 60_000;

test('D11, R13: readings only grow, stay below 2^53, and others push them five minutes at most', () => {
  const clockMoves = fc.integer({
    min: -5 * 365 * 24 * 60 * MINUTE,
    max: 5 * 365 * 24 * 60 * MINUTE,
  });
  const heard = fc.oneof(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), fc.constant(null));
  fc.assert(
    fc.property(fc.array(fc.tuple(clockMoves, heard), { maxLength: 60 }), (moves) => {
      let now = START;
      let latest = START;
      const clock = createHybridClock(() => now);
      let last = 0;
      for (const [move, other] of moves) {
        now = START + move;
        latest = Math.max(latest, now);
        if (other !== null) clock.observe(other);
        const next = clock.next();
        expect(next).toBeGreaterThan(last);
        expect(Number.isSafeInteger(next)).toBe(true);
        expect(millisecondsOf(next)).toBeLessThanOrEqual(latest + 5 * MINUTE + 1);
        last = next;
      }
    }),
    { numRuns: 150 },
  );
});

test('D11: an entry from the year 2100 is accepted and carries nobody along', async () => {
  const { amina, ruth, stream } = await cast('amina', 'ruth');
  const poisoned = [Date.UTC(2100, 0) * 1024, Number.MAX_SAFE_INTEGER, 0];
  for (const hlc of poisoned) {
    await stream.append([(await craft(ruth, { hlc })).wire]);
    await ruth.replica.catchUp();
  }
  await amina.replica.catchUp();
  await amina.replica.heartbeat();
  await ruth.replica.catchUp();
  const contents = amina.delivered.flatMap((one) => (one.type === 'Content' ? [one] : []));
  expect(contents.map(({ accepted }) => accepted.hlc)).toEqual(poisoned);
  amina.replica.write('everyone', [{ seen: amina.replica.state.n, ops: [] }]);
  await amina.replica.send();
  const mine = amina.delivered.at(-1);
  const at = mine?.type === 'Content' ? millisecondsOf(mine.accepted.hlc) : 0;
  expect(at).toBeGreaterThanOrEqual(START);
  expect(at).toBeLessThanOrEqual(START + 5 * MINUTE + 1);
});

test('D11: a negative or fractional clock in a frame is no frame', async () => {
  const { amina, ruth, stream } = await cast('amina', 'ruth');
  for (const hlc of [-1, 1.5]) {
    await stream.append([(await craft(ruth, { hlc })).wire]);
    await amina.replica.catchUp();
    expect(amina.delivered.at(-1)).toMatchObject({ rule: 2, because: 'FrameBroken' });
  }
});
