import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { identityOfKit } from '../local/backup/age.ts';
import { createMemoryStorage } from '../local/memory-storage.ts';
import { wordsToKit } from '../local/recovery-kit.ts';
import { keepWorkspace, vaultHere } from './here.ts';
import { createTestContext, OTHER_SIX, opened, SIX } from './testing.ts';

const here = createTestContext(5);
const kept = opened(await keepWorkspace({ ...here, words: SIX }));
const [open, own] = [kept.newId(), kept.newId()];
kept.commit([{ table: 'asks', record: open, field: 'title', value: 'For all here' }], 'everyone');
kept.commit([{ table: 'notes', record: own, field: 'line', value: 'For me alone' }], kept.onlyMe);
kept.text('asks', open, 'body', 'everyone').text.insert(0, 'A longer text');
// A page that offers to write something opens its text, though nobody ever does.
kept.text('asks', open, 'note', 'everyone').close();
await kept.settled();
const made = await kept.createRecoveryKit('en', SIX);
if ('type' in made) throw new Error(made.type);
const kit = made.words.join(' ');
const passphrase = 'five words of no song at all';
const byKit = bytesOf(await kept.backup({ kit: true }, SIX));
const byPassphrase = bytesOf(await kept.backup({ passphrase }, SIX));

function bytesOf(outcome: Uint8Array | { readonly type: string }): Uint8Array<ArrayBuffer> {
  if (!(outcome instanceof Uint8Array)) throw new Error(outcome.type);
  return Uint8Array.from(outcome);
}

const elsewhere = () => vaultHere({ ...createTestContext(9), storage: createMemoryStorage() });

test('a backup is verified without keeping anything, and says what is in it', async () => {
  const facts = { type: 'BackupIsWhole', records: 2, texts: 1, older: false, madeAt: here.now() };
  expect(await elsewhere().verifyBackup(byKit, { kit })).toMatchObject(facts);
  expect(await elsewhere().verifyBackup(byPassphrase, { passphrase })).toMatchObject(facts);
});

test('by its passphrase a backup is read into a new workspace, each record with its audience', async () => {
  const storage = createMemoryStorage();
  const vault = vaultHere({ ...createTestContext(9), storage });
  const restored = opened(
    await vault.restoreFromBackup({
      bytes: byPassphrase,
      opener: { passphrase },
      words: OTHER_SIX,
    }),
  );
  expect(restored.me).not.toBe(kept.me);
  expect(restored.tables.get('asks', open)).toMatchObject({ title: 'For all here' });
  expect(restored.tables.audienceOf('notes', own)).toEqual(restored.onlyMe);
  expect(restored.text('asks', open, 'body', 'everyone').toString()).toBe('A longer text');
});

test('by the kit the same workspace goes on, as the recovery device', async () => {
  const storage = createMemoryStorage();
  const context = { ...createTestContext(9), storage };
  const restored = opened(
    await vaultHere(context).restoreFromBackup({ bytes: byKit, opener: { kit }, words: OTHER_SIX }),
  );
  expect(restored.me).toBe(kept.me);
  expect(restored.tables.get('notes', own)).toMatchObject({ line: 'For me alone' });
  restored.commit([{ table: 'asks', record: open, field: 'more', value: 1 }], 'everyone');
  expect(await restored.settled()).toEqual({ type: 'SavedHere' });
  await restored.lock();
  const again = opened(await vaultHere(context).unlock({ words: OTHER_SIX }));
  expect(again.tables.get('asks', open)).toMatchObject({ title: 'For all here', more: 1 });

  const twice = await vaultHere(context).restoreFromBackup({
    bytes: byKit,
    opener: { kit },
    words: OTHER_SIX,
  });
  expect(twice).toEqual({ type: 'AlreadyHere' });
});

test('F05: an older backup is shown as older where the workspace is open', async () => {
  kept.commit([{ table: 'asks', record: open, field: 'later', value: true }], 'everyone');
  await kept.settled();
  // The check runs where the workspace is open: in its own vault.
  const vault = vaultHere(here);
  opened(await vault.join(kept.place));
  expect(await vault.verifyBackup(byKit, { kit })).toMatchObject({ older: true });
});

test('F02: a backup that asks for less work than ours is refused before its passphrase is tried', async () => {
  const header = new TextDecoder('latin1').decode(byPassphrase.subarray(0, 200));
  const at = header.search(/18\n/);
  expect(at).toBeGreaterThan(0);
  for (const work of ['17', '10', '01']) {
    const weaker = byPassphrase.slice();
    weaker.set(new TextEncoder().encode(work), at);
    const outcome = await elsewhere().verifyBackup(weaker, { passphrase });
    expect(outcome).toEqual({ type: 'BackupWeakened' });
  }
});

test('F05: cut anywhere, changed anywhere, or for somebody else, a backup is refused with its reason', async () => {
  const vault = elsewhere();
  for (const length of [0, 1, 21, 22, 100, 1000, byKit.length - 1]) {
    const cut = await vault.verifyBackup(byKit.slice(0, length), { kit });
    expect(cut).toEqual({ type: length === 0 ? 'NotABackup' : 'BackupTruncated' });
  }
  for (let at = 30; at < byKit.length; at += Math.ceil(byKit.length / 120)) {
    const changed = byKit.slice();
    changed[at] = (changed[at] as number) ^ 1;
    const outcome = await vault.verifyBackup(changed, { kit });
    expect(['BackupAltered', 'OtherRecipient']).toContain((outcome as { type: string }).type);
  }
  const noise = here.random(2048);
  expect(await vault.verifyBackup(noise, { kit })).toEqual({ type: 'NotABackup' });
  expect(await vault.verifyBackup(byPassphrase, { passphrase: 'another' })).toEqual({
    type: 'OtherRecipient',
  });
  const other = `${'abandon '.repeat(11)}about`;
  expect(await vault.verifyBackup(byKit, { kit: other })).toEqual({ type: 'OtherRecipient' });
  expect(await vault.verifyBackup(byKit, { kit: 'abandon' })).toMatchObject({
    type: 'WordsMissing',
  });
});

const stock = ['/usr/bin/age', '/usr/local/bin/age'].find(existsSync);

test.skipIf(!stock)(
  'the stock age program opens a backup with the kit’s key (skipped where age is not installed)',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'alongside-age-'));
    try {
      const seed = wordsToKit(kit);
      if ('type' in seed) throw new Error(seed.type);
      await writeFile(join(folder, 'key'), `${identityOfKit(seed)}\n`, { mode: 0o600 });
      await writeFile(join(folder, 'backup.age'), byKit);
      const opened = spawnSync(stock as string, [
        '-d',
        '-i',
        join(folder, 'key'),
        join(folder, 'backup.age'),
      ]);
      expect(opened.stderr.toString()).toBe('');
      expect(opened.stdout.includes('alongside backup')).toBe(true);
    } finally {
      await rm(folder, { recursive: true });
    }
  },
);
