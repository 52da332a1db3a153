import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { keepsTheContract } from '../storage.contract.ts';
import type { Storage } from '../storage.ts';
import { openFolder } from './folder-storage.ts';
import { openNodeDisk } from './node-disk.ts';
import { createSimDisk, type SimDisk } from './sim-disk.ts';

const root = await mkdtemp(join(tmpdir(), 'alongside-folder-'));
afterAll(() => rm(root, { recursive: true }));
let made = 0;
const folders = new Map<Storage, string>();

async function open(folder: string): Promise<Storage> {
  const storage = await openFolder(await openNodeDisk(folder));
  folders.set(storage, folder);
  return storage;
}

keepsTheContract(
  'a folder',
  () => open(join(root, String(made++))),
  async (storage) => {
    await storage.close();
    return open(folders.get(storage) as string);
  },
);

/** Writes numbered batches of two keys that must stay equal, until the disk fails. Gives those acknowledged. */
async function writeUntilFailure(disk: SimDisk, batches: number): Promise<number> {
  let acknowledged = 0;
  try {
    const storage = await openFolder(disk);
    for (let n = 1; n <= batches; n++) {
      const bytes = new Uint8Array(300 + n * 97).fill(n);
      const refusal = await storage.write([
        { put: `left/${n}`, bytes },
        { put: `right/${n}`, bytes },
        { put: 'last', bytes: Uint8Array.of(n) },
      ]);
      if (refusal) break;
      acknowledged = n;
    }
  } catch {
    return acknowledged;
  }
  return acknowledged;
}

/** Opens what is left and holds it to the promise: acknowledged is there, batches are whole. */
async function expectWhole(disk: SimDisk, acknowledged: number) {
  const storage = await openFolder(disk);
  const left = (await storage.keys('left/')).map((key) => Number(key.slice(5)));
  const right = (await storage.keys('right/')).map((key) => Number(key.slice(6)));
  expect(left.sort((a, b) => a - b)).toEqual(right.sort((a, b) => a - b));
  for (let n = 1; n <= acknowledged; n++) expect(left).toContain(n);
  expect(left.length).toBeLessThanOrEqual(acknowledged + 1);
  for (const n of left) expect((await storage.get(`left/${n}`))?.every((b) => b === n)).toBe(true);
  expect(storage.rotten).toEqual([]);
  expect(await storage.write([{ put: 'next', bytes: Uint8Array.of(1) }])).toBeUndefined();
  expect(await (await openFolder(disk)).get('next')).toEqual(Uint8Array.of(1));
}

test('R01: a crash at any operation loses nothing that was acknowledged', async () => {
  const clean = createSimDisk();
  await writeUntilFailure(clean, 6);
  for (let at = 1; at <= clean.operations(); at++) {
    const disk = createSimDisk();
    disk.failAt(at, 'crash');
    const acknowledged = await writeUntilFailure(disk, 6);
    await expectWhole(disk.afterKill(), acknowledged);
  }
});

test('R03: after a loss of power that keeps any subset of unsynced sectors, acknowledged batches are whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 30 }),
      fc.infiniteStream(fc.boolean()),
      async (at, coins) => {
        const disk = createSimDisk();
        disk.failAt(at, 'crash');
        const acknowledged = await writeUntilFailure(disk, 6);
        await expectWhole(
          disk.afterPowerLoss(() => coins.next().value),
          acknowledged,
        );
      },
    ),
    { numRuns: 200 },
  );
});

test('R05: after a failed sync nothing more is acknowledged until the folder is opened anew', async () => {
  const disk = createSimDisk();
  const storage = await openFolder(disk);
  disk.failAt(disk.operations() + 2, 'io');
  const write = () => storage.write([{ put: 'a', bytes: Uint8Array.of(1) }]);
  expect(await write()).toEqual({ type: 'StorageLost' });
  expect(await write()).toEqual({ type: 'StorageLost' });
  const again = await openFolder(disk.afterKill());
  expect(await again.write([{ put: 'a', bytes: Uint8Array.of(1) }])).toBeUndefined();
});

test('R06: a full disk refuses the batch, reads go on, and writing goes on when there is room', async () => {
  const disk = createSimDisk();
  const storage = await openFolder(disk);
  await storage.write([{ put: 'a', bytes: Uint8Array.of(1) }]);
  disk.failAt(disk.operations() + 1, 'full');
  expect(await storage.write([{ put: 'b', bytes: Uint8Array.of(2) }])).toEqual({
    type: 'StorageFull',
  });
  expect(await storage.get('a')).toEqual(Uint8Array.of(1));
  expect(await storage.write([{ put: 'c', bytes: Uint8Array.of(3) }])).toBeUndefined();
  expect(await (await openFolder(disk)).keys('')).toEqual(['a', 'c']);
});

test('R07: whichever operation fails once, the error shows and acknowledged batches stay', async () => {
  const clean = createSimDisk();
  await writeUntilFailure(clean, 4);
  for (let at = 1; at <= clean.operations(); at++) {
    const disk = createSimDisk();
    disk.failAt(at, 'io');
    const acknowledged = await writeUntilFailure(disk, 4);
    await expectWhole(disk.afterKill(), acknowledged);
  }
});

test('R08: a bit flipped anywhere costs at most the record it hit', async () => {
  const disk = createSimDisk();
  const storage = await openFolder(disk);
  for (let n = 1; n <= 8; n++) {
    await storage.write([{ put: `k/${n}`, bytes: new Uint8Array(60).fill(n) }]);
  }
  const size = disk.bytesOf('journal').length;
  for (let at = 0; at < size; at++) {
    const copy = disk.afterKill();
    const damaged = copy.bytesOf('journal').slice();
    damaged[at] = (damaged[at] as number) ^ (1 << (at % 8));
    const file = await copy.open('journal');
    await file.write(0, damaged);
    const opened = await openFolder(copy);
    let right = 0;
    for (let n = 1; n <= 8; n++) {
      if ((await opened.get(`k/${n}`))?.every((byte) => byte === n)) right++;
    }
    expect(right).toBeGreaterThanOrEqual(7);
  }
});

test('the journal is rewritten when more than half of it is dead, and loses nothing at any crash of that', async () => {
  const big = (n: number) => new Uint8Array(300_000).fill(n);
  const run = async (disk: SimDisk) => {
    let last = 0;
    try {
      const storage = await openFolder(disk);
      for (let n = 1; n <= 6; n++) {
        if (await storage.write([{ put: 'same', bytes: big(n) }])) break;
        last = n;
      }
    } catch {
      return last;
    }
    return last;
  };
  const clean = createSimDisk();
  expect(await run(clean)).toBe(6);
  expect(clean.bytesOf('journal').length).toBeLessThan(1_300_000);
  for (let at = 1; at <= clean.operations(); at++) {
    const disk = createSimDisk();
    disk.failAt(at, 'crash');
    const last = await run(disk);
    const found =
      (await (await openFolder(disk.afterPowerLoss(() => false))).get('same'))?.[0] ?? 0;
    expect([last, last + 1]).toContain(found);
  }
});

test('erasing rewrites the journal without the bytes', async () => {
  const disk = createSimDisk();
  const storage = await openFolder(disk);
  await storage.write([
    { put: 'wraps/1', bytes: new TextEncoder().encode('canary-in-the-journal') },
  ]);
  await storage.erase('wraps/');
  expect(Buffer.from(disk.bytesOf('journal')).includes('canary')).toBe(false);
});
