/**
 * Three relays over one PostgreSQL, each a process as an operator starts it: what is appended at one is
 * read live at the others, one of them is killed under load, the database goes away and comes back. Long
 * with NIGHTLY=1.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Running, startCommand } from '../cli/running.ts';
import { as, listenTo, message, startRelay, streamOf, type TriedStream } from './conversation.ts';
import { type Cluster, startCluster } from './store/postgres/cluster.ts';

const nightly = process.env.NIGHTLY === '1';
let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster();
});
afterAll(() => cluster.end());
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function startThree(): Promise<readonly [Running, Running, Running]> {
  const database = await cluster.database();
  const start = async () => {
    const data = mkdtempSync(join(tmpdir(), 'alongside-several-'));
    ends.push(() => rmSync(data, { recursive: true }));
    const running = await startCommand(
      'relay',
      '--port',
      '0',
      '--data',
      data,
      '--database',
      database,
    );
    ends.push(() => running.stop('SIGKILL'));
    return running;
  };
  return Promise.all([start(), start(), start()]);
}

/** The same stream through each relay. */
function through(relays: readonly Running[], word: string): readonly TriedStream[] {
  const first = relays[0] as Running;
  return relays.map(({ address }) => streamOf({ address, voucher: first.voucher }, word));
}

const patiently = () => new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 60));

/** Reads live until so many messages were had, at the next relay where one does not answer. */
async function readLive(
  doors: readonly TriedStream[],
  begin: number,
  live: 'sse' | 'long-poll',
  isEnough: (got: readonly string[]) => boolean,
): Promise<readonly string[]> {
  const got: string[] = [];
  let offset = '-1';
  for (let door = begin; !isEnough(got); door++) {
    const stop = new AbortController();
    const at = doors[door % doors.length] as TriedStream;
    const query = `?offset=${offset}&live=${live}`;
    const answer = await at.get(query, as('read', 'main'), stop.signal).catch(() => undefined);
    if (answer?.status !== 200 && answer?.status !== 204) {
      await patiently();
      continue;
    }
    if (live === 'long-poll') {
      if (answer.status === 200) {
        const more = (await answer.json().catch(() => undefined)) as string[] | undefined;
        if (!more) continue;
        got.push(...more);
      }
      offset = answer.headers.get('stream-next-offset') ?? offset;
      door -= 1;
      continue;
    }
    const listener = listenTo(answer);
    const whole = () => {
      // Only what has its control event counts: the offset stands there.
      const last = listener.heard.findLastIndex(({ event }) => event === 'control');
      return listener.heard.slice(0, last + 1);
    };
    const messagesIn = () =>
      whole().flatMap(({ event, data }) => (event === 'data' ? (data as string[]) : []));
    await Promise.race([
      listener.ended.catch(() => {}),
      listener.until(() => isEnough([...got, ...messagesIn()])).catch(() => {}),
    ]);
    got.push(...messagesIn());
    const control = whole().at(-1)?.data as { streamNextOffset: string } | undefined;
    offset = control?.streamNextOffset ?? offset;
    stop.abort();
  }
  return got;
}

test('R29: what is appended at one relay reaches those who read live at the others, once and in order', {
  timeout: 60_000,
}, async () => {
  const relays = await startThree();
  const doors = through(relays, 'main');
  const [first, second, third] = doors as [TriedStream, TriedStream, TriedStream];
  expect((await first.put()).status).toBe(201);
  const total = 30;
  const readers = [0, 1, 2].flatMap((door) =>
    (['sse', 'long-poll'] as const).map((live) =>
      readLive([doors[door] as TriedStream], 0, live, (got) => got.length >= total),
    ),
  );
  const sent: string[] = [];
  for (let at = 0; at < total; at++) {
    const one = message(`number ${at} `);
    expect((await (doors[at % 3] as TriedStream).post([one])).status).toBe(204);
    sent.push(one);
  }
  for (const got of await Promise.all(readers)) expect(got).toEqual(sent);
  // A swap at one: the old tokens are dead at the others at once.
  const tail = second.head().then((answer) => answer.headers.get('stream-next-offset') ?? '');
  const swap = first.swap(1, await tail, 'turned');
  expect((await first.post([message('turn')], swap)).status).toBe(204);
  expect((await third.post([message('late')])).status).toBe(404);
  expect((await third.post([message('on')], as('append', 'turned'))).status).toBe(204);
});

test('R04: one relay of three is killed under load; its clients go on at the others and nothing is lost', {
  timeout: nightly ? 600_000 : 120_000,
}, async () => {
  const relays = await startThree();
  const doors = through(relays, 'main');
  await (doors[0] as TriedStream).put();
  const of = nightly ? 200 : 25;
  const acknowledged = new Set<string>();
  const unknown = new Set<string>();
  let killed: Promise<unknown> | undefined;
  const write = async (writer: number) => {
    let door = writer;
    for (let at = 0; at < of; at++) {
      const one = message(`${writer} ${at} `);
      unknown.add(one);
      const answer = await (doors[door % 3] as TriedStream).post([one]).catch(() => undefined);
      if (answer?.status === 204) {
        unknown.delete(one);
        acknowledged.add(one);
        if (acknowledged.size === of * 3) killed ??= relays[0].stop('SIGKILL');
      } else {
        door += 1;
      }
    }
  };
  const marker = message('the end');
  const isEnough = (got: readonly string[]) => got.includes(marker);
  const readers = Array.from({ length: 12 }, (_, at) =>
    readLive(doors, at, at % 2 ? 'sse' : 'long-poll', isEnough),
  );
  await Promise.all(Array.from({ length: 9 }, (_, writer) => write(writer)));
  await killed;
  expect((await (doors[1] as TriedStream).post([marker])).status).toBe(204);
  const [kept, ...others] = await Promise.all(readers);
  for (const got of others) expect(got).toEqual(kept);
  expect(new Set(kept).size).toBe(kept?.length);
  const there = new Set(kept);
  expect([...acknowledged].filter((one) => !there.has(one))).toEqual([]);
  const strangers = [...there].filter((one) => !acknowledged.has(one) && !unknown.has(one));
  expect(strangers).toEqual([marker]);
  expect(acknowledged.size).toBeGreaterThan(of * 8);
});

test('R33: while the database is away requests are told when to come again, readers stay, and all goes on by itself', {
  timeout: nightly ? 600_000 : 120_000,
}, async () => {
  const database = await cluster.database();
  const relay = await startRelay({ database });
  ends.push(() => relay.stop());
  const main = streamOf(relay, 'main');
  await main.put();
  await main.post([message('one')]);
  const live = new AbortController();
  const listener = listenTo(await main.get('?offset=-1&live=sse', {}, live.signal));
  await listener.until(() => listener.messages().length === 1);
  await cluster.stop();
  const began = performance.now();
  try {
    do {
      const answers = await Promise.all([
        main.post([message('lost')]),
        main.get(),
        main.head(),
        main.get('?offset=-1&live=long-poll'),
        streamOf(relay, 'another').put(),
        fetch(`${relay.address}/ready`),
      ]);
      for (const { status, headers } of answers) {
        expect([status, headers.get('retry-after')]).toEqual([503, '5']);
      }
      expect((await fetch(`${relay.address}/health`)).status).toBe(200);
    } while (nightly && performance.now() - began < 300_000);
  } finally {
    await cluster.start();
  }
  while ((await fetch(`${relay.address}/ready`)).status !== 200) await patiently();
  expect((await main.post([message('two')])).status).toBe(204);
  await listener.until(() => listener.messages().length === 2);
  expect(listener.messages()).toEqual([message('one'), message('two')]);
  expect(await (await main.get()).json()).toEqual([message('one'), message('two')]);
  live.abort();
  await listener.ended.catch(() => {});
});
