import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MemoryStorage } from '../local/memory-storage.ts';
import { keepWorkspace } from './here.ts';
import { createTestContext, openCopy, opened, rootOf, SIX } from './testing.ts';
import type { KeptWorkspace } from './types.ts';

const context = createTestContext();
const kept = opened(await keepWorkspace({ ...context, words: SIX }));
const { place } = kept;
const root = rootOf(context, place);
const ids = Array.from({ length: 4 }, () => kept.newId());

/** One record a table in the snapshot, then the same tables written again in the messages since. */
async function write(round: string) {
  for (const [i, record] of ids.entries()) {
    const audience = i % 2 === 0 ? 'everyone' : kept.coreTeam;
    kept.commit([{ table: `t${i}`, record, field: round, value: `${round} ${i}` }], audience);
    await kept.settled();
  }
}
await write('early');
await kept.createRecoveryKit('en', SIX);
await write('late');

const keysOf = (storage: MemoryStorage, part: string) =>
  [...storage.cells.keys()].filter((key) => key.startsWith(`${place}/${part}`));

function flipped(key: string, at: number): MemoryStorage {
  const storage = context.storage.copy();
  const bytes = storage.cells.get(key) as Uint8Array;
  const where = Math.floor(at * bytes.length);
  bytes[where] = (bytes[where] as number) ^ 0x10;
  return storage;
}

const open = (storage: MemoryStorage) => openCopy(context, storage, place, root);

/** How many of the values written in a round can be read. */
const readable = (workspace: KeptWorkspace, round: string) =>
  ids.filter((id, i) => workspace.tables.get(`t${i}`, id)?.[round] === `${round} ${i}`).length;

test('undamaged, a copy opens with everything', async () => {
  const workspace = opened(await open(context.storage.copy()));
  expect(workspace.damaged).toEqual([]);
  expect([readable(workspace, 'early'), readable(workspace, 'late')]).toEqual([4, 4]);
});

test('a bit flipped in any message costs that message, and work goes on behind it', async () => {
  const since = keysOf(context.storage, '1/log/').slice(-4);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...since),
      fc.double({ min: 0.07, max: 0.999, noNaN: true }),
      async (key, at) => {
        const storage = flipped(key, at);
        const workspace = opened(await open(storage));
        expect(readable(workspace, 'early')).toBe(4);
        expect(readable(workspace, 'late')).toBe(3);
        expect(workspace.damaged).toHaveLength(1);
        expect(workspace.damaged[0]).toMatchObject({ type: 'EntryDamaged' });

        const record = workspace.newId();
        workspace.commit([{ table: 't9', record, field: 'after', value: 1 }], 'everyone');
        expect(await workspace.settled()).toEqual({ type: 'SavedHere' });
        await workspace.lock();
        const again = opened(await open(storage));
        expect(again.tables.get('t9', record)).toEqual({ id: record, after: 1 });
        expect(readable(again, 'late')).toBe(3);
      },
    ),
    { numRuns: 12 },
  );
});

test('a message whose checksum alone was damaged is still read', async () => {
  const key = keysOf(context.storage, '1/log/').at(-1) as string;
  const storage = context.storage.copy();
  const bytes = storage.cells.get(key) as Uint8Array;
  bytes[3] = (bytes[3] as number) ^ 1;
  const workspace = opened(await open(storage));
  expect(readable(workspace, 'late')).toBe(4);
  expect(workspace.damaged).toEqual([]);
});

test('a count that rotted hides no message: what is there is read, and writing goes on', async () => {
  const [key] = keysOf(context.storage, '1/end') as [string];
  for (const said of ['1', '99', 'x', '20000000']) {
    const storage = context.storage.copy();
    storage.cells.set(key, new TextEncoder().encode(said));
    const workspace = opened(await open(storage));
    expect(readable(workspace, 'late')).toBe(4);
    expect(workspace.damaged).toEqual([]);
    const record = workspace.newId();
    workspace.commit([{ table: 't9', record, field: 'after', value: 1 }], 'everyone');
    expect(await workspace.settled()).toEqual({ type: 'SavedHere' });
    await workspace.lock();
    const again = opened(await open(storage));
    expect(again.tables.get('t9', record)).toEqual({ id: record, after: 1 });
    expect(readable(again, 'late')).toBe(4);
  }
});

test('a damaged block costs one table of one audience; what all hangs on is there twice', async () => {
  const parts = keysOf(context.storage, '1/snapshot/').filter((key) => !key.endsWith('/now'));
  expect(parts.length).toBeGreaterThan(6);
  for (const key of parts) {
    const workspace = opened(await open(flipped(key, 0.7)));
    expect(readable(workspace, 'early')).toBeGreaterThanOrEqual(3);
    expect(readable(workspace, 'late')).toBe(4);
    const lost = readable(workspace, 'early') < 4;
    expect(workspace.damaged.some(({ type }) => type === 'BlockDamaged')).toBe(
      lost || key.endsWith('/sealed'),
    );
  }
});

test('a damaged key costs what it opened; the device’s own, and the epoch’s, close the store', async () => {
  for (const key of keysOf(context.storage, 'keys/1/')) {
    const outcome = await open(flipped(key, 0.8));
    if (key.includes('/circle/')) {
      const workspace = opened(outcome);
      expect(readable(workspace, 'early')).toBe(4);
      expect(workspace.damaged).toContainEqual({ type: 'KeyDamaged', key: 'circle' });
    } else expect(outcome).toEqual({ type: 'StoreDamaged', part: 'keys' });
  }
});

test('a lost chain is said to be lost, with both of its copies gone', async () => {
  const storage = context.storage.copy();
  for (const key of keysOf(storage, '1/snapshot/')) {
    if (key.includes('/state')) (storage.cells.get(key) as Uint8Array).fill(0);
  }
  expect(await open(storage)).toEqual({ type: 'StoreDamaged', part: 'chain' });
});
