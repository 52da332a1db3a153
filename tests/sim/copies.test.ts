import { expect, test } from 'vitest';
import { RECORD, read, send, slotOf, write } from './acts.ts';
import { checkSalts, comeToRest, watchEquality } from './invariants.ts';
import { copyOfDisk } from './sim-device.ts';
import { beginning } from './start.ts';
import { createWorld } from './world.ts';

const start = await beginning({ amina: 'steward', ruth: 'member' });

async function withACopy() {
  const world = await createWorld(start);
  watchEquality(world);
  const [amina, ruth] = [slotOf(world, 'amina'), slotOf(world, 'ruth')];
  await write(world, ruth, 'before');
  await send(world, ruth);
  // What a virtual machine restored from a snapshot is, or a profile that somebody copied.
  const copy = world.addSlot('ruth again', ruth.deviceKeys, copyOfDisk(ruth.disk));
  return { world, amina, ruth, copy };
}

test('D18: a copy from before goes on behind what the first wrote since, and nothing is undone', async () => {
  const { world, amina, ruth, copy } = await withACopy();
  for (const text of ['one', 'two', 'three']) {
    await write(world, ruth, text);
    await send(world, ruth);
  }
  await write(world, copy, 'late', { record: 'BBBBBBBBBBBBBBBBBBBBBA' });
  expect(await send(world, copy)).toEqual({ type: 'AllReadBack' });
  await read(world, amina);
  const { fold } = await world.device(amina);
  expect(fold.tables.get('asks', RECORD)?.title).toBe('three');
  expect(fold.tables.all('asks').length).toBe(2);
});

test('D19: a device, its copies and its restarts use no salt twice, and no sealed record either', async () => {
  const { world, ruth, copy } = await withACopy();
  const third = world.addSlot('ruth once more', ruth.deviceKeys, copyOfDisk(ruth.disk));
  const salts = new Set<string>();
  for (let n = 0; n < 12; n++) {
    for (const slot of [ruth, copy, third]) {
      await write(world, slot, `${slot.name} ${n}`);
      for (const [key, bytes] of slot.disk.storage.cells) {
        // A held write begins with the salt of its seal.
        if (!key.includes('/held/')) continue;
        const salt = Buffer.from(bytes.subarray(0, 32)).toString('hex');
        salts.add(`${key} ${salt}`);
      }
      if (n % 3 === 2) await send(world, slot);
      if (n % 4 === 3) world.crash(slot);
    }
  }
  expect(salts.size).toBe(36);
  expect(new Set([...salts].map((one) => one.split(' ')[1])).size).toBe(36);
  await comeToRest(world);
  checkSalts(world);
});
