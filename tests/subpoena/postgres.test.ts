/**
 * H01: everything that a PostgreSQL behind a server has, its files, its log of every statement, its log
 * of what it wrote and a dump, after people worked: none of their words, tokens or browsers is in it.
 */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { postgresColumns } from '@alongside/practice';
import { isCannotOpen, openStore, serve } from '@alongside/relay';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Cluster, startCluster } from '../../relay/store/postgres/cluster.ts';
import { people } from '../../vault/testing/people.ts';
import { voucher } from '../together/real-relay.ts';
import { canaries, needlesOf } from './canaries.ts';
import { fieldCount, plantedWord, readsAll, writeEverywhere } from './everywhere.ts';
import { bytes, text } from './forms.ts';
import { scanFolder } from './scan.ts';

let cluster: Cluster;
let database: string;
beforeAll(async () => {
  cluster = await startCluster('log_statement=all', 'log_connections=all');
  database = await cluster.database();
});
afterAll(() => cluster.end());

/** A server over the database. */
async function startServer() {
  const store = await openStore(
    { database },
    { now: Date.now, onFatal: (why) => expect.fail(why) },
  );
  if (isCannotOpen(store)) throw new Error(store.type);
  const quota = { bytes: 64 * 1024 * 1024, children: 100 };
  await store.addVoucher({ hash: hash('sha256', voucher, 'buffer'), streams: 10, quota });
  const served = await serve(null, 0, { store });
  if ('type' in served) throw new Error(served.type);
  return {
    server: served.address.replace(/\/$/, ''),
    async stop() {
      await served.stop();
      await store.close();
    },
  };
}

test('H01: two people work through a server on PostgreSQL, and nothing that was seized says what about', {
  timeout: 60_000,
}, async () => {
  const { server, stop } = await startServer();
  const tokens = new Set<string>();
  const streams = new Set<string>();
  const agent = 'canary-agent/1.0 (of nobody else)';
  /** What every request of theirs has, and a browser's own words besides. */
  const watched: typeof fetch = (input, init) => {
    const request = new Request(input, init);
    const { headers, url } = request;
    const token = headers.get('authorization')?.replace('Bearer ', '');
    if (token) tokens.add(token);
    const stream = /\/v1\/stream\/([\w-]{22})/.exec(url)?.[1];
    if (stream) streams.add(stream);
    headers.set('user-agent', agent);
    headers.set('x-canary', 'canary-header of nobody else');
    return fetch(request);
  };
  const words = canaries(fieldCount + 20);
  try {
    const company = await people({ fetch: watched, server, voucher }, 'amina', 'ruth');
    const { amina, ruth, until, settle } = company;
    // Amina is in the core team; Ruth is not.
    const written = writeEverywhere([amina.workspace, ruth.workspace], words);
    await settle();
    const everyones = written.filter(({ readers }) => readers === 'everyone');
    await until(() => [amina, ruth].every(({ workspace }) => readsAll(workspace, everyones)));
  } finally {
    await stop();
  }
  const tables = await cluster.sql(
    database,
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'alongside'",
  );
  for (const { name } of tables) {
    const to = join(cluster.folder, `dump ${name}`);
    await cluster.sql(database, `COPY alongside.${name} TO '${to}'`);
    await cluster.sql(database, `COPY alongside.${name} TO '${to} binary' (FORMAT binary)`);
  }
  await cluster.sql(database, 'CHECKPOINT');
  await cluster.stop();

  expect(words.length).toBeGreaterThan(fieldCount);
  expect(tokens.size).toBeGreaterThan(2);
  const secrets = [...tokens].map((token, at) =>
    bytes(`token ${at}`, Buffer.from(token, 'base64url')),
  );
  const browsers = [agent, 'canary-header of nobody else', plantedWord].map((word) => text(word));
  expect(scanFolder(cluster.folder, [...needlesOf(words), ...secrets, ...browsers])).toEqual([]);

  // The same search finds what is there: the names of the streams, in each of these places.
  const names = [...streams].map((name) => text(name));
  const places = new Set(scanFolder(cluster.folder, names).map(({ file }) => file.split('/')[0]));
  for (const place of ['base', 'pg_wal', 'dump streams', 'dump blocks binary', 'server.log']) {
    expect(places).toContain(place);
  }
});

test('names every column of the store on PostgreSQL, and none that is not there', async () => {
  await cluster.start();
  const rows = await cluster.sql(
    database,
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns
     WHERE table_schema = 'alongside' AND table_name <> 'format'`,
  );
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(postgresColumns).sort());
});
