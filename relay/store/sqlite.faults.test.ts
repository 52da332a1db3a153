/** What the SQLite store does when the disk fails it: rot, torn logs, copies, full disks, failed commits. */
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, test } from 'vitest';
import { withSmallDisk } from './small-disk.ts';
import { databaseName, isCannotOpen, openSqliteStore } from './sqlite.ts';
import type { Store, Swap } from './store.ts';

const nightly = process.env.NIGHTLY === '1';
const folders: string[] = [];
const stores: Store[] = [];
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-faults-'));
  folders.push(folder);
  return folder;
}

/** Opens a store; undefined where it refuses. */
function open(folder: string, database?: (path: string) => DatabaseSync): Store | undefined {
  const surroundings = {
    now: () => 0,
    onFatal: (reason: string) => {
      throw new Error(reason);
    },
  };
  const opened = openSqliteStore(folder, surroundings, database);
  if (isCannotOpen(opened)) return undefined;
  stores.push(opened);
  return opened;
}

const key = (number: number) => new Uint8Array(32).fill(number);
const access = { read: key(1), append: key(2), manage: key(3) };

async function create(store: Store, id: string): Promise<void> {
  const stream = { id, contentType: 'application/json', closed: false, expiresAt: null, ttl: null };
  await store.create({ ...stream, blocks: [], access }, { by: 'nobody' });
}

/** What a block of a stream has in it: nothing else may ever be read at its place. */
const block = (id: string, at: number) => Buffer.from(`${id} ${at} ${'x'.repeat((at * 37) % 900)}`);

async function append(store: Store, id: string, at: number): Promise<void> {
  const appended = await store.append(id, { blocks: [block(id, at)], generation: 0 });
  expect(appended).toMatchObject({ type: 'Appended', state: { tail: at + 1 } });
}

/** Reads a stream as far as it can be read and expects every block to be what was written there. */
async function expectOnlyWhatWasWritten(store: Store, id: string): Promise<number> {
  const state = await store.find(id);
  if ('type' in state) return 0;
  let whole = 0;
  for (let from = state.start; from < state.tail; ) {
    const read = await store.read(id, { from, maxBytes: 10_000, generation: state.generation });
    if (read.type !== 'Read') {
      from += 1;
      continue;
    }
    read.blocks.forEach((bytes, at) => {
      expect(Buffer.from(bytes).toString()).toBe(block(id, from + at).toString());
    });
    whole += read.blocks.length;
    from = read.end;
  }
  return whole;
}

describe('R08: bits that rot in the file', () => {
  test('never become bytes that are given out, wherever they are', {
    timeout: nightly ? 600_000 : 60_000,
  }, async () => {
    const folder = newFolder();
    const store = open(folder) as Store;
    for (const id of ['a', 'b', 'c']) await create(store, id);
    for (let at = 0; at < 60; at++) for (const id of ['a', 'b', 'c']) await append(store, id, at);
    await store.close();
    const good = readFileSync(join(folder, databaseName));
    let touched = 0;
    const rounds = nightly ? 1000 : 60;
    for (let round = 0; round < rounds; round++) {
      const bad = Buffer.from(good);
      const bit = Math.floor((round + 0.5) * (good.length / rounds)) * 8 + (round % 8);
      bad[bit >> 3] = (bad[bit >> 3] as number) ^ (1 << (bit & 7));
      const other = newFolder();
      writeFileSync(join(other, databaseName), bad);
      const rotten = open(other);
      let whole = 0;
      if (rotten)
        for (const id of ['a', 'b', 'c']) whole += await expectOnlyWhatWasWritten(rotten, id);
      if (whole < 180) touched += 1;
      await rotten?.close();
      rmSync(folders.pop() as string, { recursive: true });
    }
    expect(touched).toBeGreaterThan(rounds / 10);
  });

  test('in one stream leave the others to be written to', async () => {
    const folder = newFolder();
    const store = open(folder) as Store;
    for (const id of ['a', 'b']) await create(store, id);
    await store.close();
    const database = new DatabaseSync(join(folder, databaseName));
    database.exec("UPDATE streams SET generation = 7 WHERE id = 'a'");
    database.close();
    const again = open(folder) as Store;
    expect(await again.find('a')).toEqual({ type: 'Damaged' });
    const both = await Promise.all([
      again.append('a', { blocks: [block('a', 0)], generation: 7 }),
      again.append('b', { blocks: [block('b', 0)], generation: 0 }),
    ]);
    expect(both).toMatchObject([{ type: 'Damaged' }, { type: 'Appended' }]);
  });
});

describe('R01: the process ends at any moment', () => {
  test('a copy of its files after an answer holds all that was answered', async () => {
    const folder = newFolder();
    const store = open(folder) as Store;
    await create(store, 'a');
    for (let at = 0; at < 120; at++) {
      await append(store, 'a', at);
      if (at % 6 > 0) continue;
      const copy = newFolder();
      copyLog(folder, copy);
      const again = open(copy) as Store;
      expect(await expectOnlyWhatWasWritten(again, 'a')).toBe(at + 1);
    }
  });

  test('a log that ends at any byte of an append holds all before it, and the append whole or not at all', async () => {
    const folder = newFolder();
    const store = open(folder) as Store;
    await create(store, 'a');
    for (let at = 0; at < 5; at++) await append(store, 'a', at);
    const before = statSync(join(folder, `${databaseName}-wal`)).size;
    const swap: Swap = {
      op: 'swap',
      counter: 1,
      tail: 5,
      read: key(11),
      append: key(12),
      manage: null,
    };
    await store.append('a', { blocks: [block('a', 5), block('a', 6)], generation: 0, swap });
    const after = statSync(join(folder, `${databaseName}-wal`)).size;
    const log = readFileSync(join(folder, `${databaseName}-wal`));
    expect(after).toBeGreaterThan(before);
    const ends = { before: 0, whole: 0 };
    for (let cut = before; cut <= after; cut += nightly ? 8 : 509) {
      const copy = newFolder();
      copyFileSync(join(folder, databaseName), join(copy, databaseName));
      writeFileSync(join(copy, `${databaseName}-wal`), log.subarray(0, cut));
      const again = open(copy) as Store;
      const state = await again.find('a');
      const whole = await expectOnlyWhatWasWritten(again, 'a');
      if (whole === 5) {
        expect(state).toMatchObject({ tail: 5, generation: 0, counter: 0 });
        ends.before += 1;
      } else {
        expect([whole, state]).toMatchObject([7, { tail: 7, generation: 1, counter: 1 }]);
        ends.whole += 1;
      }
      await again.close();
    }
    const last = newFolder();
    copyLog(folder, last);
    expect(await expectOnlyWhatWasWritten(open(last) as Store, 'a')).toBe(7);
    expect(ends.before).toBeGreaterThan(1);
  });
});

function copyLog(from: string, to: string): void {
  for (const name of readdirSync(from)) {
    if (name.startsWith(databaseName) && !name.endsWith('-shm')) {
      copyFileSync(join(from, name), join(to, name));
    }
  }
}

describe('R05: a commit that fails', () => {
  const failing = (errcode: number) => {
    const disk = { fails: false };
    const openFailing = (path: string) => {
      const database = new DatabaseSync(path);
      const prepare = database.prepare.bind(database);
      database.prepare = (sql: string) => {
        const statement = prepare(sql);
        if (sql !== 'COMMIT') return statement;
        const run = statement.run.bind(statement);
        statement.run = () => {
          if (!disk.fails) return run();
          throw Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode });
        };
        return statement;
      };
      return database;
    };
    return { disk, openFailing };
  };

  test.each([
    ['of which nobody knows whether it was written', 1034],
    ['for whatever reason of the disk', 778],
  ])('%s is fatal, and nothing is acknowledged after it', async (_, errcode) => {
    const folder = newFolder();
    const { disk, openFailing } = failing(errcode);
    const fatal: string[] = [];
    const store = openSqliteStore(
      folder,
      { now: () => 0, onFatal: (why) => fatal.push(why) },
      openFailing,
    );
    if (isCannotOpen(store)) throw new Error(store.type);
    stores.push(store);
    await create(store, 'a');
    await append(store, 'a', 0);
    disk.fails = true;
    const lost = await store.append('a', { blocks: [block('a', 1)], generation: 0 });
    expect(lost).toEqual({ type: 'StoreAway' });
    expect(fatal).toEqual([`a commit failed: SQLite ${errcode}`]);
    disk.fails = false;
    const late = await store.append('a', { blocks: [block('a', 1)], generation: 0 });
    expect(late).toEqual({ type: 'StoreAway' });
    expect(await store.ready()).toBe(false);
    expect(fatal).toHaveLength(1);
    await store.close();
    expect(await expectOnlyWhatWasWritten(open(folder) as Store, 'a')).toBe(1);
  });

  test('for a full disk is undone, and the next one is done', async () => {
    const folder = newFolder();
    const { disk, openFailing } = failing(13);
    const store = open(folder, openFailing) as Store;
    await create(store, 'a');
    await append(store, 'a', 0);
    disk.fails = true;
    const refused = await Promise.all(
      [1, 2, 3].map((at) => store.append('a', { blocks: [block('a', at)], generation: 0 })),
    );
    expect(refused).toEqual([{ type: 'DiskFull' }, { type: 'DiskFull' }, { type: 'DiskFull' }]);
    expect(await store.find('a')).toMatchObject({ tail: 1 });
    disk.fails = false;
    await append(store, 'a', 1);
    await store.close();
    expect(await expectOnlyWhatWasWritten(open(folder) as Store, 'a')).toBe(2);
  });
});

describe('R06: a disk that is full', () => {
  test('refuses appends, goes on reading, and takes them again when there is room', {
    timeout: 60_000,
  }, async ({ skip }) => {
    const ran = await withSmallDisk(8, async (folder) => {
      const store = open(folder) as Store;
      await create(store, 'a');
      const filler = join(folder, 'filler');
      writeFileSync(filler, Buffer.alloc(2 * 1024 * 1024));
      let tail = 0;
      const large = Buffer.alloc(60_000, 'x');
      const appendLarge = () => store.append('a', { blocks: [large], generation: 0 });
      for (let refused = 0; refused < 5; ) {
        const answer = await appendLarge();
        if (answer.type === 'Appended') tail = answer.state.tail;
        else {
          expect(answer).toEqual({ type: 'DiskFull' });
          refused += 1;
        }
        expect(tail).toBeLessThan(200);
      }
      expect(tail).toBeGreaterThan(5);
      const read = await store.read('a', { from: 0, maxBytes: 1e9, generation: 0 });
      expect(read).toMatchObject({ type: 'Read', end: tail });
      rmSync(filler);
      expect(await appendLarge()).toMatchObject({ type: 'Appended', state: { tail: tail + 1 } });
      await store.close();
      const again = open(folder) as Store;
      expect(await again.find('a')).toMatchObject({ tail: tail + 1 });
      await again.close();
      const database = new DatabaseSync(join(folder, databaseName));
      expect(database.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
      database.close();
    });
    if (!ran) skip('a small file system can only be mounted by root');
  });
});

describe('opening', () => {
  const surroundings = { now: () => 0, onFatal: () => {} };

  test('a folder that another store has is refused, until that one ends', async () => {
    const folder = newFolder();
    const first = open(folder) as Store;
    expect(openSqliteStore(folder, surroundings)).toEqual({ type: 'DataInUse' });
    await first.close();
    expect(open(folder)).toBeDefined();
  });

  test('what a newer relay wrote is refused and left as it is', async () => {
    const folder = newFolder();
    await (open(folder) as Store).close();
    const database = new DatabaseSync(join(folder, databaseName));
    database.exec('PRAGMA user_version = 2');
    database.close();
    const before = readFileSync(join(folder, databaseName));
    expect(openSqliteStore(folder, surroundings)).toEqual({ type: 'NewerData' });
    expect(readFileSync(join(folder, databaseName))).toEqual(before);
  });

  test('what is no database is refused and left as it is', () => {
    const folder = newFolder();
    writeFileSync(join(folder, databaseName), 'no database of ours'.repeat(300));
    const before = readFileSync(join(folder, databaseName));
    expect(openSqliteStore(folder, surroundings)).toEqual({ type: 'DataUnreadable' });
    expect(readFileSync(join(folder, databaseName))).toEqual(before);
  });

  test('a folder that is not there is refused', () => {
    expect(openSqliteStore(join(newFolder(), 'none'), surroundings)).toEqual({
      type: 'DataUnreadable',
    });
  });
});
