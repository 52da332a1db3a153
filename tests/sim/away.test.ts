import { expect, test } from 'vitest';
import { bytesToText } from '../../vault/envelope/bytes.ts';
import { readHeader } from '../../vault/envelope/seal.ts';
import { seededRandom } from '../../vault/testing/cast.ts';
import { change, RECORD, read, send, slotOf, write } from './acts.ts';
import { deeds, type Written } from './deeds.ts';
import { checkAtRest, comeToRest, watchEquality } from './invariants.ts';
import { rounds } from './play.ts';
import { beginning } from './start.ts';
import { createWorld } from './world.ts';

const start = await beginning({
  amina: 'steward',
  ruth: 'steward',
  li: 'member',
  noor: 'member',
});

const DAY = 86_400_000;

test('R14: eight weeks away, many changes here and three new keys there: all arrive under the key of today', async () => {
  const world = await createWorld(start);
  watchEquality(world);
  const written: Written = new Map();
  const [amina, ruth, noor] = ['amina', 'ruth', 'noor'].map((name) => slotOf(world, name));
  if (!amina || !ruth || !noor) throw new Error('Must hold: they are here');
  const ops = rounds(500, 5000);
  await read(world, noor);
  noor.line.up = false;
  for (let n = 0; n < ops; n++) {
    const record = n % 10 === 0 ? RECORD : bytesToText(seededRandom(`record ${n}`)(16));
    await write(world, noor, `noor ${n}`, { record });
    written.set(`noor ${n}`, { slot: noor, typed: false });
    if (n % 50 === 0) world.clock.pass((56 * DAY * 50) / ops);
    // The machine is switched off now and then.
    if (n % 200 === 199) world.crash(noor);
    if (n % Math.ceil(ops / 3) === 10) {
      await change(world, ruth, { type: 'rotate' });
      await write(world, amina, `amina ${n}`);
      await send(world, amina);
      written.set(`amina ${n}`, { slot: amina, typed: false });
    }
  }
  await world.act(amina, async (device) => {
    await device.goOnline();
    await deeds['let somebody in'](device, { world, slot: amina, about: 1, word: 'zed', written });
  });
  const before = world.relay.log.length;
  noor.line.up = true;
  expect(await send(world, noor)).toEqual({ type: 'AllReadBack' });
  expect(noor.line.calls, 'she did not ask without end').toBeLessThan(20);
  const { kid } = (await world.device(noor)).replica.state;
  for (const wire of world.relay.log.slice(before)) {
    expect(readHeader(wire)?.kid).toBe(kid);
  }
  const here = await comeToRest(world);
  await checkAtRest(world, here, written);
  expect(here.length).toBe(5);
  for (const { fold } of here) {
    const shown = fold.tables.get('asks', RECORD)?.title;
    const others = fold.tables.alsoWritten('asks', RECORD, 'title');
    expect([shown, ...others].some((value) => String(value).startsWith('amina'))).toBe(true);
    expect([shown, ...others].some((value) => String(value).startsWith('noor'))).toBe(true);
  }
});

test('R15: removed while away, what she wrote stays with her, can be read out, and is never sent', async () => {
  const world = await createWorld(start);
  watchEquality(world);
  const [amina, ruth, noor] = ['amina', 'ruth', 'noor'].map((name) => slotOf(world, name));
  if (!amina || !ruth || !noor) throw new Error('Must hold: they are here');
  noor.line.up = false;
  for (let n = 0; n < 20; n++) await write(world, noor, `noor ${n}`);
  const { member } = (await world.device(noor)).replica;
  await change(world, amina, { type: 'remove', members: [member], devices: [] });
  await write(world, ruth, 'after');
  await send(world, ruth);
  const before = [...world.relay.log];
  noor.line.up = true;
  for (let again = 0; again < 3; again++) {
    expect(await send(world, noor)).toMatchObject({ type: 'Held', held: 20 });
    world.crash(noor);
  }
  expect(world.relay.log).toEqual(before);
  const device = await world.device(noor);
  const values = (await device.held()).flatMap(({ runs }) => runs.flatMap(({ ops }) => ops));
  expect(values).toMatchObject(Array.from({ length: 20 }, (_, n) => ({ value: `noor ${n}` })));
  const here = await comeToRest(world);
  expect(here.map(({ name }) => name)).toEqual(['amina', 'ruth', 'li']);
  expect(device.entries.some(({ runs }) => JSON.stringify(runs).includes('after'))).toBe(false);
});
