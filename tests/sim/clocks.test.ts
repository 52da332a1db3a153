import fc from 'fast-check';
import { expect, test } from 'vitest';
import { craft } from '../../vault/testing/craft.ts';
import { RECORD, read, send, slotOf, write } from './acts.ts';
import { anyHistory, playHistory, tell } from './history.ts';
import { comeToRest, watchEquality } from './invariants.ts';
import { playAll, rounds } from './play.ts';
import { beginning } from './start.ts';
import { createWorld } from './world.ts';

const start = await beginning({ amina: 'steward', ruth: 'steward', li: 'member' });
const YEAR = 365 * 86_400_000;
const TICKS = 1024;

test('R13: whatever the clocks say, who has read a value and writes another is shown', async () => {
  const edits = fc.array(
    fc.record({ who: fc.nat({ max: 2 }), skew: fc.integer({ min: -5 * YEAR, max: 5 * YEAR }) }),
    { minLength: 2, maxLength: 6 },
  );
  await playAll('R13', edits, rounds(10, 500), async (all) => {
    const world = await createWorld(start);
    watchEquality(world);
    for (const [n, { who, skew }] of all.entries()) {
      const slot = world.slots[who];
      if (slot === undefined) throw new Error('Must hold: there are three');
      slot.skew = skew;
      await read(world, slot);
      await write(world, slot, `edit ${n}`);
      await send(world, slot);
    }
    for (const { fold } of await comeToRest(world)) {
      expect(fold.tables.get('asks', RECORD)?.title).toBe(`edit ${all.length - 1}`);
      expect(fold.tables.alsoWritten('asks', RECORD, 'title')).toEqual([]);
    }
  });
});

test('R13: clocks that jump five years either way in any history change no state', async () => {
  const deeds = ['write', 'send', 'send', 'clock ahead', 'clock behind', 'clock right'] as const;
  const any = anyHistory({ rounds: [4, 9], deeds: [...deeds, 'rotate', 'read'], faults: false });
  await playAll('R13 histories', any, rounds(8, 1000), (one) => playHistory(start, one), tell);
});

const year2100 = Date.UTC(2100, 0, 1) * TICKS;
const poisoned = {
  'the year 2100': year2100,
  'a full counter': year2100 + TICKS - 1,
  'the last number there is': Number.MAX_SAFE_INTEGER,
  zero: 0,
};

test.each(Object.entries(poisoned))(
  'D11: a device whose clock says %s is put right by one edit, and drags nobody along',
  async (_, hlc) => {
    const world = await createWorld(start);
    watchEquality(world);
    const [amina, ruth, li] = ['amina', 'ruth', 'li'].map((name) => slotOf(world, name));
    if (!amina || !ruth || !li) throw new Error('Must hold: they are here');
    await write(world, amina, 'before');
    await send(world, amina);
    await read(world, li);
    const op = { table: 'asks', record: RECORD, field: 'title', value: 'poisoned' };
    for (let n = 0; n < 3; n++) {
      const device = await world.device(li);
      const runs = [{ seen: device.replica.state.n, ops: [op] }];
      const body = { kind: 'plain', ops: { runs, releases: [] } } as const;
      world.relay.log.push((await craft(device, { body, hlc })).wire);
      await read(world, li);
    }
    await read(world, ruth);
    expect((await world.device(ruth)).fold.tables.get('asks', RECORD)?.title).toBe('poisoned');
    await write(world, ruth, 'repaired');
    expect(await send(world, ruth)).toEqual({ type: 'AllReadBack' });
    for (const { fold, entries } of await comeToRest(world)) {
      expect(fold.tables.get('asks', RECORD)?.title).toBe('repaired');
      expect(fold.tables.alsoWritten('asks', RECORD, 'title')).toEqual([]);
      const mend = entries.at(-1);
      expect(mend?.hlc ?? 0).toBeLessThanOrEqual((world.clock.now + 5 * 60_000 + 1) * TICKS);
    }
    await write(world, li, 'li goes on');
    expect(await send(world, li)).toEqual({ type: 'AllReadBack' });
  },
);

test.each([-1, 0.5, 2 ** 53, Number.NaN])(
  'D11: an entry whose clock says %s is no entry, for everybody',
  async (hlc) => {
    const world = await createWorld(start);
    watchEquality(world);
    const li = slotOf(world, 'li');
    await read(world, li);
    const device = await world.device(li);
    const made = await craft(device, { hlc }).catch(() => null);
    // What the encoding cannot say cannot be sent.
    if (made !== null) world.relay.log.push(made.wire);
    const here = await comeToRest(world);
    expect(here.length).toBe(3);
    for (const { entries } of here) expect(entries).toEqual([]);
  },
);
