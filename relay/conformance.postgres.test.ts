import { afterAll, beforeAll } from 'vitest';
import { conformsOn } from './conformance-suite.ts';
import { type Cluster, startCluster } from './store/postgres/cluster.ts';

let cluster: Cluster;
let database: string;
beforeAll(async () => {
  cluster = await startCluster();
  database = await cluster.database();
});
// Hooks after all run in the order opposite to this one: the relay ends before its database.
afterAll(() => cluster.end());

conformsOn('PostgreSQL', () => database);
