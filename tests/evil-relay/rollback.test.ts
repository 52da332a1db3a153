import { expect, test } from 'vitest';
import { read, send, slotOf, write } from '../sim/acts.ts';
import { comeToRest, watchEquality } from '../sim/invariants.ts';
import { beginning } from '../sim/start.ts';
import { createWorld } from '../sim/world.ts';

const start = await beginning({ amina: 'steward', ruth: 'member' });

async function afterTenMessages() {
  const world = await createWorld(start);
  watchEquality(world);
  const [amina, ruth] = [slotOf(world, 'amina'), slotOf(world, 'ruth')];
  for (let n = 0; n < 10; n++) {
    await write(world, amina, `title ${n}`);
    await send(world, amina);
  }
  await read(world, ruth);
  return { world, amina, ruth };
}

test('A02: whatever shorter log a device meets when it comes back, its own is what counts, and what it wrote waits', async () => {
  const { world, ruth } = await afterTenMessages();
  const whole = [...world.relay.log];
  const before = (await world.device(ruth)).hashes();
  await write(world, ruth, 'what Ruth wrote', { record: 'BBBBBBBBBBBBBBBBBBBBBA' });
  for (let length = 0; length < whole.length; length++) {
    world.crash(ruth);
    world.relay.log.splice(0, world.relay.log.length, ...whole.slice(0, length));
    expect(await send(world, ruth), 'never called safe').toMatchObject({ type: 'Held', held: 1 });
    const device = await world.device(ruth);
    expect(device.hashes()).toBe(before);
    expect(await device.held()).toHaveLength(1);
  }
  world.relay.log.splice(0, world.relay.log.length, ...whole);
  expect(await send(world, ruth)).toEqual({ type: 'AllReadBack' });
  const here = await comeToRest(world);
  expect(new Set(here.map((device) => device.hashes())).size).toBe(1);
});

test('A02: rolled back and written on by others, the log is told from the old one at their first entry', async () => {
  const { world, amina, ruth } = await afterTenMessages();
  const { n } = (await world.device(ruth)).replica.state;
  // The relay goes back three messages and tells Amina, who has lost her disk, the same.
  world.relay.log.splice(-3);
  const old = { ...amina.disk, storage: slotOf(await createWorld(start), 'amina').disk.storage };
  const again = world.addSlot('amina from a backup', amina.deviceKeys, old);
  for (let i = 0; i < 5; i++) {
    await write(world, again, `another past ${i}`);
    await send(world, again);
  }
  await read(world, ruth);
  const { delivered, replica } = await world.device(ruth);
  const alarm = delivered.find((one) => one.type === 'Alarm');
  expect(alarm).toMatchObject({ alarm: { type: 'Fork', position: n + 1 } });
  expect(replica.state.n).toBeGreaterThan(n);
});
