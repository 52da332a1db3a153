/**
 * Measures what `docs/operating.md` reckons with: how many bytes a stream and a message take in
 * PostgreSQL, and how many appends one relay writes a second, each on disk before it is answered.
 *
 *   node tools/measure-postgres.ts
 */
import { isCannotOpen, openStore } from '@alongside/relay';
import { type Cluster, startCluster } from '../relay/store/postgres/cluster.ts';

/** Sealed messages are padded to a few sizes; they travel and are kept in base64url, in quotes. */
const sizes = [512, 2048, 4096, 16_384];
const streams = 200;
const appends = 20;
const writers = 32;

const cluster = await startCluster();
try {
  for (const size of sizes) await measure(cluster, Math.ceil((size * 4) / 3) + 2);
} finally {
  await cluster.end();
}

async function measure({ database, sql }: Cluster, bytes: number): Promise<void> {
  const url = await database();
  const mistake = (why: string) => {
    throw new Error(why);
  };
  const store = await openStore({ database: url }, { now: Date.now, onFatal: mistake });
  if (isCannotOpen(store)) throw new Error(store.type);
  const key = new Uint8Array(32);
  const access = { read: key, append: key, manage: key };
  const ids = Array.from({ length: streams }, (_, at) => `stream-${at}`.padEnd(22, 'x'));
  const like = { contentType: 'application/json', closed: false, expiresAt: null, ttl: null };
  for (const id of ids) {
    await store.create({ ...like, id, blocks: [], access }, { by: 'nobody' });
  }
  const block = Buffer.alloc(bytes, 'x');
  const waiting = Array.from({ length: appends }, () => ids).flat();
  const began = performance.now();
  await Promise.all(
    Array.from({ length: writers }, async () => {
      for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
        const answer = await store.append(id, { blocks: [block], generation: 0 });
        if (answer.type !== 'Appended') throw new Error(answer.type);
      }
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  await store.close();
  await sql(url, 'VACUUM FULL');
  const [size] = await sql(
    url,
    `SELECT pg_total_relation_size('alongside.blocks')::int AS blocks,
       pg_total_relation_size('alongside.streams')::int AS streams`,
  );
  const each = (all: unknown, count: number) => Math.round(Number(all) / count);
  console.log(
    `blocks of ${bytes} bytes: ${each(size?.blocks, streams * appends)} bytes each in the database, ` +
      `${each(size?.streams, streams)} for a stream; ${Math.round((streams * appends) / seconds)} appends a second`,
  );
}
