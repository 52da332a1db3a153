import { expect, test } from 'vitest';
import { utf8Bytes } from '../../envelope/bytes.ts';
import { createMemoryStorage } from '../memory-storage.ts';
import { localKeys, rootHandle } from '../root.ts';
import type { Storage } from '../storage.ts';
import { type MigrationStep, migrate } from './migrate.ts';
import { placeKeys } from './place.ts';

const keys = placeKeys('here', 1);
const local = await localKeys(await rootHandle(new Uint8Array(32)));

/** An invented next format: every record is turned round, and the log gets a new name. */
const turnRound: MigrationStep = async ({ wraps, data }) => ({
  wraps: new Map([...wraps].map(([name, bytes]) => [name, bytes.toReversed()])),
  data: new Map([...data].map(([name, bytes]) => [`new-${name}`, bytes.toReversed()])),
});
const steps = new Map([[1, turnRound]]);

async function old() {
  const storage = createMemoryStorage();
  await storage.write([
    { put: keys.lock(1), bytes: utf8Bytes('{"format":1,"root":"x"}') },
    { put: keys.device, bytes: Uint8Array.of(1, 2) },
    { put: keys.entry(0), bytes: Uint8Array.of(3, 4) },
    { put: keys.entry(1), bytes: Uint8Array.of(5, 6) },
  ]);
  return storage;
}

const formatOf = async (storage: Storage) =>
  JSON.parse(new TextDecoder().decode(await storage.get(keys.lock(1)))).format as number;
const run = async (storage: Storage) =>
  migrate(storage, 'here', { key: keys.lock(1), format: await formatOf(storage) }, local, steps);

test('a step leaves only the new format, and running it again changes nothing', async () => {
  const storage = await old();
  expect(await run(storage)).toBeUndefined();
  const after = await storage.getAll('');
  expect(await formatOf(storage)).toBe(2);
  expect(after.map(([key]) => key)).not.toContain(keys.device);
  expect(await storage.get(placeKeys('here', 2).device)).toEqual(Uint8Array.of(2, 1));
  expect(await run(storage)).toBeUndefined();
  expect(await storage.getAll('')).toEqual(after);
});

test('R23: killed at any write, the old is whole until the new counts, and running again finishes', async () => {
  const finished = await old();
  await run(finished);
  for (let allowed = 0; ; allowed++) {
    const storage = await old();
    const before = await storage.getAll('');
    let writes = 0;
    const killed: Storage = {
      ...storage,
      write: async (batch) => {
        if (writes++ === allowed) throw new Error('killed');
        return storage.write(batch);
      },
    };
    const ended = await run(killed).then(
      () => true,
      () => false,
    );
    if (ended) break;
    expect(await formatOf(storage)).toBe(1);
    for (const [key, bytes] of before) expect(await storage.get(key)).toEqual(bytes);
    expect(await run(storage)).toBeUndefined();
    expect(await storage.getAll('')).toEqual(await finished.getAll(''));
  }
});

test('a storage that is full in the middle refuses, and keeps the old', async () => {
  const storage = await old();
  const full: Storage = { ...storage, write: async () => ({ type: 'StorageFull' }) };
  expect(await run(full)).toEqual({ type: 'StorageFull' });
  expect(await formatOf(storage)).toBe(1);
  expect(await storage.get(keys.device)).toEqual(Uint8Array.of(1, 2));
});
