import { connect } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { type Limits, usualLimits } from '../access/limits.ts';
import {
  as,
  type HeardEvent,
  listenTo,
  message,
  type Started,
  startRelay,
  streamOf,
  type TriedStream,
  toldClock,
} from '../conversation.ts';
import { createCounts } from '../counts.ts';
import type { Store } from '../store/store.ts';
import { createLive, type Fresh } from './live.ts';

let relay: Started | undefined;
afterEach(async () => {
  await relay?.stop();
  relay = undefined;
});

const next = (answer: Response) => answer.headers.get('stream-next-offset') ?? 'no offset';
const start = '0000000000000000';

async function started(limits: Partial<Limits> = {}) {
  const clock = toldClock();
  relay = await startRelay({ surroundings: clock, limits });
  const main = streamOf(relay, 'main');
  await main.put();
  return { clock, main, relay };
}

/** Waits until so many live readers are counted. */
async function readers(at: Started, count: number): Promise<void> {
  const line = `alongside_relay_live_readers ${count}\n`;
  while (!(await metrics(at)).includes(line));
}

async function metrics(at: Started): Promise<string> {
  return (await fetch(`${at.address}/metrics`)).text();
}

async function events(main: TriedStream, query = '?offset=-1&live=sse', headers = {}) {
  const answer = await main.get(query, headers);
  expect(answer.status).toBe(200);
  return { answer, ...listenTo(answer) };
}

describe('long-poll', () => {
  test('gives what is there at once', async () => {
    const { main } = await started();
    await main.post([message('a')]);
    const answer = await main.get('?offset=-1&live=long-poll');
    expect(await answer.json()).toEqual([message('a')]);
    expect(answer.headers.get('stream-up-to-date')).toBe('true');
    expect(answer.headers.get('stream-cursor')).toMatch(/^\d+$/);
  });

  test('waits 25 seconds, then says that there is nothing', async () => {
    const { main, clock, relay } = await started();
    const waiting = main.get(`?offset=${start}&live=long-poll`);
    await readers(relay, 1);
    clock.tick(24_999);
    await main.head();
    clock.tick(1);
    const answer = await waiting;
    expect([answer.status, next(answer)]).toEqual([204, start]);
    expect(answer.headers.get('stream-up-to-date')).toBe('true');
    await readers(relay, 0);
  });

  test('gives the same bytes to all who wait, from now on too', async () => {
    const { main, relay } = await started();
    await main.post([message('before')]);
    const waiting = Array.from({ length: 20 }, () => main.get('?offset=now&live=long-poll'));
    await readers(relay, 20);
    await main.post([message('news')]);
    for (const answer of await Promise.all(waiting)) {
      expect([answer.status, next(answer)]).toEqual([200, '0000000000000002']);
      expect(await answer.json()).toEqual([message('news')]);
    }
  });

  test('gives a cursor above the one that was brought', async () => {
    const { main } = await started();
    await main.post([message('a')]);
    const cursor = async (query: string) =>
      Number((await main.get(`?offset=-1&live=long-poll${query}`)).headers.get('stream-cursor'));
    const now = await cursor('');
    expect(await cursor(`&cursor=${now}`)).toBeGreaterThan(now);
    expect(await cursor(`&cursor=${now + 500}`)).toBeGreaterThan(now + 500);
    expect(await cursor('&cursor=x')).toBe(now);
  });

  test('whoever leaves is forgotten', async () => {
    const { main, relay } = await started();
    const leave = new AbortController();
    const waiting = main.get(`?offset=${start}&live=long-poll`, {}, leave.signal);
    await readers(relay, 1);
    leave.abort();
    await expect(waiting).rejects.toThrow();
    await readers(relay, 0);
  });
});

describe('events', () => {
  test('give what is there, then what comes, each with where it ends', async () => {
    const { main } = await started();
    await main.post([message('a'), message('b')]);
    const listener = await events(main);
    expect(listener.answer.headers.get('content-type')).toBe('text/event-stream');
    await listener.until(() => listener.heard.length >= 2);
    await main.post([message('c')]);
    await listener.until(() => listener.heard.length >= 4);
    expect(listener.messages()).toEqual([message('a'), message('b'), message('c')]);
    expect(listener.heard[1]).toMatchObject({
      event: 'control',
      data: { streamNextOffset: '0000000000000001', upToDate: true },
    });
    expect(listener.heard[3]).toMatchObject({ data: { streamNextOffset: '0000000000000002' } });
  });

  test('say at once that there is nothing yet', async () => {
    const { main } = await started();
    const listener = await events(main, '?offset=now&live=sse');
    await listener.until(() => listener.heard.length === 1);
    expect(listener.heard[0]).toMatchObject({ data: { streamNextOffset: start, upToDate: true } });
  });

  test('end after about a minute, and the reader goes on where it was', async () => {
    const { main, clock } = await started();
    const listener = await events(main);
    await main.post([message('a')]);
    await listener.until(() => listener.messages().length === 1);
    clock.tick(66_000);
    await listener.ended;
    const last = listener.heard.at(-1) as HeardEvent;
    const { streamNextOffset } = last.data as { streamNextOffset: string };
    await main.post([message('b')]);
    const again = await events(main, `?offset=${streamNextOffset}&live=sse`);
    await again.until(() => again.messages().length > 0);
    expect(again.messages()).toEqual([message('b')]);
  });

  test('keep a silent connection alive', async () => {
    const { main, clock } = await started();
    const answer = await main.get('?offset=-1&live=sse');
    const reader = answer.body?.getReader();
    const first = await reader?.read();
    expect(String(Buffer.from(first?.value ?? []))).toContain('event: control');
    clock.tick(15_000);
    const second = await reader?.read();
    expect(String(Buffer.from(second?.value ?? []))).toBe(':\n\n');
    await reader?.cancel();
  });

  test('a reader who comes while others write misses nothing and gets nothing twice', async () => {
    const { main } = await started();
    const sent = Array.from({ length: 60 }, (_, at) => message(String(at)));
    const listeners: Awaited<ReturnType<typeof events>>[] = [];
    const writing = (async () => {
      for (const one of sent) await main.post([one]);
    })();
    for (let at = 0; at < 12; at++) listeners.push(await events(main));
    await writing;
    for (const listener of listeners) {
      await listener.until(() => listener.messages().length >= sent.length);
      expect(listener.messages()).toEqual(sent);
    }
  });

  test('a reader that does not read is cut, and the others are not', async () => {
    const { main, relay } = await started({ unreadBytes: 64 * 1024 });
    const good = await events(main);
    const slow = connect(Number(new URL(main.url).port), 'localhost');
    const { pathname } = new URL(main.url);
    const { authorization } = as('read', 'main');
    slow.write(`GET ${pathname}?offset=-1&live=sse HTTP/1.1\r\nHost: x\r\n`);
    slow.write(`Authorization: ${authorization}\r\n\r\n`);
    slow.pause();
    await readers(relay, 2);
    let sent = 0;
    while (!(await metrics(relay)).includes('slow_readers_cut_total 1\n')) {
      await main.post([message(`${sent}`, 200_000)]);
      sent += 1;
      await good.until(() => good.messages().length === sent);
    }
    await readers(relay, 1);
    slow.destroy();
  });

  test('there are as many readers of a stream as the limit says, then 429', async () => {
    const { main, relay } = await started({ readersOfAStream: 3 });
    for (let at = 0; at < 3; at++) await events(main);
    await readers(relay, 3);
    for (const live of ['sse', 'long-poll']) {
      const refused = await main.get(`?offset=${start}&live=${live}`);
      expect(refused.status).toBe(429);
      expect(refused.headers.get('retry-after')).toBe('30');
    }
    const other = streamOf(relay, 'other');
    await other.put();
    expect((await other.get('?offset=-1')).status).toBe(200);
    await events(other);
  });
});

describe('a swap of tokens', () => {
  test('C01: cuts everyone who was let in before it, and the new token reads on', async () => {
    const { main, relay } = await started();
    const listener = await events(main);
    const waiting = main.get(`?offset=${start}&live=long-poll`);
    await readers(relay, 2);
    await main.post([message('turn')], main.swap(1, start, 'turned'));
    await listener.ended;
    const answer = await waiting;
    expect([answer.status, next(answer)]).toEqual([204, start]);
    expect(listener.messages()).toEqual([]);
    await main.post([message('after')], as('append', 'turned'));
    const current = await events(main, '?offset=-1&live=sse', as('read', 'turned'));
    await current.until(() => current.messages().length === 2);
  });

  test('C01: alone, too', async () => {
    const { main, relay } = await started();
    const listener = await events(main);
    await readers(relay, 1);
    const [read, append] = [as('read', 'x'), as('append', 'x')];
    expect(read).not.toEqual(append);
    const swap = main.swap(1, start, 'alone');
    const operation = Buffer.from(swap['alongside-manage-op'] ?? '', 'base64url').toString();
    expect((await main.manage(JSON.parse(operation))).status).toBe(204);
    await listener.ended;
    expect((await main.get(`?offset=${start}&live=sse`)).status).toBe(404);
  });

  test('C01: the old token reads up to the turn and no further, live or not', async () => {
    const { main } = await started();
    const first = next(await main.post([message('before')]));
    const turn = next(await main.post([message('turn')], main.swap(1, first, 'turned')));
    await main.post([message('secret')], as('append', 'turned'));
    for (const query of ['', '?offset=-1', `?offset=${start}&live=long-poll`]) {
      const answer = await main.get(query);
      expect(await answer.json()).toEqual([message('before'), message('turn')]);
      expect(next(answer)).toBe(turn);
      expect(answer.headers.get('stream-up-to-date')).toBeNull();
    }
    const listener = await events(main);
    await listener.ended;
    expect(listener.messages()).toEqual([message('before'), message('turn')]);
    for (const query of [
      `?offset=${turn}`,
      `?offset=${turn}&live=sse`,
      `?offset=${turn}&live=long-poll`,
      '?offset=now',
    ]) {
      expect((await main.get(query)).status).toBe(404);
    }
    expect((await main.head()).headers.get('alongside-counter')).toBeNull();
    expect(next(await main.head())).toBe(turn);
    expect((await main.post([message('late')])).status).toBe(404);
  });

  test('C01: who was away walks over three turns, each with the token it then knows', async () => {
    const { main } = await started();
    let offset = start;
    for (const counter of [1, 2, 3]) {
      const headers = counter === 1 ? {} : as('append', `turn ${counter - 1}`);
      const swap = main.swap(counter, offset, `turn ${counter}`);
      offset = next(await main.post([message(`turn ${counter}`)], { ...swap, ...headers }));
    }
    let at = '-1';
    const seen: string[] = [];
    for (const word of ['main', 'turn 1', 'turn 2', 'turn 3']) {
      const answer = await main.get(`?offset=${at}`, as('read', word));
      seen.push(...((await answer.json()) as string[]));
      at = next(answer);
    }
    expect(seen).toEqual([1, 2, 3].map((counter) => message(`turn ${counter}`)));
  });
});

describe('the end of a stream', () => {
  test('ends those who wait for it', async () => {
    const { main, relay } = await started();
    const listener = await events(main);
    const waiting = main.get(`?offset=${start}&live=long-poll`);
    await readers(relay, 2);
    await main.manage({ op: 'delete', counter: 1 });
    await listener.ended;
    expect((await waiting).status).toBe(404);
  });

  test('of the relay sends all away, and what was begun is finished', async () => {
    const { main, relay: stopping } = await started();
    const listener = await events(main);
    const waiting = main.get(`?offset=${start}&live=long-poll`);
    await readers(stopping, 2);
    relay = undefined;
    await stopping.stop();
    await listener.ended;
    expect((await waiting).status).toBe(204);
  });
});

test('a live reader misses nothing that came while the store was away', async () => {
  const { main, relay: at } = await started();
  let awayFor = 0;
  const store: Store = {
    ...at.store,
    find: async (id) => (awayFor-- > 0 ? { type: 'StoreAway' } : at.store.find(id)),
    listen: (id, hear) =>
      at.store.listen(id, () => {
        awayFor = 2;
        hear({});
      }),
  };
  const tail = await createLive(store, usualLimits, createCounts()).enter(main.id);
  if ('type' in tail) throw new Error(tail.type);
  const fresh = new Promise<Fresh>((take) => {
    const end = (why: string) => expect.fail(why);
    void tail.add({ take, end }, 0, 0);
  });
  expect((await main.post([message('a')])).status).toBe(204);
  expect((await fresh).to).toBe(1);
});
