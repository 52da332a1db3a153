import { expect, test } from 'vitest';
import type { OpenRefusal } from '../local/indexeddb-storage.ts';
import { createMemoryStorage } from '../local/memory-storage.ts';
import { placeKeys } from '../local/rest/place.ts';
import { type Storage, StorageGone } from '../local/storage.ts';
import { createPassingWorkspace } from '../passing/passing-workspace.ts';
import { machineNetwork } from '../sync/network.ts';
import { createDoors } from './door.ts';
import { keepWorkspace, vaultHere } from './here.ts';
import { connectVault } from './page/connect.ts';
import { createTestContext, OTHER_SIX, openCopy, opened, rootOf, SIX } from './testing.ts';
import { serveVault } from './worker/serve.ts';

const context = createTestContext(61);
const kept = opened(await keepWorkspace({ ...context, words: SIX }));
const { place } = kept;
const made = await kept.createRecoveryKit('en', SIX);
if ('type' in made) throw new Error(made.type);
const kit = made.words.join(' ');
const backup = await kept.backup({ kit: true }, SIX);
if ('type' in backup) throw new Error(backup.type);
const root = rootOf(context, place);

const causes = ['StorageFull', 'StorageLost'] as const;

/** A storage that refuses every write from the n-th on. */
function refusing(storage: Storage, nth: number, type: (typeof causes)[number]) {
  let count = 0;
  const narrow: Storage = {
    ...storage,
    write: async (batch) => (count++ >= nth ? { type } : await storage.write(batch)),
  };
  return { narrow, written: () => count };
}

/** Refused from the first write on, from the second, and at the last: others are refused alike. */
async function whereverRefused(
  storage: () => Storage,
  work: (storage: Storage) => Promise<object>,
): Promise<void> {
  const { narrow, written } = refusing(storage(), Number.POSITIVE_INFINITY, 'StorageFull');
  expect(await work(narrow)).not.toHaveProperty('type');
  for (const type of causes) {
    for (const nth of new Set([0, 1, written() - 1])) {
      if (nth >= written()) continue;
      expect(await work(refusing(storage(), nth, type).narrow)).toEqual({ type });
    }
  }
}

test('a storage that a newer application made, or another tab blocks, is called just that', async () => {
  const refusals: readonly (readonly [OpenRefusal['type'], string])[] = [
    ['NewerVersion', 'NewerVersion'],
    ['OtherTabInTheWay', 'StorageInUse'],
    ['StorageLost', 'StorageLost'],
  ];
  for (const [from, type] of refusals) {
    const { random, now, tabs, roots } = createTestContext();
    const vault = connectVault({
      random,
      now,
      start() {
        const [page, worker] = createDoors();
        serveVault(worker, {
          openStorage: async () => ({ type: from }),
          random,
          clock: now,
          tabs,
          roots,
          network: machineNetwork,
        });
        return page;
      },
    });
    expect(await vault.list()).toEqual({ type });
    expect(await vault.keep({ words: SIX })).toEqual({ type });
    expect(await vault.unlock({ words: SIX })).toEqual({ type });
    expect(await vault.join(place)).toEqual({ type });
    expect(await vault.restoreFromKit({ kit, words: SIX })).toEqual({ type });
    expect(await vault.erase(place)).toEqual({ type });
  }
});

test('keeping is refused with its cause, wherever it stops', async () => {
  const here = createTestContext(62);
  const passing = createPassingWorkspace({ me: 'AAAAAAAAAAAAAAAAAAAAAA', ...here });
  const record = passing.newId();
  passing.commit([{ table: 'x', record, field: 'f', value: 1 }], 'everyone');
  await whereverRefused(createMemoryStorage, (storage) =>
    keepWorkspace({ ...here, storage, words: SIX, passing }),
  );
}, 60_000);

test('bringing a backup back is refused with its cause, wherever it stops', async () => {
  const here = createTestContext(63);
  const options = { bytes: backup, opener: { kit }, words: OTHER_SIX };
  await whereverRefused(createMemoryStorage, (storage) =>
    vaultHere({ ...here, storage }).restoreFromBackup(options),
  );
}, 60_000);

test('new words by the kit are refused with their cause', async () => {
  const here = createTestContext(64);
  await whereverRefused(
    () => context.storage.copy(),
    (storage) => vaultHere({ ...here, storage }).restoreFromKit({ kit, words: OTHER_SIX }),
  );
}, 60_000);

/** A tab whose storage can fail to be read. */
async function onFailing(error: () => Error) {
  const storage = context.storage.copy();
  const disk = { fails: false };
  const failing: Storage = {
    ...storage,
    async get(key) {
      if (disk.fails) throw error();
      return storage.get(key);
    },
  };
  return { tab: opened(await openCopy(context, failing, place, root)), disk };
}

test('a disk that went away is a lost storage; a mistake of our own is not called one', async () => {
  const gone = await onFailing(() => new StorageGone('gone'));
  gone.disk.fails = true;
  expect(await gone.tab.settled()).toEqual({ type: 'ReadOnly', because: 'storage-lost' });
  const wrong = await onFailing(() => new Error('Must hold: something'));
  wrong.disk.fails = true;
  await expect(wrong.tab.settled()).rejects.toThrow('Must hold: something');
  expect(wrong.tab.safety.get()).toEqual({ type: 'SavedHere' });
});

test('a snapshot that the disk does not take is said, and taken once there is room', async () => {
  const storage = context.storage.copy();
  const disk = { full: false };
  const narrow: Storage = {
    ...storage,
    async write(batch) {
      const isSnapshot = batch.some((write) => 'put' in write && write.put.endsWith('/now'));
      return disk.full && isSnapshot ? { type: 'StorageFull' } : storage.write(batch);
    },
  };
  const tab = opened(await openCopy(context, narrow, place, root));
  disk.full = true;
  await tab.createRecoveryKit('en', SIX);
  expect(tab.safety.get()).toEqual({ type: 'ReadOnly', because: 'storage-full' });
  disk.full = false;
  const record = tab.newId();
  tab.commit([{ table: 'x', record, field: 'f', value: 1 }], 'everyone');
  expect(await tab.settled()).toEqual({ type: 'SavedHere' });
  const { log } = placeKeys(place);
  expect((await storage.keys(log)).length).toBeLessThan(8);
});
