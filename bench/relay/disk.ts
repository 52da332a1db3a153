/**
 * Floors without a server: what this machine's disk and SQLite allow, one append after the other, or 32 at
 * a time that share one wait for the disk.
 */
import {
  closeSync,
  fdatasyncSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Contender } from '../subject.ts';
import { lossOf, messageOf } from './messages.ts';

const milliseconds = 1_000;

interface Disk {
  /** Gives back when all of them are on disk. */
  append(messages: readonly string[]): void;
  all(): readonly string[];
  close(): void;
}

export const file = () => contenderOn(openFile);
export const sqlite = () => contenderOn(openDatabase);

function openFile(folder: string): Disk {
  const path = join(folder, 'log');
  const opened = openSync(path, 'a');
  return {
    append(messages) {
      writeSync(opened, `${messages.join('\n')}\n`);
      fdatasyncSync(opened);
    },
    all: () => readFileSync(path, 'latin1').trimEnd().split('\n'),
    close: () => closeSync(opened),
  };
}

function openDatabase(folder: string): Disk {
  const database = new DatabaseSync(join(folder, 'log.db'));
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    CREATE TABLE log (at INTEGER PRIMARY KEY, message TEXT NOT NULL) STRICT;
  `);
  const [begin, insert, commit, all] = [
    'BEGIN IMMEDIATE',
    'INSERT INTO log (message) VALUES (?)',
    'COMMIT',
    'SELECT message FROM log ORDER BY at',
  ].map((text) => database.prepare(text));
  return {
    append(messages) {
      begin?.run();
      for (const message of messages) insert?.run(message);
      commit?.run();
    },
    all: () => all?.all().map(({ message }) => String(message)) ?? [],
    close: () => database.close(),
  };
}

function contenderOn(open: (folder: string) => Disk): Contender {
  return {
    prepare: async () => new Uint8Array(),
    async measure(_, bytes) {
      const folder = mkdtempSync(join(tmpdir(), 'alongside-bench-disk-'));
      const disk = open(folder);
      const appended: string[] = [];
      const perSecond = (together: number) => {
        const begin = performance.now();
        const before = appended.length;
        while (performance.now() - begin < milliseconds) {
          const messages = Array.from({ length: together }, (_, at) =>
            messageOf(appended.length + at, bytes),
          );
          disk.append(messages);
          appended.push(...messages);
        }
        return (appended.length - before) / ((performance.now() - begin) / 1000);
      };
      const ms = { 'by 1 /s': perSecond(1), 'by 32 /s': perSecond(32) };
      const { missing, repeated } = lossOf(appended, disk.all());
      disk.close();
      rmSync(folder, { recursive: true });
      const facts = { ack: 'on disk', check: `missing ${missing}, repeated ${repeated}` };
      return { ms, facts };
    },
  };
}
