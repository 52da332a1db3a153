/** Feature 50: the page *What could be taken?* names every column that the server's store really has. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { serverColumns } from '@alongside/practice';
import { isCannotOpen, openSqliteStore } from '@alongside/relay';
import { expect, it } from 'vitest';

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
