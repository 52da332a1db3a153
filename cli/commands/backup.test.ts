import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepWorkspace } from '@alongside/vault/kept';
import { createMemoryStorage } from '@alongside/vault/memory-storage';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backup } from './backup.ts';

const folder = mkdtempSync(join(tmpdir(), 'alongside-backup-'));
const passphrase = 'a lantern for every door tonight';
let bytes: Uint8Array;

beforeAll(async () => {
  const words = 'abandon ability able about above absent';
  const kept = await keepWorkspace({
    storage: createMemoryStorage(),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    now: () => Date.UTC(2026, 10, 23, 12),
    words,
  });
  if ('type' in kept) throw new Error(kept.type);
  kept.commit(
    [{ table: 'asks', record: kept.newId(), field: 'what', value: 'A hall' }],
    'everyone',
  );
  await kept.settled();
  const made = await kept.backup({ passphrase }, words);
  if (!(made instanceof Uint8Array)) throw new Error(made.type);
  bytes = made;
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command on a file of these bytes, with what the person types. */
async function verify(content: Uint8Array | undefined, typed: string) {
  const file = join(folder, 'backup.age');
  rmSync(file, { force: true });
  if (content) writeFileSync(file, content);
  const out: string[] = [];
  const err: string[] = [];
  const io = {
    stdout: (text: string) => void out.push(text),
    stderr: (text: string) => void err.push(text),
  };
  const code = await backup(['verify', file], io, async () => typed);
  return { code, stdout: out.join(''), stderr: err.join('') };
}

test('alongside backup verify says what a whole backup holds', async () => {
  const { code, stdout } = await verify(bytes, passphrase);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /The backup is whole\. It was made on November 23, 2026 .* 1 record and 0 texts/,
  );
});

test.each([
  ['words that do not open it', () => bytes, 'another phrase', 'do not open this backup'],
  ['its end missing', () => bytes.slice(0, -40), passphrase, 'end of this backup is missing'],
  ['one byte changed', () => changed(bytes), passphrase, 'was changed after it was made'],
  ['something else', () => new TextEncoder().encode('Hello'), passphrase, 'not a backup'],
  ['nothing in it', () => new Uint8Array(), passphrase, 'The file is empty'],
  ['no file', () => undefined, passphrase, 'There is no such file'],
  ['twelve words of no kit', () => bytes, 'zoo '.repeat(12), 'misread'],
])('alongside backup verify gives a sentence and 1 for %s', async (_, content, typed, sentence) => {
  const { code, stdout, stderr } = await verify(content(), typed);
  expect(stderr).toContain(sentence);
  expect(stdout).toBe('');
  expect(code).toBe(1);
});

function changed(whole: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(whole);
  const middle = Math.floor(copy.length * 0.7);
  copy[middle] = (copy[middle] ?? 0) ^ 1;
  return copy;
}

test('input that ends before any words ends in a sentence, not in a crash', () => {
  const file = join(folder, 'unasked.age');
  writeFileSync(file, bytes);
  const main = join(import.meta.dirname, '..', 'main.ts');
  const { status, stderr } = spawnSync(process.execPath, [main, 'backup', 'verify', file], {
    input: '',
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toContain('These words do not open this backup.');
});
