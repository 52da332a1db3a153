import { expect, test } from 'vitest';
import { cast } from '../testing/cast.ts';
import { heartbeatIn } from './confirmations.ts';

const HOUR = 3_600_000;
const YEARS = 5 * 365 * 24 * HOUR;

test('R13: a device that wrote under a clock of five years ahead says again that it is here, and not in a loop', async () => {
  const { amina, ruth, clock, settle } = await cast('amina', 'ruth');
  clock.pass(YEARS);
  await amina.replica.heartbeat();
  clock.pass(-YEARS);
  await settle();
  const { state, device } = amina.replica;
  expect(heartbeatIn(state, device, clock(), 0)).toBe(0);
  expect(heartbeatIn(state, device, clock(), 0, clock())).toBe(12 * HOUR);
  expect(heartbeatIn(state, device, clock() + 13 * HOUR, 0, clock())).toBe(0);
  // Set back once more: what it said then is years ahead as well.
  expect(heartbeatIn(state, device, clock() - YEARS, 0, clock())).toBe(0);
  expect(heartbeatIn(ruth.replica.state, ruth.replica.device, clock(), 0)).not.toBe(null);
});
