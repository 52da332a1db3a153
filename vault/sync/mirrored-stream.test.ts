import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openFolder } from '../local/folder/folder-storage.ts';
import { createSimDisk } from '../local/folder/sim-disk.ts';
import { createMemoryStorage } from '../local/memory-storage.ts';
import { placeKeys } from '../local/rest/place.ts';
import { anyOp, cast, type Player } from '../testing/cast.ts';
import { type Device, type Fault, faultySource, restPlayer } from '../testing/device.ts';

const everythingWorks = (): Iterator<Fault> => [][Symbol.iterator]();
const anyFault = fc.constantFrom<Fault>(
  'none',
  'none',
  'ack lost',
  'not stored',
  'refused',
  'unreadable',
);

/** How often each value arrived. */
function arrivals({ delivered }: Pick<Player | Device, 'delivered'>): Map<unknown, number> {
  const times = new Map<unknown, number>();
  for (const one of delivered) {
    if (one.type !== 'Content') continue;
    for (const op of one.accepted.runs.flatMap(({ ops }) => ops)) {
      if ('value' in op) times.set(op.value, (times.get(op.value) ?? 0) + 1);
    }
  }
  return times;
}

test('what is held leaves the disk with the message that brings it back, and not before', async () => {
  const { amina, ruth, stream, clock } = await cast('amina', 'ruth');
  const rest = await restPlayer(ruth, clock);
  const storage = createMemoryStorage();
  await rest.settle(storage);
  const device = await rest.open(storage, faultySource(stream, everythingWorks()));
  expect(await device.hold(anyOp('one'))).toBe(true);
  expect(await device.waiting()).toBe(1);
  expect(await device.sync()).toEqual({ type: 'AllReadBack' });
  const { held, sent } = placeKeys('p');
  expect([...(await storage.keys(held)), ...(await storage.keys(sent))]).toEqual([]);
  await amina.replica.catchUp();
  expect(device.hash()).toBe(amina.hash());
  const again = await rest.open(storage, faultySource(stream, everythingWorks()));
  expect(again.hash()).toBe(amina.hash());
});

test('A12: junk from the server is read past and never kept on this disk', async () => {
  const { amina, ruth, stream, clock } = await cast('amina', 'ruth');
  const rest = await restPlayer(ruth, clock);
  const storage = createMemoryStorage();
  await rest.settle(storage);
  const before = await storage.keys(placeKeys('p').log);
  await stream.append(
    Array.from({ length: 300 }, () => crypto.getRandomValues(new Uint8Array(512))),
  );
  amina.replica.write('everyone', [{ seen: 0, ops: [anyOp('behind the junk')] }]);
  await amina.replica.send();
  const device = await rest.open(storage, faultySource(stream, everythingWorks()));
  // Nothing but noise is left for later after a while: how much is read before that is the reader's matter.
  for (let n = 0; n < 12 && !arrivals(device).has('behind the junk'); n++) await device.sync();
  expect(arrivals(device).get('behind the junk')).toBe(1);
  expect((await storage.keys(placeKeys('p').log)).length).toBe(before.length + 1);
});

test('R10, R12: whatever the network does, each held write arrives once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyFault, { maxLength: 40 }),
      fc.array(fc.constantFrom('write', 'sync', 'rotate', 'reopen'), { maxLength: 14 }),
      async (faults, turns) => {
        const { amina, ruth, stream, clock } = await cast('amina', 'ruth');
        const rest = await restPlayer(ruth, clock);
        const storage = createMemoryStorage();
        await rest.settle(storage);
        const source = faultySource(stream, faults[Symbol.iterator]());
        let device = await rest.open(storage, source);
        const written: string[] = [];
        for (const [n, turn] of turns.entries()) {
          if (turn === 'write') {
            written.push(`w${n}`);
            await device.hold(anyOp(`w${n}`));
          } else if (turn === 'sync') await device.sync();
          else if (turn === 'rotate') await amina.replica.change({ type: 'rotate' });
          else device = await rest.open(storage, source);
        }
        device = await rest.open(storage, faultySource(stream, everythingWorks()));
        expect(await device.sync()).toEqual({ type: 'AllReadBack' });
        expect(await device.waiting()).toBe(0);
        await amina.replica.catchUp();
        expect(device.hash()).toBe(amina.hash());
        const times = arrivals(amina);
        for (const value of written) expect(times.get(value)).toBe(1);
        expect(amina.delivered.filter(({ type }) => type === 'Alarm')).toEqual([]);
      },
    ),
    { numRuns: 25 },
  );
});

test('R17: stopped at any operation of the disk, nothing that was held is lost and nothing arrives twice', async () => {
  const coins = fc.infiniteStream(fc.boolean());
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 70 }), coins, coins, async (at, survive, fault) => {
      const { amina, ruth, stream, clock } = await cast('amina', 'ruth');
      const rest = await restPlayer(ruth, clock);
      const disk = createSimDisk();
      const storage = await openFolder(disk);
      await rest.settle(storage);
      const faults = (function* (): Generator<Fault> {
        for (;;) yield fault.next().value ? 'none' : 'ack lost';
      })();
      disk.failAt(disk.operations() + at, 'crash');
      const held: string[] = [];
      const tried: string[] = [];
      await (async () => {
        const device = await rest.open(storage, faultySource(stream, faults));
        for (let n = 0; n < 6; n++) {
          tried.push(`w${n}`);
          if (await device.hold(anyOp(`w${n}`))) held.push(`w${n}`);
          if (n === 3) await amina.replica.change({ type: 'rotate' });
          if (n % 2 === 1) await device.sync();
        }
      })().catch(() => undefined);

      const left = await openFolder(disk.afterPowerLoss(() => survive.next().value));
      const device = await rest.open(left, faultySource(stream, everythingWorks()));
      expect(await device.sync()).toEqual({ type: 'AllReadBack' });
      await amina.replica.catchUp();
      expect(device.hash()).toBe(amina.hash());
      const times = arrivals(amina);
      for (const value of held) expect(times.get(value)).toBe(1);
      for (const value of tried) expect(times.get(value) ?? 0).toBeLessThanOrEqual(1);
      const again = await rest.open(left, faultySource(stream, everythingWorks()));
      expect(again.hash()).toBe(amina.hash());
      expect(await again.waiting()).toBe(0);
    }),
    { numRuns: 40 },
  );
});
