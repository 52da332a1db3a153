import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openFolder } from '../local/folder/folder-storage.ts';
import { createSimDisk } from '../local/folder/sim-disk.ts';
import { createMemoryStorage } from '../local/memory-storage.ts';
import type { Storage } from '../local/storage.ts';
import { keepWorkspace } from './here.ts';
import { createTestContext, dyingStorage, openCopy, opened, rootOf, SIX } from './testing.ts';

const context = createTestContext(13);
const kept = opened(await keepWorkspace({ ...context, words: SIX }));
const { place } = kept;
const root = rootOf(context, place);

/** The kept workspace on a disk that can lose power. */
async function onDisk() {
  const disk = createSimDisk();
  const storage = await openFolder(disk);
  for (const [put, bytes] of await context.storage.getAll(''))
    await storage.write([{ put, bytes }]);
  return { disk, storage };
}

test('R27: after a loss of power at any moment a kept workspace has all it called saved, and goes on', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 60 }),
      fc.infiniteStream(fc.boolean()),
      async (after, coins) => {
        const { disk, storage } = await onDisk();
        const tab = opened(await openCopy(context, storage, place, root));
        disk.failAt(disk.operations() + after, 'crash');
        const record = tab.newId();
        const saved: number[] = [];
        for (let n = 0; n < 12; n++) {
          const change = (field: string) => ({
            table: 'p',
            record,
            field: `${field}${n}`,
            value: n,
          });
          tab.commit([change('a'), change('b')], n % 2 ? 'everyone' : tab.onlyMe);
          if ((await tab.settled()).type !== 'SavedHere') break;
          saved.push(n);
        }
        const left = await openFolder(disk.afterPowerLoss(() => coins.next().value));
        const next = opened(await openCopy(context, left, place, root));
        const there = next.tables.get('p', record) ?? {};
        for (const n of saved) expect(there).toMatchObject({ [`a${n}`]: n, [`b${n}`]: n });
        for (let n = 0; n < 12; n++) expect(`a${n}` in there).toBe(`b${n}` in there);
        expect(next.damaged).toEqual([]);
        next.commit([{ table: 'p', record, field: 'after', value: 1 }], 'everyone');
        expect(await next.settled()).toEqual({ type: 'SavedHere' });
      },
    ),
    { numRuns: 40 },
  );
});

test('R17: a device that stops anywhere while it keeps a workspace has kept all of it or nothing', async () => {
  const whole = await countWrites();
  for (const allowed of [0, 1, 3, whole - 1]) {
    const storage = createMemoryStorage();
    const { dying, died } = dyingStorage(storage, allowed);
    const keeping = keepWorkspace({ ...createTestContext(), storage: dying, words: SIX });
    expect(await Promise.race([keeping, died])).toBe('died');
    const here = { ...createTestContext(2), storage };
    expect((await storage.keys('')).some((key) => key.includes('/keys/lock/'))).toBe(false);
    const again = opened(await keepWorkspace({ ...here, words: SIX }));
    const places = new Set((await storage.keys('')).map((key) => key.split('/')[0]));
    expect([...places]).toEqual([again.place]);
  }
});

async function countWrites(): Promise<number> {
  const storage = createMemoryStorage();
  let writes = 0;
  const counted: Storage = {
    ...storage,
    write(batch) {
      writes++;
      return storage.write(batch);
    },
  };
  opened(await keepWorkspace({ ...createTestContext(), storage: counted, words: SIX }));
  return writes;
}

test('a new epoch’s key that the disk refuses once is not lost: the workspace opens again', async () => {
  const storage = context.storage.copy();
  let refused = 0;
  const narrow: Storage = {
    ...storage,
    async write(batch) {
      const isEpoch = batch.some((write) => 'put' in write && write.put.includes('/epoch/'));
      if (!isEpoch || refused > 0) return storage.write(batch);
      refused++;
      return { type: 'StorageFull' };
    },
  };
  const tab = opened(await openCopy(context, narrow, place, root));
  await tab.createRecoveryKit('en', SIX);
  await tab.createRecoveryKit('en', SIX);
  expect(refused).toBe(1);
  const record = tab.newId();
  tab.commit([{ table: 'e', record, field: 'n', value: 1 }], 'everyone');
  expect(await tab.settled()).toEqual({ type: 'SavedHere' });
  const again = opened(await openCopy(context, storage, place, root));
  expect(again.tables.get('e', record)).toEqual({ id: record, n: 1 });
});

test('D19: copies of one profile that go on by themselves never use a salt twice', async () => {
  const salts: string[] = [];
  const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
  for (let copy = 0; copy < 3; copy++) {
    const storage = context.storage.copy();
    const watched: Storage = {
      ...storage,
      write(batch) {
        for (const one of batch) {
          if (!('bytes' in one)) continue;
          // A message: hash, then ver | suite | kid, then its salt. A sealed record begins with its salt.
          if ('add' in one) salts.push(one.bytes.subarray(42, 74).toHex());
          else if (one.put.includes('/snapshot/') && !one.put.endsWith('/now')) {
            salts.push(one.bytes.subarray(0, 32).toHex());
          }
        }
        return storage.write(batch);
      },
    };
    const tab = opened(await openCopy({ ...context, random }, watched, place, root));
    for (let n = 0; n < 210; n++) {
      tab.commit([{ table: 'd', record: kept.newId(), field: 'n', value: n }], tab.onlyMe);
      await tab.settled();
    }
  }
  expect(salts.length).toBeGreaterThan(640);
  expect(new Set(salts).size).toBe(salts.length);
});
