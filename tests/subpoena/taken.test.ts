/** Feature 50: the page *What could be taken?* names every column that the server's store really has, and every count. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { serverColumns, serverCounts } from '@alongside/practice';
import { isCannotOpen, openSqliteStore } from '@alongside/relay';
import { expect, it } from 'vitest';
import { startRelay } from '../together/real-relay.ts';

it('names every column of the server’s store, and none that is not there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-taken-'));
  const store = openSqliteStore(folder, { now: Date.now, onFatal: (why) => expect.fail(why) });
  if (isCannotOpen(store)) throw new Error(store.type);
  await store.close();
  const columns: string[] = [];
  for (const file of readdirSync(folder)) {
    if (/-(wal|shm)$|lock/.test(file)) continue;
    const database = new DatabaseSync(join(folder, file), { readOnly: true });
    const tables = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .all();
    for (const { name } of tables) {
      const rows = database.prepare(`SELECT name FROM pragma_table_info('${name}')`).all();
      for (const column of rows) columns.push(`${name}.${column.name}`);
    }
    database.close();
  }
  rmSync(folder, { recursive: true, force: true });
  expect(columns.sort()).toEqual(Object.keys(serverColumns).sort());
});

it('names everything that the server counts of itself, and nothing that it does not', async () => {
  const relay = await startRelay();
  const metrics = await (await fetch(`${relay.server}/metrics`)).text();
  await relay.stop();
  const counted = [...metrics.matchAll(/^# TYPE (\S+) /gm)].map(([, name]) => name);
  expect(counted.toSorted()).toEqual(Object.keys(serverCounts).toSorted());
  const said = metrics.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  // A name and a number each: no label that could tell one from another.
  for (const line of said) expect(line).toMatch(/^\w+ \d+$/);
});
