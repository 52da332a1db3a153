import { expect, test } from 'vitest';
import { anyOp, cast } from '../../vault/testing/cast.ts';
import { forge, keyFor } from './mallory.ts';

const hello = [{ seen: 0, ops: [anyOp('hello')] }];

test('D05: a member who pays an owed rotation with a key that opens nothing for anybody else is named by each of them', async () => {
  const { amina, ruth, li, noor, stream, settle } = await cast('amina', 'ruth', 'li', 'noor');
  await noor.replica.change({ type: 'leave' });
  await settle();
  expect(amina.replica.state.membership.rotationOwed).toBe(true);
  const about = await keyFor(ruth, { to: [0, 1, 2], wrongFor: [0, 2] });
  await stream.append([await forge(ruth, about)]);
  for (const { replica } of [amina, ruth, li]) await replica.catchUp();
  const by = ruth.replica.device;
  for (const { delivered, replica } of [amina, li]) {
    const wrong = { type: 'WrongKey', by, circle: null };
    expect(delivered).toContainEqual(expect.objectContaining(wrong));
    // What they wrote waits on their device, and nothing newer is read.
    replica.write('everyone', hello);
    expect(await replica.send()).toMatchObject({ type: 'Held', because: 'Blocked' });
    expect(replica.held()).toHaveLength(1);
  }
  expect(ruth.delivered.some(({ type }) => type === 'WrongKey')).toBe(false);
});
