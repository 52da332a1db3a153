import { expect, test } from 'vitest';
import type { Storage } from '../local/storage.ts';
import { keepWorkspace, unlockWorkspace, vaultHere } from './here.ts';
import { createTestContext, OTHER_SIX, opened, SIX } from './testing.ts';

/** A kept workspace with a kit, on a disk that no longer wipes what was there. */
async function onStubbornDisk(seed: number) {
  const context = createTestContext(seed);
  let stubborn = false;
  const storage: Storage = {
    ...context.storage,
    erase: async (prefix) =>
      stubborn ? { type: 'StorageFull' } : await context.storage.erase(prefix),
  };
  const here = { ...context, storage };
  const kept = opened(await keepWorkspace({ ...here, words: SIX }));
  const kit = await kept.createRecoveryKit('en');
  if ('type' in kit) throw new Error(kit.type);
  stubborn = true;
  return { here, kept, kit: kit.words.join(' ') };
}

test('someone who heard the old words opens nothing with them, though the disk does not wipe the old lock', async () => {
  const { here, kept } = await onStubbornDisk(21);
  expect(await kept.changeWords(OTHER_SIX)).toEqual({ type: 'OldLockLeft' });
  await kept.lock();
  expect(await unlockWorkspace({ ...here, words: SIX })).toEqual({ type: 'WrongWords' });
  opened(await unlockWorkspace({ ...here, words: OTHER_SIX }));
});

test('new words by the kit count at once, and it is said when the old lock could not be wiped', async () => {
  const { here, kept, kit } = await onStubbornDisk(22);
  await kept.lock();
  expect(await vaultHere(here).restoreFromKit({ kit, words: OTHER_SIX })).toEqual({
    type: 'OldLockLeft',
  });
  expect(await unlockWorkspace({ ...here, words: SIX })).toEqual({ type: 'WrongWords' });
  opened(await unlockWorkspace({ ...here, words: OTHER_SIX }));
});

test('a disk that takes nothing leaves the old words as they were', async () => {
  const context = createTestContext(23);
  let full = false;
  const storage: Storage = {
    ...context.storage,
    write: async (batch) => (full ? { type: 'StorageFull' } : await context.storage.write(batch)),
  };
  const here = { ...context, storage };
  const kept = opened(await keepWorkspace({ ...here, words: SIX }));
  full = true;
  expect(await kept.changeWords(OTHER_SIX)).toEqual({ type: 'StorageFull' });
  full = false;
  await kept.lock();
  expect(await unlockWorkspace({ ...here, words: OTHER_SIX })).toEqual({ type: 'WrongWords' });
  opened(await unlockWorkspace({ ...here, words: SIX }));
});
