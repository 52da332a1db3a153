/** What the PostgreSQL store does when the database, the way to it, or another relay fails it. */
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  access,
  all,
  append,
  bytes,
  found,
  listening,
  main,
  nobody,
  parent,
  swap,
  swept,
  vouched,
} from './contract/trial.ts';
import { type Cluster, startCluster } from './postgres/cluster.ts';
import { createConnections, usualPatience } from './postgres/connections.ts';
import { createRows } from './postgres/rows.ts';
import { createWriter } from './postgres/writer.ts';
import { openPostgresStore } from './postgres.ts';
import type { Append, Store } from './store.ts';

const nightly = process.env.NIGHTLY === '1';
let cluster: Cluster;
let url: string;
let now = 0;
const stores: Store[] = [];
beforeAll(async () => {
  cluster = await startCluster(...(nightly ? ['wal_consistency_checking=all'] : []));
});
afterAll(() => cluster.end());
beforeEach(async () => {
  url = await cluster.database();
});
afterEach(async () => {
  for (const store of stores.splice(0)) await store.close();
});

const patience = { ...usualPatience, answering: 1_500, beingReady: 300, looking: 300 };

/** A relay's store over the database of this test. */
async function open(given: Partial<typeof patience> = {}): Promise<Store> {
  const opened = await openPostgresStore(url, { now: () => now }, { ...patience, ...given });
  if ('type' in opened) throw new Error(opened.type);
  stores.push(opened);
  return opened;
}

const away = { type: 'StoreAway' };

/** Asks until it is answered otherwise than that the database is away. */
async function back<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  while (true) {
    const answer = await ask();
    if ((answer as { type?: string } | undefined)?.type !== 'StoreAway') return answer;
  }
}

describe('several relays over one database', () => {
  test('that start at once have one set of tables', async () => {
    const [one, other] = await Promise.all([open(), open(), open()]);
    await one?.create(main('a'), nobody);
    expect(await other?.find('a')).toMatchObject({ tail: 0 });
  });

  test('append to one stream: each append is whole, all have one order, none is lost', async () => {
    const relays = await Promise.all([open(), open(), open()]);
    await relays[0]?.create(main('a'), nobody);
    const sizes = fc.array(fc.tuple(fc.nat(2), fc.integer({ min: 1, max: 4 })), {
      minLength: 1,
      maxLength: 30,
    });
    let written = 0;
    await fc.assert(
      fc.asyncProperty(sizes, async (appends) => {
        const before = written;
        const answers = await Promise.all(
          appends.map(([relay, size], at) => {
            const texts = Array.from({ length: size }, (_, n) => `${at} ${n} of ${size}`);
            return (relays[relay] as Store).append('a', append(...texts));
          }),
        );
        expect(answers.map(({ type }) => type)).toEqual(appends.map(() => 'Appended'));
        written += appends.reduce((sum, [, size]) => sum + size, 0);
        for (const relay of relays) {
          const blocks = await all(relay, 'a', 0, before);
          expect(blocks).toHaveLength(written - before);
          const begins = blocks.flatMap((text, at) => (text.includes(' 0 of ') ? [at] : []));
          expect(begins).toHaveLength(appends.length);
          for (const begin of begins) {
            const [at, , , size] = blocks[begin]?.split(' ') ?? [];
            expect(blocks.slice(begin, begin + Number(size))).toEqual(
              Array.from({ length: Number(size) }, (_, n) => `${at} ${n} of ${size}`),
            );
          }
        }
      }),
      { numRuns: 6 },
    );
  });

  test('of swaps that race at different relays one is done, and the quota is kept', async () => {
    const relays = await Promise.all([open(), open(), open()]);
    const [first] = relays;
    await first.create(main('a'), await vouched(first, { bytes: 100 }));
    const fill = await Promise.all(
      Array.from({ length: 30 }, (_, at) =>
        (relays[at % 3] as Store).append('a', append('1234567890')),
      ),
    );
    expect(fill.filter(({ type }) => type === 'Appended')).toHaveLength(10);
    expect(fill.filter(({ type }) => type === 'QuotaSpent')).toHaveLength(20);
    const turns = await Promise.all(
      relays.map((relay, at) => relay.manage('a', swap({ tail: 10, counter: at + 1 }), 0)),
    );
    expect(turns.filter(({ type }) => type === 'Managed')).toHaveLength(1);
    for (const relay of relays) {
      expect(await found(relay, 'a')).toMatchObject({ generation: 1, tail: 10 });
    }
  });

  test('never give more children than there is room for, nor more bytes to them', async () => {
    const relays = await Promise.all([open(), open()]);
    const [first, second] = relays as [Store, Store];
    await first.create(main('a'), await vouched(first, { bytes: 100 }));
    const made = await Promise.all(
      ['c', 'd', 'e', 'f', 'g'].map((id, at) =>
        (relays[at % 2] as Store).create(main(id), parent('a')),
      ),
    );
    expect(made.filter(({ type }) => type === 'Created')).toHaveLength(3);
    const children = made.flatMap((one) => (one.type === 'Created' ? [one.state.id] : []));
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, at) =>
        (relays[at % 2] as Store).append(children[at % 3] as string, append('1234567890')),
      ),
    );
    expect(answers.filter(({ type }) => type === 'Appended')).toHaveLength(10);
    expect(await second.usage('a')).toEqual({ bytes: 100, children: 3 });
  });

  test('a main stream that one deletes is gone at the others, with its children', async () => {
    const [first, second] = (await Promise.all([open(), open()])) as [Store, Store];
    await first.create(main('a'), nobody);
    await second.create(main('c'), parent('a'));
    await second.append('c', append('x'));
    await first.manage('a', { op: 'delete', counter: 1 }, 0);
    expect(await second.find('c')).toEqual({ type: 'NoStream' });
    expect(await second.append('c', append('y'))).toEqual({ type: 'NoStream' });
    await swept(second);
    expect(await cluster.sql(url, 'SELECT id FROM alongside.streams')).toEqual([]);
    expect(await cluster.sql(url, 'SELECT at FROM alongside.blocks')).toEqual([]);
    expect(await cluster.sql(url, 'SELECT life FROM alongside.discarded')).toEqual([]);
  });

  test('what one that ended left counted too much is counted anew once it is in the way', async () => {
    const store = await open();
    await store.create(main('a'), await vouched(store, { bytes: 100 }));
    await store.create(main('c'), parent('a'));
    await store.append('c', append('12345'));
    const connections = createConnections(url, patience);
    const ending = createWriter(createRows(connections), {
      now: () => now,
      tell: () => {},
      onNoRoom: () => {},
    });
    const a = await ending.load('a');
    if (!a) throw new Error('no stream');
    await ending.reserveFor(a, { bytes: 90, children: 1 });
    expect(await store.append('c', append('1234567890'))).toEqual({ type: 'QuotaSpent' });
    await swept(store);
    now += 59_000;
    await swept(store);
    // One that is not over yet has just counted something.
    await ending.reserveFor(a, { bytes: 1, children: 0 });
    await connections.end();
    now += 2_000;
    await swept(store);
    expect(await store.usage('a')).toEqual({ bytes: 96, children: 2 });
    now += 59_000;
    await swept(store);
    expect(await store.append('c', append('1234567890'))).toEqual({ type: 'QuotaSpent' });
    now += 2_000;
    await swept(store);
    expect(await store.usage('a')).toEqual({ bytes: 5, children: 1 });
    expect(await store.append('c', append('1234567890'))).toMatchObject({ type: 'Appended' });
  });

  test('refuse nothing on what they only remember', async () => {
    const [first, second] = (await Promise.all([open(), open()])) as [Store, Store];
    await first.create(main('a'), nobody);
    await first.append('a', append('one'));
    await second.append('a', append('two'));
    const turn = { ...append('turn'), swap: swap({ tail: 2 }) };
    expect(await first.append('a', turn)).toMatchObject({ type: 'Appended', state: { tail: 3 } });
    expect(await second.manage('a', swap({ tail: 3, counter: 2 }), 1)).toMatchObject({
      type: 'Managed',
      state: { generation: 2 },
    });
    await first.append('a', { ...append('last'), generation: 2, close: true });
    const late = await second.append('a', { ...append('late'), generation: 2 });
    expect(late).toMatchObject({ type: 'StreamClosed', state: { tail: 4 } });
  });

  test('news of one are heard at another, told by it', async () => {
    const told = { looking: 600_000 };
    const [first, second] = (await Promise.all([open(told), open(told)])) as [Store, Store];
    await first.create(main('a'), nobody);
    const listener = await listening(second, 'a');
    const heardAfter = async (change: () => Promise<unknown>) => {
      const before = listener.heard.length;
      await change();
      await listener.until(async () => listener.heard.length > before);
    };
    await heardAfter(() => first.append('a', append('one')));
    for (let at = 2; at < 6; at++) {
      await heardAfter(() => first.append('a', append(`number ${at}`)));
      expect(await all(second, 'a')).toHaveLength(at);
    }
    await heardAfter(() => first.manage('a', { op: 'delete', counter: 1 }, 0));
    expect(await second.find('a')).toEqual({ type: 'NoStream' });
  });

  test('also when the connection that tells them is gone, within two seconds', async () => {
    const [first, second] = (await Promise.all([
      open({ reconnecting: 60_000 }),
      open({ reconnecting: 60_000 }),
    ])) as [Store, Store];
    await first.create(main('a'), nobody);
    const listener = await listening(second, 'a');
    await cluster.sql(
      url,
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE pid <> pg_backend_pid() AND (query LIKE 'LISTEN%' OR query LIKE '%pg_notify(%')`,
    );
    await first.append('a', append('one'));
    const began = performance.now();
    await listener.until(async () => (await all(second, 'a')).length === 1);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('R33: a database that is away', () => {
  test('is told as such, and all goes on when it is back', async () => {
    const store = await open();
    await store.create(main('a'), nobody);
    await store.append('a', append('one'));
    const listener = await listening(store, 'a');
    await cluster.stop('SIGINT');
    try {
      expect(await store.append('a', append('lost'))).toEqual(away);
      expect(await store.find('a')).toEqual(away);
      expect(await store.read('a', { from: 0, maxBytes: 9, generation: 0 })).toEqual(away);
      expect(await store.create(main('b'), nobody)).toEqual(away);
      expect(await store.manage('a', { op: 'delete', counter: 1 }, 0)).toEqual(away);
      expect(await store.formerReader('a', access(1).read)).toEqual(away);
      expect(await store.sweep()).toEqual(away);
      expect(await store.hasVouchers()).toEqual(away);
      expect(await store.ready()).toBe(false);
    } finally {
      await cluster.start();
    }
    expect(await back(() => store.append('a', append('two')))).toMatchObject({
      type: 'Appended',
      state: { tail: 2 },
    });
    expect(await store.ready()).toBe(true);
    await listener.until(async () => (await all(store, 'a')).length === 2);
    const other = await open();
    await back(() => other.append('a', append('three')));
    await listener.until(async () => (await all(store, 'a')).length === 3);
    expect(await all(store, 'a')).toEqual(['one', 'two', 'three']);
  });

  test('is refused with a reason when a relay starts', async () => {
    const nowhere = 'postgres://postgres@localhost:1/nothing';
    expect(await openPostgresStore(nowhere, { now: () => 0 })).toEqual({ type: 'DatabaseAway' });
    const none = url.replace(/\w+$/, 'nothing');
    expect(await openPostgresStore(none, { now: () => 0 })).toEqual({ type: 'DatabaseAway' });
    await (await open()).close();
    await cluster.sql(url, 'UPDATE alongside.format SET version = 2');
    expect(await openPostgresStore(url, { now: () => 0 })).toEqual({ type: 'NewerData' });
  });

  test('more who ask than there are connections are all answered', async () => {
    const store = await open({ connections: 2 });
    const ids = Array.from({ length: 60 }, (_, at) => `s${at}`);
    for (const made of await Promise.all(ids.map((id) => store.create(main(id), nobody)))) {
      expect(made.type).toBe('Created');
    }
    for (const one of await Promise.all(ids.map((id) => store.append(id, append('x'))))) {
      expect(one).toMatchObject({ type: 'Appended', state: { tail: 1 } });
    }
  });
});

describe('R32: a standby that every commit must wait for, and that is gone', () => {
  const waits = async (names: string) => {
    await cluster.sql(url, `ALTER SYSTEM SET synchronous_standby_names = '${names}'`);
    await cluster.sql(url, 'SELECT pg_reload_conf()');
  };
  /** Waits until a write waits for the standby; `how` is done to the process that does. */
  const waiting = async (stream: string, how: string) => {
    const text = `SELECT ${how} FROM pg_stat_activity
      WHERE wait_event = 'SyncRep' AND query LIKE '%alongside.blocks%'`;
    while ((await cluster.sql(url, text)).length === 0) {
      if (!under.has(stream)) throw new Error('nothing waits');
    }
  };
  const under = new Map<string, Promise<unknown>>();
  const write = (store: Store, stream: string) => {
    const writing = store.append(stream, append('two')).finally(() => under.delete(stream));
    under.set(stream, writing);
    return writing;
  };

  test('writes are not acknowledged, reading goes on, and so does all when it is back', async () => {
    const store = await open();
    for (const id of ['a', 'b']) await store.create(main(id), nobody);
    await store.append('a', append('one'));
    await waits('nobody');
    try {
      while (await store.ready());
      const writing = write(store, 'a');
      await waiting('a', 'pid');
      expect(await all(store, 'a')).toEqual(['one']);
      expect(await writing).toEqual(away);
      // Someone ends the wait by hand: what is then committed here is nowhere else.
      const ended = write(store, 'b');
      await waiting('b', 'pg_cancel_backend(pid)');
      expect(await ended).toEqual(away);
    } finally {
      await waits('');
    }
    while (!(await store.ready()));
    expect(await back(() => store.append('a', append('three')))).toMatchObject({
      type: 'Appended',
    });
    expect(await all(store, 'a')).toEqual(['one', 'two', 'three']);
  });
});

describe('R08: rows that are not what was written', () => {
  test.each([
    ["UPDATE alongside.streams SET generation = 7 WHERE id = 'a'"],
    ["UPDATE alongside.streams SET append_verifier = read_verifier WHERE id = 'a'"],
    ["UPDATE alongside.streams SET tail = 1 WHERE id = 'a'"],
  ])('%s', async (text) => {
    const store = await open();
    for (const id of ['a', 'b']) await store.create(main(id), nobody);
    await store.append('a', append('one', 'two'));
    await cluster.sql(url, text);
    expect(await store.find('a')).toEqual({ type: 'Damaged' });
    expect(await (await open()).append('a', append('x'))).toEqual({ type: 'Damaged' });
    expect(await store.append('b', append('x'))).toMatchObject({ type: 'Appended' });
  });

  test('a block in the place or the stream of another is not taken for it', async () => {
    const store = await open();
    for (const id of ['a', 'b']) await store.create(main(id), nobody);
    for (const id of ['a', 'b']) await store.append(id, append(`${id} 0`, `${id} 1`));
    const lives = await cluster.sql(url, 'SELECT id, life FROM alongside.streams ORDER BY id');
    await cluster.sql(url, 'UPDATE alongside.blocks SET at = 9 - at');
    await cluster.sql(url, 'UPDATE alongside.blocks SET at = at - 8');
    const exchanged = await store.read('a', { from: 0, maxBytes: 99, generation: 0 });
    expect(exchanged).toEqual({ type: 'Damaged', after: 1 });
    await cluster.sql(url, "DELETE FROM alongside.blocks WHERE stream = 'a'");
    await cluster.sql(url, "UPDATE alongside.blocks SET stream = 'a', life = $1", [lives[0]?.life]);
    const moved = await store.read('a', { from: 0, maxBytes: 99, generation: 0 });
    expect(moved).toEqual({ type: 'Damaged', after: 1 });
  });

  test('a voucher that was given more is none', async () => {
    const store = await open();
    const voucher = await vouched(store, {});
    await cluster.sql(url, 'UPDATE alongside.vouchers SET streams = 1000');
    expect(await store.create(main('a'), voucher)).toEqual({ type: 'Damaged' });
  });
});

test('R30: crashed under load again and again, it has all that was acknowledged, each once', {
  timeout: nightly ? 900_000 : 60_000,
}, async () => {
  const given = { answering: 10_000 };
  const relays = (await Promise.all([open(given), open(given)])) as [Store, Store];
  await relays[0].create(main('a'), nobody);
  const acknowledged = new Set<string>();
  const tried = new Set<string>();
  const rounds = nightly ? 50 : 2;
  for (let round = 0; round < rounds; round++) {
    let crash: Promise<void> | undefined;
    const write = async (writer: number) => {
      for (let at = 0; !crash; at++) {
        const text = `${round} ${writer} ${at}`;
        tried.add(text);
        const one: Append = { blocks: [bytes(text)], generation: 0 };
        const answer = await (relays[writer % 2] as Store).append('a', one);
        if (answer.type !== 'Appended') continue;
        acknowledged.add(text);
        const signal = round % 2 === 0 ? 'SIGQUIT' : 'SIGKILL';
        if (acknowledged.size >= (round + 1) * 60) crash ??= cluster.stop(signal);
      }
    };
    await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)));
    await crash;
    await cluster.start();
    const read = { from: 0, maxBytes: 1e9, generation: 0 };
    const answer = await back(() => relays[0].read('a', read));
    if (answer.type !== 'Read') throw new Error(answer.type);
    const kept = answer.blocks.map((block) => Buffer.from(block).toString());
    expect(new Set(kept).size).toBe(kept.length);
    const there = new Set(kept);
    expect([...acknowledged].filter((text) => !there.has(text))).toEqual([]);
    expect(kept.filter((text) => !tried.has(text))).toEqual([]);
    const rows = await cluster.sql(url, 'SELECT count(*)::int AS blocks FROM alongside.blocks');
    expect(rows).toEqual([{ blocks: kept.length }]);
  }
});
