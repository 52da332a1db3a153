/**
 * R31: two machines with PostgreSQL, of which the second follows the first and every commit waits for it. The
 * first is cut off under load, the second takes over, and the first comes back as if nothing had been.
 */
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { all, append, bytes, main, nobody } from './contract/trial.ts';
import { type Cluster, startCluster, startStandby } from './postgres/cluster.ts';
import { usualPatience } from './postgres/connections.ts';
import { openPostgresStore } from './postgres.ts';
import type { Store } from './store.ts';

const nightly = process.env.NIGHTLY === '1';
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A name that leads to whichever machine it is told. */
async function startName(first: Cluster) {
  let to = first;
  const open = new Set<Socket>();
  const server = createServer((client) => {
    const database = connect(Number(new URL(to.at('')).port), 'localhost');
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }).listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  ends.push(() => {
    for (const socket of open) socket.destroy();
    server.close();
  });
  return {
    url: `postgres://postgres@localhost:${port}/postgres`,
    leadTo(other: Cluster) {
      to = other;
      for (const socket of open) socket.destroy();
    },
  };
}

async function openStore(url: string): Promise<Store> {
  const patience = { ...usualPatience, answering: 1_500, connecting: 1_500 };
  const store = await openPostgresStore(url, { now: () => 0 }, patience);
  if ('type' in store) throw new Error(store.type);
  ends.push(() => store.close());
  return store;
}

test('R31: the standby that takes over has all that was acknowledged, and the old primary acknowledges nothing', {
  timeout: nightly ? 1_800_000 : 60_000,
}, async () => {
  const rounds = nightly ? 30 : 1;
  let primary = await startCluster();
  ends.push(primary.end);
  const name = await startName(primary);
  const store = await openStore(name.url);
  await store.create(main('a'), nobody);
  const acknowledged = new Set<string>();
  const tried = new Set<string>();
  for (let round = 0; round < rounds; round++) {
    const standby = await startStandby(primary);
    ends.push(standby.end);
    const postgres = primary.at('postgres');
    await primary.sql(postgres, "ALTER SYSTEM SET synchronous_standby_names = '*'");
    await primary.sql(postgres, 'SELECT pg_reload_conf()');
    const inStep = "SELECT FROM pg_stat_replication WHERE sync_state = 'sync'";
    while ((await primary.sql(postgres, inStep)).length === 0);

    let cut: Promise<void> | undefined;
    const before = acknowledged.size;
    const write = async (writer: number) => {
      for (let at = 0; !cut; at++) {
        const text = `${round} ${writer} ${at}`;
        tried.add(text);
        const answer = await store.append('a', { blocks: [bytes(text)], generation: 0 });
        if (answer.type !== 'Appended') continue;
        acknowledged.add(text);
        if (acknowledged.size >= before + 60) cut ??= primary.stop('SIGQUIT');
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)));
    await cut;
    // A standby that was not promoted is no place to write to.
    name.leadTo(standby);
    expect(await store.append('a', append('too early'))).toEqual({ type: 'StoreAway' });
    await standby.sql(standby.at('postgres'), 'SELECT pg_promote()');

    // The old primary comes back; it waits for a standby that it has no more.
    await primary.start();
    const stray = await openStore(primary.at('postgres'));
    expect(await stray.append('a', append(`stray ${round}`))).toEqual({ type: 'StoreAway' });
    await stray.close();
    await primary.end();

    while ('type' in (await store.find('a')));
    const kept = await all(store, 'a');
    expect(new Set(kept).size).toBe(kept.length);
    const there = new Set(kept);
    expect([...acknowledged].filter((text) => !there.has(text))).toEqual([]);
    expect(kept.filter((text) => !tried.has(text))).toEqual([]);
    primary = standby;
  }
});
