import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Contact } from '../data.ts';
import { bytesToFolder, folderToBytes } from './folder.ts';
import { answerOf, changesOf } from './records.ts';

const folders: string[] = [];
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-bench-test-'));
  folders.push(folder);
  return folder;
};
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

test('there are as many changes as are asked for, alike each time, and 200 that came later', () => {
  const changes = changesOf(4_000);
  expect(changes.first).toHaveLength(4_000);
  expect(new Set(changes.first.map(({ id }) => id)).size).toBe(500);
  expect(changes.later).toHaveLength(200);
  expect(changesOf(4_000)).toEqual(changes);
});

test('an answer without the later changes is another one', () => {
  const { first, later } = changesOf(4_000);
  const folded = (changes: typeof first) => {
    const records = new Map<string, Record<string, unknown>>();
    for (const { id, field, value } of changes) {
      records.set(id, { ...(records.get(id) ?? { id }), [field]: value });
    }
    return answerOf([...records.values()] as unknown as Contact[]);
  };
  expect(folded([...first, ...later])).not.toBe(folded(first));
  expect(folded([...first, ...later.slice(1)])).not.toBe(folded([...first, ...later]));
});

test('a folder as bytes is the same folder again', () => {
  const [from, to] = [newFolder(), newFolder()];
  mkdirSync(join(from, 'inside', 'deep'), { recursive: true });
  writeFileSync(join(from, 'inside', 'deep', 'a'), Uint8Array.of(1, 2, 3));
  writeFileSync(join(from, 'empty'), '');
  bytesToFolder(folderToBytes(from), to);
  expect([...readFileSync(join(to, 'inside', 'deep', 'a'))]).toEqual([1, 2, 3]);
  expect(readFileSync(join(to, 'empty'))).toHaveLength(0);
});
