import { expect, test } from 'vitest';
import type { Storage, WriteRefusal } from '../local/storage.ts';
import { keepWorkspace, unlockWorkspace, vaultHere } from './here.ts';
import { createTestContext, OTHER_SIX, openCopy, opened, rootOf, SIX } from './testing.ts';

const context = createTestContext(21);
const kept = opened(await keepWorkspace({ ...context, words: SIX }));
const { place } = kept;
const root = rootOf(context, place);
const made = await kept.createRecoveryKit('en', SIX);
if ('type' in made) throw new Error(made.type);
const kit = made.words.join(' ');

/** A copy of the workspace on a disk that is full for some of what is asked of it. */
function onFullDisk(refused: 'write' | 'erase') {
  const storage = context.storage.copy();
  const refuse = async (): Promise<WriteRefusal> => ({ type: 'StorageFull' });
  const full: Storage = { ...storage, [refused]: refuse };
  return { ...createTestContext(22), storage: full };
}

test('someone who heard the old words opens nothing with them, though the disk does not wipe the old lock', async () => {
  const here = onFullDisk('erase');
  const tab = opened(await openCopy(context, here.storage, place, root));
  expect(await tab.changeWords(SIX, OTHER_SIX)).toEqual({ type: 'OldLockLeft' });
  expect(await unlockWorkspace({ ...here, words: SIX })).toEqual({ type: 'WrongWords' });
  opened(await unlockWorkspace({ ...here, words: OTHER_SIX }));
});

test('new words by the kit count at once, and it is said when the old lock could not be wiped', async () => {
  const here = onFullDisk('erase');
  expect(await vaultHere(here).restoreFromKit({ kit, words: OTHER_SIX })).toEqual({
    type: 'OldLockLeft',
  });
  expect(await unlockWorkspace({ ...here, words: SIX })).toEqual({ type: 'WrongWords' });
  opened(await unlockWorkspace({ ...here, words: OTHER_SIX }));
});

test('a disk that takes nothing leaves the old words as they were', async () => {
  const here = onFullDisk('write');
  const tab = opened(await openCopy(context, here.storage, place, root));
  expect(await tab.changeWords(SIX, OTHER_SIX)).toEqual({ type: 'StorageFull' });
  opened(await unlockWorkspace({ ...here, words: SIX }));
});
