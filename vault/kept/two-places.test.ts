/** Two workspaces in one browser, each under its own six words: what happens to one leaves the other whole. */
import { expect, test } from 'vitest';
import { placeKeys } from '../local/rest/place.ts';
import { createPassingWorkspace } from '../passing/passing-workspace.ts';
import { keepWorkspace, listKept, unlockWorkspace, vaultHere } from './here.ts';
import { createTestContext, OTHER_SIX, opened, SIX } from './testing.ts';
import type { KeptWorkspace } from './types.ts';

function write(workspace: KeptWorkspace, what: string): void {
  workspace.commit(
    [{ table: 'asks', record: workspace.newId(), field: 'what', value: what }],
    'everyone',
  );
}

const said = (workspace: KeptWorkspace) => workspace.tables.all('asks').map(({ what }) => what);

/** The first one open, and a second kept beside it from a passing one, while the first is open. */
async function twoPlaces(seed: number) {
  const here = createTestContext(seed);
  const first = opened(await keepWorkspace({ ...here, words: SIX }));
  write(first, 'ours alone');
  await first.settled();
  const passing = createPassingWorkspace({ me: 'AAAAAAAAAAAAAAAAAAAAAA', ...here });
  const record = passing.newId();
  passing.commit([{ table: 'asks', record, field: 'what', value: 'opened' }], 'everyone');
  const second = opened(await keepWorkspace({ ...here, words: OTHER_SIX, passing }));
  return { here, first, second };
}

test('one that is kept beside another holds only what was put into it, and neither hears the other', async () => {
  const { here, first, second } = await twoPlaces(41);
  expect(second.place).not.toBe(first.place);
  expect(second.me).not.toBe(first.me);
  expect(said(second)).toEqual(['opened']);
  expect(said(first)).toEqual(['ours alone']);
  write(first, 'written while both are open');
  await first.lock();
  write(second, 'still open');
  expect(await second.settled()).toEqual({ type: 'SavedHere' });
  expect(said(second)).toEqual(['opened', 'still open']);
  expect((await listKept(here)) as object[]).toContainEqual({ place: first.place, open: false });
  expect((await listKept(here)) as object[]).toContainEqual({ place: second.place, open: true });
  await second.lock();
});

test('each is opened by its own words, whichever was kept first, and by no others', async () => {
  const { here, first, second } = await twoPlaces(42);
  await Promise.all([first.lock(), second.lock()]);
  const one = opened(await unlockWorkspace({ ...here, words: SIX }));
  expect(said(one)).toEqual(['ours alone']);
  await one.lock();
  const other = opened(await unlockWorkspace({ ...here, words: OTHER_SIX }));
  expect(said(other)).toEqual(['opened']);
  await other.lock();
  const neither = 'zoo zone youth young yellow abandon';
  expect(await unlockWorkspace({ ...here, words: neither })).toEqual({ type: 'WrongWords' });
});

test('erasing one leaves the other whole', async () => {
  const { here, first, second } = await twoPlaces(43);
  await first.lock();
  expect(await second.erase()).toBeUndefined();
  const left = [...here.storage.cells.keys()].filter((key) => key.startsWith(second.place));
  expect(left).toEqual([]);
  expect(await listKept(here)).toEqual([{ place: first.place, open: false }]);
  expect(await unlockWorkspace({ ...here, words: OTHER_SIX })).toEqual({ type: 'WrongWords' });
  expect(said(opened(await unlockWorkspace({ ...here, words: SIX })))).toEqual(['ours alone']);
});

test('a damaged lock of one keeps nobody out of the other', async () => {
  for (const seed of [44, 45]) {
    const { here, first, second } = await twoPlaces(seed);
    await Promise.all([first.lock(), second.lock()]);
    // Whichever of them the storage lists first.
    const [broken, whole, words, holds] =
      seed === 44 ? [first, second, OTHER_SIX, 'opened'] : [second, first, SIX, 'ours alone'];
    const { locks } = placeKeys(broken.place);
    for (const [key, bytes] of here.storage.cells)
      if (key.startsWith(locks)) here.storage.cells.set(key, bytes.slice(0, 7));
    expect(said(opened(await unlockWorkspace({ ...here, words })))).toEqual([holds]);
    expect(whole.place).not.toBe(broken.place);
  }
});

test('new words for one change nothing for the other', async () => {
  const { here, first, second } = await twoPlaces(46);
  await first.lock();
  const words = 'zoo zone youth young yellow abandon';
  expect(await second.changeWords(OTHER_SIX, words)).toBeUndefined();
  await second.lock();
  expect(said(opened(await unlockWorkspace({ ...here, words: SIX })))).toEqual(['ours alone']);
  expect(said(opened(await unlockWorkspace({ ...here, words })))).toEqual(['opened']);
});

test('a kit of one opens that one, and asks nothing of the other', async () => {
  const { here, first, second } = await twoPlaces(47);
  const kit = await second.createRecoveryKit('en', OTHER_SIX);
  if ('type' in kit) throw new Error(kit.type);
  await Promise.all([first.lock(), second.lock()]);
  const words = 'zoo zone youth young yellow abandon';
  const back = await vaultHere(here).restoreFromKit({ kit: kit.words.join(' '), words });
  expect(said(opened(back))).toEqual(['opened']);
  expect(said(opened(await unlockWorkspace({ ...here, words: SIX })))).toEqual(['ours alone']);
});
