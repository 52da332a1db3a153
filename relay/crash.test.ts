/**
 * The relay killed while many write to it, and started again. Long with NIGHTLY=1. What a client was told
 * is kept; what it was not told may be there once or not at all.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Running, startCommand } from '../cli/running.ts';
import {
  as,
  listenTo,
  message,
  type Started,
  startRelay,
  streamOf,
  type TriedStream,
} from './conversation.ts';

const nightly = process.env.NIGHTLY === '1';
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const writers = 20;
const textOf = (one: string) => Buffer.from(one, 'base64url').toString().trimEnd();
const numbered = (writer: number, at: number) =>
  Buffer.from(`${writer} ${at}`.padEnd(60)).toString('base64url');

test('R04: killed under load again and again, it has all that it acknowledged, each once', {
  timeout: nightly ? 1_200_000 : 120_000,
}, async () => {
  const data = mkdtempSync(join(tmpdir(), 'alongside-crash-'));
  ends.push(() => rmSync(data, { recursive: true }));
  const acknowledged = new Set<string>();
  const unknown = new Set<string>();
  let next = 0;
  const rounds = nightly ? 100 : 3;
  for (let round = 0; round <= rounds; round++) {
    const running = await startCommand('relay', '--port', '0', '--data', data);
    ends.push(() => running.stop('SIGKILL'));
    const main = streamOf(running, 'main');
    if (round === 0) await main.put();
    await expectKept(main, acknowledged, unknown);
    if (round === rounds) break;
    next = await writeUntilKilled(running, main, next, acknowledged, unknown);
  }
  expect(acknowledged.size).toBeGreaterThan(rounds * 10);
});

/** Many write, each waiting for its answer; after some answers the relay is killed with all of it under way. */
async function writeUntilKilled(
  running: Running,
  main: TriedStream,
  begin: number,
  acknowledged: Set<string>,
  unknown: Set<string>,
): Promise<number> {
  let next = begin;
  let answered = 0;
  let killed: Promise<unknown> | undefined;
  const write = async (writer: number) => {
    while (!killed) {
      const one = numbered(writer, next++);
      unknown.add(one);
      try {
        const { status } = await main.post([one]);
        if (status !== 204) continue;
        unknown.delete(one);
        acknowledged.add(one);
        answered += 1;
        if (answered === 40 + (begin % 60)) killed = running.stop('SIGKILL');
      } catch {
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: writers }, (_, writer) => write(writer)));
  await killed;
  return next;
}

async function expectKept(
  main: TriedStream,
  acknowledged: ReadonlySet<string>,
  unknown: ReadonlySet<string>,
): Promise<void> {
  const kept: string[] = [];
  for (let offset = '-1', isAll = false; !isAll; ) {
    const answer = await main.get(`?offset=${offset}`);
    expect(answer.status).toBe(200);
    kept.push(...((await answer.json()) as string[]));
    offset = answer.headers.get('stream-next-offset') ?? '';
    isAll = answer.headers.has('stream-up-to-date');
  }
  expect(new Set(kept).size).toBe(kept.length);
  const there = new Set(kept);
  expect([...acknowledged].filter((one) => !there.has(one)).map(textOf)).toEqual([]);
  expect(kept.filter((one) => !acknowledged.has(one) && !unknown.has(one)).map(textOf)).toEqual([]);
}

test('R29: started anew under live readers, all come back, and none misses or repeats a message', {
  timeout: nightly ? 600_000 : 120_000,
}, async () => {
  const [byEvents, byLongPoll, restarts] = nightly ? [1000, 200, 10] : [30, 10, 2];
  const folder = mkdtempSync(join(tmpdir(), 'alongside-restart-'));
  ends.push(() => rmSync(folder, { recursive: true }));
  const limits = { readersOfAStream: 5000 };
  let relay: Started = await startRelay({ folder, limits });
  ends.push(() => relay.stop());
  const { port } = new URL(relay.address);
  const main = streamOf(relay, 'main');
  await main.put();
  const sent: string[] = [];
  const total = (restarts + 1) * 5;
  const readers = [
    ...Array.from({ length: byEvents }, () => readByEvents(main, total)),
    ...Array.from({ length: byLongPoll }, () => readByLongPoll(main, total)),
  ];
  for (let round = 0; round <= restarts; round++) {
    for (let at = 0; at < 5; at++) {
      const one = message(`${round} ${at}`);
      expect((await main.post([one])).status).toBe(204);
      sent.push(one);
    }
    if (round === restarts) break;
    await relay.stop();
    relay = await startRelay({ folder, limits, port: Number(port) });
  }
  for (const got of await Promise.all(readers)) expect(got).toEqual(sent);
});

async function readByEvents(main: TriedStream, total: number): Promise<string[]> {
  const got: string[] = [];
  for (let offset = '-1'; got.length < total; ) {
    const stop = new AbortController();
    const answer = await asked(() =>
      main.get(`?offset=${offset}&live=sse`, as('read', 'main'), stop.signal),
    );
    const listener = listenTo(answer);
    await Promise.race([
      listener.ended.catch(() => {}),
      listener.until(() => got.length + listener.messages().length >= total).catch(() => {}),
    ]);
    // Only what has its control event counts: the offset stands there.
    const last = listener.heard.findLastIndex(({ event }) => event === 'control');
    const whole = listener.heard.slice(0, last + 1);
    got.push(...whole.flatMap(({ event, data }) => (event === 'data' ? (data as string[]) : [])));
    const control = whole.at(-1)?.data as { streamNextOffset: string } | undefined;
    offset = control?.streamNextOffset ?? offset;
    stop.abort();
  }
  return got;
}

async function readByLongPoll(main: TriedStream, total: number): Promise<string[]> {
  const got: string[] = [];
  for (let offset = '-1'; got.length < total; ) {
    const answer = await asked(() => main.get(`?offset=${offset}&live=long-poll`));
    if (answer.status === 200) got.push(...((await answer.json()) as string[]));
    offset = answer.headers.get('stream-next-offset') ?? offset;
  }
  return got;
}

/** Asks again until the relay is there, at a pace that it bears. */
async function asked(ask: () => Promise<Response>): Promise<Response> {
  while (true) {
    const answer = await ask().catch(() => undefined);
    if (answer && (answer.status === 200 || answer.status === 204)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 20 + Math.random() * 60));
  }
}
