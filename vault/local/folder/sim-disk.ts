/**
 * A disk for tests: it remembers what was synced and what was not, loses power when told (keeping
 * any subset of the unsynced 512-byte sectors), and fails its n-th operation. Never used outside tests.
 */
import { type Disk, type DiskFile, DiskFull } from './disk.ts';

const SECTOR = 512;

interface SimFile {
  now: Uint8Array;
  synced: Uint8Array;
}

export interface SimDisk extends Disk {
  /** How many operations were asked for so far; `failAt` counts the same way, from 1. */
  operations(): number;
  /** Makes that operation fail: `crash` and all after it, `io` with an error, `full` for want of room. */
  failAt(operation: number, how: 'crash' | 'io' | 'full'): void;
  /** What stands on the disk after the power went: unsynced sectors survive where `survives` says so. */
  afterPowerLoss(survives: () => boolean): SimDisk;
  /** What stands there when only the process died. */
  afterKill(): SimDisk;
  /** The bytes of a file as they stand, to damage or to look at. */
  bytesOf(name: string): Uint8Array;
}

export class Crash extends Error {}

export function createSimDisk(
  files = new Map<string, SimFile>(),
  syncedNames = new Map<string, SimFile>(files),
): SimDisk {
  let count = 0;
  let trap: { at: number; how: 'crash' | 'io' | 'full' } | undefined;

  /** Counts the operation; `partly` does some of it before a crash. */
  function step(partly?: () => void) {
    count++;
    if (!trap || count < trap.at) return;
    if (trap.how === 'crash') {
      if (count === trap.at) partly?.();
      throw new Crash();
    }
    if (count === trap.at) throw trap.how === 'full' ? new DiskFull() : new Error('EIO');
  }

  function handle(file: SimFile): DiskFile {
    return {
      async size() {
        return file.now.length;
      },
      async read(at, length) {
        return file.now.slice(at, at + length);
      },
      async write(at, bytes) {
        const put = (part: Uint8Array) => {
          const grown = new Uint8Array(Math.max(file.now.length, at + part.length));
          grown.set(file.now);
          grown.set(part, at);
          file.now = grown;
        };
        step(() => put(bytes.subarray(0, bytes.length >> 1)));
        put(bytes);
      },
      async truncate(size) {
        step();
        file.now = file.now.slice(0, size);
      },
      async sync() {
        step();
        file.synced = file.now.slice();
      },
      async close() {},
    };
  }

  return {
    operations: () => count,
    failAt: (at, how) => {
      trap = { at, how };
    },
    bytesOf: (name) => files.get(name)?.now ?? new Uint8Array(0),
    afterKill: () => {
      const left = new Map<string, SimFile>();
      for (const [name, file] of files) left.set(name, { now: file.now, synced: file.synced });
      return createSimDisk(left);
    },
    afterPowerLoss: (survives) => {
      const left = new Map<string, SimFile>();
      const names = survives() ? files : syncedNames;
      for (const [name, file] of names) {
        const now = sectorsLeft(file, survives);
        left.set(name, { now, synced: now });
      }
      return createSimDisk(left);
    },
    async names() {
      return [...files.keys()];
    },
    async open(name) {
      step();
      let file = files.get(name);
      if (!file) {
        file = { now: new Uint8Array(0), synced: new Uint8Array(0) };
        files.set(name, file);
      }
      return handle(file);
    },
    async rename(from, to) {
      step();
      const file = files.get(from);
      if (!file) throw new Error('ENOENT');
      files.delete(from);
      files.set(to, file);
    },
    async remove(name) {
      step();
      files.delete(name);
    },
    async syncNames() {
      step();
      syncedNames.clear();
      for (const [name, file] of files) syncedNames.set(name, file);
    },
  };
}

function sectorsLeft(file: SimFile, survives: () => boolean): Uint8Array {
  const length = survives() ? file.now.length : file.synced.length;
  const left = new Uint8Array(length);
  for (let at = 0; at < length; at += SECTOR) {
    const from = survives() ? file.now : file.synced;
    left.set(from.subarray(at, Math.min(at + SECTOR, length)), at);
  }
  return left;
}
