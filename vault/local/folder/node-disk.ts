/** A folder of the file system as a `Disk`. Files are made readable for their owner only. */
import { type FileHandle, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Disk, type DiskFile, DiskFull } from './disk.ts';

export async function openNodeDisk(folder: string): Promise<Disk> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return {
    names: () => readdir(folder),
    async open(name) {
      return nodeFile(await openOrMake(join(folder, name)));
    },
    rename: (from, to) => rename(join(folder, from), join(folder, to)),
    remove: (name) => rm(join(folder, name), { force: true }),
    async syncNames() {
      // Windows cannot sync a folder; NTFS journals names by itself.
      if (process.platform === 'win32') return;
      const handle = await open(folder, 'r');
      try {
        await handle.sync();
      } finally {
        await handle.close();
      }
    },
  };
}

async function openOrMake(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r+');
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
    return await open(path, 'wx+', 0o600);
  }
}

function nodeFile(handle: FileHandle): DiskFile {
  return {
    async size() {
      return (await handle.stat()).size;
    },
    async read(at, length) {
      const bytes = new Uint8Array(length);
      let have = 0;
      while (have < length) {
        const { bytesRead } = await handle.read(bytes, have, length - have, at + have);
        if (bytesRead === 0) break;
        have += bytesRead;
      }
      return bytes.subarray(0, have);
    },
    async write(at, bytes) {
      let done = 0;
      try {
        while (done < bytes.length) {
          const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done);
          done += bytesWritten;
        }
      } catch (error) {
        throw ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(codeOf(error)) ? new DiskFull() : error;
      }
    },
    truncate: (size) => handle.truncate(size),
    sync: () => handle.datasync(),
    close: () => handle.close(),
  };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
