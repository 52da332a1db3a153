import { expect, test } from 'vitest';
import { keepWorkspace, unlockWorkspace, vaultHere } from './here.ts';
import { createTestContext, OTHER_SIX, opened, SIX, watchedVault } from './testing.ts';
import type { KeptWorkspace } from './types.ts';

const here = createTestContext(3);
const kept = opened(await keepWorkspace({ ...here, words: SIX }));
const id = kept.newId();
kept.commit([{ table: 'notes', record: id, field: 'line', value: 'kept by the kit' }], kept.onlyMe);
const made = await kept.createRecoveryKit('es', SIX);
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

  expect(await unlocked.changeWords(OTHER_SIX, SIX)).toBeUndefined();
  await unlocked.lock();
  expect(await unlockWorkspace({ ...here, words: OTHER_SIX })).toEqual({ type: 'WrongWords' });
});

test('F06: a revoked kit opens nothing, and neither does one that was replaced', async () => {
  const unlocked = opened(await unlockWorkspace({ ...here, words: SIX }));
  const next = await unlocked.createRecoveryKit('en', SIX);
  if ('type' in next) throw new Error(next.type);
  unlocked.commit([{ table: 'notes', record: id, field: 'after', value: 1 }], unlocked.onlyMe);
  expect(await unlocked.settled()).toEqual({ type: 'SavedHere' });
  expect(await vaultHere(here).restoreFromKit({ kit, words: OTHER_SIX })).toEqual({
    type: 'KitUnknown',
  });
  expect(await unlocked.revokeRecoveryKit(SIX)).toBeUndefined();
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

test('G01: of one who is alone the worker sends no key and no secret that it drew, but the twelve words of a kit once', async () => {
  const context = createTestContext(11);
  const drawn: string[] = [];
  const random = (length: number) => {
    const bytes = context.random(length);
    if (length >= 16) drawn.push(bytes.toHex());
    return bytes;
  };
  const { vault, sent } = watchedVault(context, random);
  const workspace = opened(await vault.keep({ words: SIX }));
  const record = workspace.newId();
  workspace.commit([{ table: 'x', record, field: 'f', value: 'v' }], workspace.onlyMe);
  await workspace.settled();
  await workspace.changeWords(SIX, OTHER_SIX);
  const twelve = await workspace.createRecoveryKit('es', OTHER_SIX);
  if ('type' in twelve) throw new Error(twelve.type);
  expect(await workspace.backup({ kit: true }, OTHER_SIX)).toBeInstanceOf(Uint8Array);
  await workspace.revokeRecoveryKit(OTHER_SIX);
  await workspace.lock();
  const again = opened(await vault.unlock({ words: OTHER_SIX }));
  await again.lock();

  expect(sent.length).toBeGreaterThan(5);
  const known = [workspace.me, workspace.place].map((text) =>
    Uint8Array.fromBase64(text, { alphabet: 'base64url' }).toHex(),
  );
  const secrets = drawn.filter((hex) => !known.includes(hex));
  const textsOf = (value: unknown): readonly string[] => {
    expect(value).not.toBeInstanceOf(CryptoKey);
    if (value instanceof Uint8Array) return [value.toHex()];
    if (typeof value === 'string') return [value];
    return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
  };
  const said = sent.map((message) => textsOf(message).join(' '));
  const all = said.join(' ');
  for (const hex of secrets) {
    expect(all.includes(hex)).toBe(false);
    expect(
      all.includes(Uint8Array.fromHex(hex).toBase64({ alphabet: 'base64url', omitPadding: true })),
    ).toBe(false);
  }
  expect(secrets.length).toBeGreaterThan(20);
  for (const six of [SIX, OTHER_SIX])
    for (const word of six.split(' ')) expect(all.split(' ')).not.toContain(word);
  const kitSaid = said.filter((text) =>
    twelve.words.some((word) => text.split(' ').includes(word)),
  );
  expect(kitSaid).toEqual([`answer ${twelve.words.join(' ')}`]);
});
