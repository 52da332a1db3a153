import { afterAll, beforeAll } from 'vitest';
import { type Cluster, startCluster } from './postgres/cluster.ts';
import { tablesAsSql } from './postgres/schema.ts';
import { openPostgresStore } from './postgres.ts';
import { keepsTheStoreContract } from './store.contract.ts';
import type { Store } from './store.ts';

let cluster: Cluster;
let url: string;
// Divided into parts; the other tests have them whole.
beforeAll(async () => {
  cluster = await startCluster();
  url = await cluster.database();
  await cluster.sql(url, tablesAsSql({ parts: 3 }));
});
afterAll(() => cluster.end());

keepsTheStoreContract('PostgreSQL', async (clock) => {
  let store = await open();
  return {
    store,
    async reopen() {
      await store.close();
      store = await open();
      return store;
    },
    async damage(id, block) {
      await store.close();
      await cluster.sql(
        url,
        `UPDATE alongside.blocks SET bytes = set_byte(bytes, 0, get_byte(bytes, 0) # 4)
         WHERE stream = $1 AND at = $2`,
        [id, block],
      );
      store = await open();
      return store;
    },
    async end() {
      await store.close();
      const tables = ['streams', 'blocks', 'formers', 'vouchers', 'discarded'];
      await cluster.sql(url, tables.map((name) => `DELETE FROM alongside.${name};`).join('\n'));
    },
  };

  async function open(): Promise<Store> {
    const opened = await openPostgresStore(url, { now: () => clock.now });
    if ('type' in opened) throw new Error(opened.type);
    return opened;
  }
});
