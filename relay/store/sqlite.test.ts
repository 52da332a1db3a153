import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { databaseName, isCannotOpen, openSqliteStore } from './sqlite.ts';
import { keepsTheStoreContract } from './store.contract.ts';
import type { Store } from './store.ts';

keepsTheStoreContract('SQLite', async (clock) => {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-store-'));
  let store = open();
  return {
    store,
    async reopen() {
      await store.close();
      store = open();
      return store;
    },
    async damage(id, block) {
      await store.close();
      const database = new DatabaseSync(join(folder, databaseName));
      const { no } = database.prepare('SELECT no FROM streams WHERE id = ?').get(id) ?? {};
      const at = (BigInt(Number(no)) << 32n) | BigInt(block);
      const { bytes } = database.prepare('SELECT bytes FROM blocks WHERE at = ?').get(at) ?? {};
      const other = Uint8Array.from(bytes as Uint8Array);
      other[0] = (other[0] as number) ^ 4;
      database.prepare('UPDATE blocks SET bytes = ? WHERE at = ?').run(other, at);
      database.close();
      store = open();
      return store;
    },
    async end() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };

  function open(): Store {
    const opened = openSqliteStore(folder, {
      now: () => clock.now,
      onFatal: (reason) => {
        throw new Error(reason);
      },
    });
    if (isCannotOpen(opened)) throw new Error(opened.type);
    return opened;
  }
});
