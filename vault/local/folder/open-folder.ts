/**
 * Opens a folder of the file system as a storage, for one process at a time: a file named `in-use`
 * holds the number of the process. One that died leaves its file, and the next takes over.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Storage } from '../storage.ts';
import { openFolder } from './folder-storage.ts';
import { openNodeDisk } from './node-disk.ts';

const IN_USE = 'in-use';

export async function openFolderStorage(
  path: string,
): Promise<Storage | { readonly type: 'StorageInUse' } | { readonly type: 'StorageLost' }> {
  try {
    await mkdir(path, { recursive: true, mode: 0o700 });
    if (!(await take(join(path, IN_USE)))) return { type: 'StorageInUse' };
  } catch {
    return { type: 'StorageLost' };
  }
  const letGo = () => rm(join(path, IN_USE), { force: true });
  try {
    const storage = await openFolder(await openNodeDisk(path));
    return {
      ...storage,
      async close() {
        await storage.close();
        await letGo();
      },
    };
  } catch {
    await letGo();
    return { type: 'StorageLost' };
  }
}

/** Two tries: the second after clearing away what a dead process has left. */
async function take(file: string): Promise<boolean> {
  for (let tries = 0; tries < 2; tries++) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx', mode: 0o600 });
      return true;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    if (isAlive(Number(await readFile(file, 'utf8').catch(() => '0')))) return false;
    await rm(file, { force: true });
  }
  return false;
}

function isAlive(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
