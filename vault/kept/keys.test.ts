import { expect, test } from 'vitest';
import { machineNetwork } from '../sync/network.ts';
import { createDoors, type Door } from './door.ts';
import { keepWorkspace, unlockWorkspace, vaultHere } from './here.ts';
import { connectVault } from './page/connect.ts';
import { createTestContext, OTHER_SIX, opened, SIX } from './testing.ts';
import type { KeptWorkspace } from './types.ts';
import { serveVault } from './worker/serve.ts';

const here = createTestContext(3);
const kept = opened(await keepWorkspace({ ...here, words: SIX }));
const id = kept.newId();
kept.commit([{ table: 'notes', record: id, field: 'line', value: 'kept by the kit' }], kept.onlyMe);
const made = await kept.createRecoveryKit('es');
if ('type' in made) throw new Error(made.type);
const kit = made.words.join(' ');

const line = (workspace: KeptWorkspace) => workspace.tables.get('notes', id)?.line;

test('a recovery kit is twelve words, and the workspace knows that it has one', async () => {
  expect(made.words).toHaveLength(12);
  expect(kept.hasRecoveryKit()).toBe(true);
  await kept.lock();
});

test('the kit opens the store when the six words are forgotten, and puts new ones in their place', async () => {
  const again = opened(await vaultHere(here).restoreFromKit({ kit, words: OTHER_SIX }));
  expect(line(again)).toBe('kept by the kit');
  await again.lock();
  expect(await unlockWorkspace({ ...here, words: SIX })).toEqual({ type: 'WrongWords' });
  const unlocked = opened(await unlockWorkspace({ ...here, words: OTHER_SIX }));
  expect(unlocked.hasRecoveryKit()).toBe(true);

  expect(await unlocked.changeWords(SIX)).toBeUndefined();
  await unlocked.lock();
  expect(await unlockWorkspace({ ...here, words: OTHER_SIX })).toEqual({ type: 'WrongWords' });
});

test('F06: a revoked kit opens nothing, and neither does one that was replaced', async () => {
  const unlocked = opened(await unlockWorkspace({ ...here, words: SIX }));
  const next = await unlocked.createRecoveryKit('en');
  if ('type' in next) throw new Error(next.type);
  unlocked.commit([{ table: 'notes', record: id, field: 'after', value: 1 }], unlocked.onlyMe);
  expect(await unlocked.settled()).toEqual({ type: 'SavedHere' });
  expect(await vaultHere(here).restoreFromKit({ kit, words: OTHER_SIX })).toEqual({
    type: 'KitUnknown',
  });
  expect(await unlocked.revokeRecoveryKit()).toBeUndefined();
  expect(unlocked.hasRecoveryKit()).toBe(false);
  const revoked = { kit: next.words.join(' '), words: OTHER_SIX };
  expect(await vaultHere(here).restoreFromKit(revoked)).toEqual({ type: 'KitUnknown' });
  unlocked.commit([{ table: 'notes', record: id, field: 'last', value: 2 }], unlocked.onlyMe);
  expect(await unlocked.settled()).toEqual({ type: 'SavedHere' });
  await unlocked.lock();
  const again = opened(await unlockWorkspace({ ...here, words: SIX }));
  expect(again.tables.get('notes', id)).toMatchObject({ after: 1, last: 2 });
  await again.lock();
});

test('F02: a lock with lowered parameters is refused when places are listed, before any word', async () => {
  const storage = here.storage.copy();
  for (const [key, bytes] of storage.cells) {
    if (!key.includes('/keys/lock/')) continue;
    const weak = new TextDecoder().decode(bytes).replace('"m":65536', '"m":64');
    storage.cells.set(key, new TextEncoder().encode(weak));
  }
  const listed = await vaultHere({ ...here, storage }).list();
  expect(listed).toMatchObject([{ refusal: { type: 'LockWeakened' } }]);
  expect(await unlockWorkspace({ ...here, storage, words: SIX })).toEqual({ type: 'LockWeakened' });
});

test('R22: a place of a newer format is refused and left as it is', async () => {
  const storage = here.storage.copy();
  for (const [key, bytes] of storage.cells) {
    if (!key.includes('/keys/lock/')) continue;
    const newer = new TextDecoder().decode(bytes).replace('"format":1', '"format":2');
    storage.cells.set(key, new TextEncoder().encode(newer));
  }
  const before = new Map(storage.cells);
  expect(await unlockWorkspace({ ...here, storage, words: SIX })).toEqual({ type: 'NewerVersion' });
  expect(storage.cells).toEqual(before);
});

test('G01: nothing that the worker sends is a key, or holds a secret that it drew', async () => {
  const context = createTestContext(11);
  const drawn: string[] = [];
  const random = (length: number) => {
    const bytes = context.random(length);
    if (length >= 16) drawn.push(bytes.toHex());
    return bytes;
  };
  const sent: unknown[] = [];
  const vault = connectVault({
    random: context.random,
    now: context.now,
    start() {
      const [page, worker] = createDoors();
      const watched: Door = {
        postMessage(message, transfer) {
          sent.push(message);
          worker.postMessage(message, transfer);
        },
        addEventListener: (type, listener) => worker.addEventListener(type, listener),
      };
      const { storage, tabs, now } = context;
      const network = machineNetwork;
      const openStorage = async () => storage;
      serveVault(watched, { openStorage, random, clock: now, tabs, network });
      return page;
    },
  });
  const workspace = opened(await vault.keep({ words: SIX }));
  const record = workspace.newId();
  workspace.commit([{ table: 'x', record, field: 'f', value: 'v' }], workspace.onlyMe);
  await workspace.settled();
  await workspace.changeWords(OTHER_SIX);
  await workspace.lock();
  const again = opened(await vault.unlock({ words: OTHER_SIX }));
  await again.lock();

  expect(sent.length).toBeGreaterThan(5);
  const known = [workspace.me, workspace.place].map((text) =>
    Uint8Array.fromBase64(text, { alphabet: 'base64url' }).toHex(),
  );
  const secrets = drawn.filter((hex) => !known.includes(hex));
  const texts: string[] = [];
  const walk = (value: unknown): void => {
    expect(value).not.toBeInstanceOf(CryptoKey);
    if (value instanceof Uint8Array) texts.push(value.toHex());
    else if (typeof value === 'string') texts.push(value);
    else if (value !== null && typeof value === 'object') Object.values(value).forEach(walk);
  };
  sent.forEach(walk);
  const all = texts.join(' ');
  for (const hex of secrets) {
    expect(all.includes(hex)).toBe(false);
    expect(
      all.includes(Uint8Array.fromHex(hex).toBase64({ alphabet: 'base64url', omitPadding: true })),
    ).toBe(false);
  }
  expect(all.includes('abandon')).toBe(false);
});
