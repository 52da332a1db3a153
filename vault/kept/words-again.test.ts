/**
 * Script that runs in the page of an open workspace has the door to the worker and every channel of the
 * origin. What would outlast the moment needs the six words once more: they are in nobody's page.
 */
import { expect, test } from 'vitest';
import { keepWorkspace, vaultHere } from './here.ts';
import { createTestContext, OTHER_SIX, openCopy, opened, rootOf, SIX } from './testing.ts';

const context = createTestContext(61);
const kept = opened(await keepWorkspace({ ...context, words: SIX }));
const { place } = kept;
const made = await kept.createRecoveryKit('en', SIX);
if ('type' in made) throw new Error(made.type);

const wrong = { type: 'WrongWords' };
const missing = { type: 'WordsMissing', have: 0, need: 6 };
const passphrase = 'a passphrase of somebody else';

test('G01: no channel between tabs carries a key, whatever is asked for on it', async () => {
  const heard: unknown[] = [];
  const talk = context.tabs.talk(place, (message) => void heard.push(message));
  talk.say({ type: 'root please' } as never);
  const tab = opened(await vaultHere(context).join(place));
  tab.commit([{ table: 'x', record: tab.newId(), field: 'f', value: 1 }], 'everyone');
  await tab.settled();
  talk.close();
  expect(heard.length).toBeGreaterThan(0);
  for (const message of heard) {
    expect(message).not.toMatchObject({ type: 'root' });
    for (const part of Object.values(message as object)) expect(part).not.toBeInstanceOf(CryptoKey);
  }
});

test('G01: a tab whose worker does not hold the keys is told to ask for the words', async () => {
  const { roots } = createTestContext();
  expect(await vaultHere({ ...context, roots }).join(place)).toEqual({ type: 'NoOtherTab' });
});

test('G01: kit, revocation, new words and backups are refused without the six words', async () => {
  const storage = context.storage.copy();
  const tab = opened(await openCopy(context, storage, place, rootOf(context, place)));
  const before = new Map(storage.cells);
  for (const [typed, refusal] of [
    ['', missing],
    [OTHER_SIX, wrong],
  ] as const) {
    expect(await tab.createRecoveryKit('en', typed)).toEqual(refusal);
    expect(await tab.revokeRecoveryKit(typed)).toEqual(refusal);
    expect(await tab.changeWords(typed, OTHER_SIX)).toEqual(refusal);
    expect(await tab.backup({ kit: true }, typed)).toEqual(refusal);
    expect(await tab.backup({ passphrase }, typed)).toEqual(refusal);
  }
  expect(storage.cells).toEqual(before);
  expect(tab.hasRecoveryKit()).toBe(true);
});

test('G01: a lock of other words that is carried here from another place opens nothing of this one', async () => {
  const storage = context.storage.copy();
  const tab = opened(await openCopy(context, storage, place, rootOf(context, place)));
  const foreign = createTestContext(62);
  const other = opened(await keepWorkspace({ ...foreign, words: OTHER_SIX }));
  for (const [key, bytes] of foreign.storage.cells) {
    const isLock = key.startsWith(`${other.place}/keys/lock/`);
    if (isLock) await storage.write([{ put: `${place}/keys/lock/zzz`, bytes }]);
  }
  const before = new Map(storage.cells);
  expect(await tab.createRecoveryKit('en', OTHER_SIX)).toEqual(wrong);
  expect(await tab.revokeRecoveryKit(OTHER_SIX)).toEqual(wrong);
  expect(await tab.changeWords(OTHER_SIX, SIX)).toEqual(wrong);
  expect(await tab.backup({ passphrase }, OTHER_SIX)).toEqual(wrong);
  expect(storage.cells).toEqual(before);
  // The person's own words are not kept from working by what lies before their lock.
  expect(await tab.backup({ passphrase }, SIX)).toBeInstanceOf(Uint8Array);
});

test('G01: the handle of the root gives the root’s own bytes nowhere in the store', async () => {
  expect([...context.storage.cells.keys()].filter((key) => key.endsWith('/root'))).toEqual([]);
});
