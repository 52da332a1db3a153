import { afterEach, expect, test, vi } from 'vitest';
import type { Storage } from '../local/storage.ts';
import { machineNetwork } from '../sync/network.ts';
import { createDoors, type Door } from './door.ts';
import { keepWorkspace, vaultHere } from './here.ts';
import type { ToPage, ToWorker } from './messages.ts';
import { connectVault } from './page/connect.ts';
import { createTestContext, holding, openCopy, opened, rootOf, SIX } from './testing.ts';
import type { KeptWorkspace } from './types.ts';
import { serveVault } from './worker/serve.ts';

const context = createTestContext(31);
const kept = opened(await keepWorkspace({ ...context, words: SIX }));
const { place } = kept;
const root = rootOf(context, place);

afterEach(() => {
  vi.useRealTimers();
});

/** What listeners hear of a workspace's end. */
function endsOf(workspace: KeptWorkspace) {
  const ends: unknown[] = [];
  workspace.onLocked((because, unsaved) => void ends.push({ because, unsaved }));
  return ends;
}

/** The workspace opened beside a worker that does with asks to save and to lock as it is told. */
async function withWorkerThat(does: 'fails' | 'is silent') {
  const { storage, tabs, random, now } = createTestContext(32);
  for (const [key, bytes] of context.storage.cells) storage.cells.set(key, bytes.slice());
  const made = { broken: false, ended: false };
  const vault = connectVault({
    random,
    now,
    start() {
      const [page, worker] = createDoors();
      serveVault(worker, {
        openStorage: async () => storage,
        random,
        clock: now,
        tabs,
        roots: holding(place, root),
        network: machineNetwork,
      });
      let hear = (_: ToPage) => {};
      const door: Door = {
        postMessage(message, transfer) {
          const asked = message as ToWorker;
          const ends = asked.type === 'write' || (asked.type === 'ask' && isAtTheEnd(asked.ask.do));
          if (!made.broken || !ends) page.postMessage(message, transfer);
          else if (does === 'fails' && asked.type === 'ask')
            hear({ type: 'failed', id: asked.id, message: 'Must hold: something' });
        },
        addEventListener(type, listener) {
          hear = (data) => listener({ data });
          page.addEventListener(type, listener);
        },
        terminate() {
          made.ended = true;
          page.terminate?.();
        },
      };
      return door;
    },
  });
  const workspace = opened(await vault.join(place));
  made.broken = true;
  return { workspace, made };
}

const isAtTheEnd = (ask: string) => ask === 'settle' || ask === 'lock';

function type(workspace: KeptWorkspace): string {
  const record = workspace.newId();
  workspace.commit([{ table: 'q', record, field: 'n', value: 1 }], 'everyone');
  return record;
}

test('somebody who taps Lock twice locks once', async () => {
  const tab = opened(await openCopy(context, context.storage.copy(), place, root));
  const ends = endsOf(tab);
  type(tab);
  await Promise.all([tab.lock(), tab.lock()]);
  expect(ends).toEqual([{ because: 'asked', unsaved: 0 }]);
});

test('a worker that fails while it locks is ended all the same, and its keys with it', async () => {
  const { workspace, made } = await withWorkerThat('fails');
  const ends = endsOf(workspace);
  await expect(workspace.lock({ anyway: true })).rejects.toThrow('Must hold');
  expect(made.ended).toBe(true);
  expect(ends).toEqual([{ because: 'asked', unsaved: 0 }]);
});

test('a worker that answers nothing is ended after a while, and what it had not saved is counted', async () => {
  const { workspace, made } = await withWorkerThat('is silent');
  const ends = endsOf(workspace);
  type(workspace);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const locking = workspace.lock({ anyway: true });
  await vi.advanceTimersByTimeAsync(2000);
  expect(await locking).toBeUndefined();
  expect(made.ended).toBe(true);
  expect(ends).toEqual([{ because: 'asked', unsaved: 1 }]);
});

test('a silent worker that has something to save is not ended before the person was asked', async () => {
  const { workspace, made } = await withWorkerThat('is silent');
  const record = type(workspace);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const locking = workspace.lock();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(await locking).toEqual({ type: 'NotSaved', waiting: 1 });
  expect(made.ended).toBe(false);
  expect(workspace.tables.get('q', record)).toEqual({ id: record, n: 1 });
});

/** A tab whose storage can be full. */
async function onNarrowStorage() {
  const storage = context.storage.copy();
  const disk = { full: false };
  const narrow: Storage = {
    ...storage,
    write: async (batch) => (disk.full ? { type: 'StorageFull' } : await storage.write(batch)),
  };
  return { tab: opened(await openCopy(context, narrow, place, root)), disk, storage };
}

test('typed on a full device, words are not dropped by Lock: it asks first, and saves once there is room', async () => {
  const { tab, disk, storage } = await onNarrowStorage();
  const ends = endsOf(tab);
  disk.full = true;
  const record = type(tab);
  tab.text('q', record, 'body', 'everyone').text.insert(0, 'half a sentence');
  expect(await tab.lock()).toEqual({ type: 'NotSaved', waiting: 2 });
  expect(ends).toEqual([]);
  expect(tab.tables.get('q', record)).toEqual({ id: record, n: 1 });
  disk.full = false;
  expect(await tab.lock()).toBeUndefined();
  expect(ends).toEqual([{ because: 'asked', unsaved: 0 }]);
  const fresh = opened(await openCopy(context, storage, place, root));
  expect(fresh.text('q', record, 'body', 'everyone').toString()).toBe('half a sentence');
});

test('asked to lock anyway it locks at once, and says how much was lost', async () => {
  const { tab, disk } = await onNarrowStorage();
  const ends = endsOf(tab);
  disk.full = true;
  type(tab);
  expect(await tab.lock()).toEqual({ type: 'NotSaved', waiting: 1 });
  expect(await tab.lock({ anyway: true })).toBeUndefined();
  expect(ends).toEqual([{ because: 'asked', unsaved: 1 }]);
});

test('a full device on which nothing waits locks without a question', async () => {
  const { tab, disk } = await onNarrowStorage();
  const ends = endsOf(tab);
  disk.full = true;
  expect(await tab.lock()).toBeUndefined();
  expect(ends).toEqual([{ because: 'asked', unsaved: 0 }]);
});

test('a lock in another tab does not wait for a disk that is full here', async () => {
  const full = { now: false };
  const storage = context.storage.copy();
  const narrow: Storage = {
    ...storage,
    write: async (batch) => (full.now ? { type: 'StorageFull' } : await storage.write(batch)),
  };
  const { tabs } = createTestContext();
  const here = { ...context, tabs, roots: holding(place, root) };
  const first = opened(await vaultHere({ ...here, storage }).join(place));
  const second = opened(await vaultHere({ ...here, storage: narrow }).join(place));
  full.now = true;
  type(second);
  const ended = new Promise((resolve) =>
    second.onLocked((because, unsaved) => resolve({ because, unsaved })),
  );
  await first.lock();
  expect(await ended).toEqual({ because: 'elsewhere', unsaved: 1 });
});
