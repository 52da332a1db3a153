import { mkdir, mkdtemp, readdir, rm, rmdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openFolderStorage } from './open-folder.ts';

const root = await mkdtemp(join(tmpdir(), 'alongside-open-'));
afterAll(() => rm(root, { recursive: true }));

test('a folder is open for one at a time, and free again when it is closed', async () => {
  const path = join(root, 'one');
  const first = await openFolderStorage(path);
  if ('type' in first) throw new Error(first.type);
  expect(await openFolderStorage(path)).toEqual({ type: 'StorageInUse' });
  await first.close();
  const again = await openFolderStorage(path);
  if ('type' in again) throw new Error(again.type);
  expect(await again.keys('')).toEqual([]);
  await again.close();
});

test('what a process that died has left is taken over', async () => {
  const path = join(root, 'two');
  const first = await openFolderStorage(path);
  if ('type' in first) throw new Error(first.type);
  await first.close();
  await writeFile(join(path, 'in-use'), '2147483646');
  expect(await openFolderStorage(path)).not.toHaveProperty('type');
});

test('a path where no folder can be is refused', async () => {
  await writeFile(join(root, 'file'), '');
  expect(await openFolderStorage(join(root, 'file'))).toEqual({ type: 'StorageLost' });
});

test('a folder that could not be opened is free for the next who tries', async () => {
  const path = join(root, 'three');
  await mkdir(join(path, 'journal'), { recursive: true });
  expect(await openFolderStorage(path)).toEqual({ type: 'StorageLost' });
  expect(await readdir(path)).toEqual(['journal']);
  await rmdir(join(path, 'journal'));
  const again = await openFolderStorage(path);
  if ('type' in again) throw new Error(again.type);
  await again.close();
});
