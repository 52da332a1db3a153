/**
 * R35: hours of mixed load on a relay in a process of its own, with clients that leave in the middle of things:
 * memory, open files, the write-ahead log and the time of an answer do not grow, and nothing that
 * was acknowledged is lost. Two hours with NIGHTLY=1; on push some twenty seconds, where what grows
 * with every request would already show.
 */
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Running, startCommand } from '../cli/running.ts';
import { exchangeBytes, streamOf, type TriedStream, token } from './conversation.ts';

const nightly = process.env.NIGHTLY === '1';
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** A round is so much work; between rounds everybody leaves, and the relay is measured at rest. */
const soak = nightly
  ? { streams: 20, rounds: 480, appends: 600, pause: 25, patience: 4 * 3600 }
  : { streams: 8, rounds: 12, appends: 120, pause: 8, patience: 240 };
const MEGABYTE = 2 ** 20;

interface AtRest {
  /** Bytes in memory. */
  readonly memory: number;
  /** Open, beside connections. */
  readonly files: number;
  /** Bytes of the write-ahead log. */
  readonly log: number;
  /** Milliseconds that half of the round's appends took at most. */
  readonly median: number;
}

test('R35: under load that goes on, neither memory nor open files nor the log nor an answer’s time grow, and nothing is lost', {
  timeout: soak.patience * 1000,
}, async () => {
  const data = mkdtempSync(join(tmpdir(), 'alongside-soak-'));
  ends.push(() => rmSync(data, { recursive: true }));
  const running = await startCommand('relay', '--port', '0', '--data', data);
  ends.push(() => running.stop('SIGKILL'));
  const atFirst = openOf(running);
  const streams = Array.from({ length: soak.streams }, (_, at) => streamOf(running, `soak ${at}`));
  for (const stream of streams) expect((await stream.put()).status).toBe(201);
  const acknowledged = streams.map(() => new Set<string>());
  const rests: AtRest[] = [];
  for (let round = 0; round < soak.rounds; round++) {
    const took = await loadOnce(running, streams, acknowledged, round);
    took.sort((a, b) => a - b);
    rests.push(measure(running, data, took[Math.floor(took.length / 2)] ?? 0));
  }
  await expectNothingLost(streams, acknowledged);
  // Everybody has left: no connection of theirs is held on to.
  const isAlone = () => openOf(running).connections <= atFirst.connections;
  await expect.poll(isAlone, { timeout: 60_000 }).toBe(true);
  // The first rounds warm up: caches fill and code is compiled.
  const warm = rests.slice(Math.ceil(rests.length / 4));
  const [early, late] = [warm.slice(0, warm.length / 3), warm.slice(-warm.length / 3)];
  const of = (some: readonly AtRest[], what: keyof AtRest) => middle(some.map((one) => one[what]));
  expect(of(late, 'files')).toBeLessThanOrEqual(of(early, 'files'));
  expect(of(late, 'memory') - of(early, 'memory')).toBeLessThan(48 * MEGABYTE);
  expect(Math.max(...rests.map(({ memory }) => memory))).toBeLessThan(400 * MEGABYTE);
  // SQLite copies its log back at a thousand pages of four kibibytes; what comes meanwhile adds to it.
  expect(Math.max(...rests.map(({ log }) => log))).toBeLessThan(16 * MEGABYTE);
  if (nightly) expect(of(late, 'median')).toBeLessThan(of(early, 'median') * 2 + 5);
});

function middle(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

/** Appends at a steady pace while others read live, catch up, guess, and hang up half-way. */
async function loadOnce(
  { address }: Running,
  streams: readonly TriedStream[],
  acknowledged: readonly Set<string>[],
  round: number,
): Promise<number[]> {
  const took: number[] = [];
  const everybody = new AbortController();
  const live = streams.flatMap((stream) =>
    ['sse', 'long-poll'].map((way) => readLive(stream, way, everybody.signal)),
  );
  const under: Promise<unknown>[] = [];
  for (let nth = 0; nth < soak.appends; nth++) {
    const at = nth % streams.length;
    const stream = streams[at] as TriedStream;
    const text = `${round} ${nth} `.padEnd(600, 'x');
    const message = Buffer.from(text).toString('base64url');
    const asked = performance.now();
    under.push(
      stream.post([message]).then(({ status }) => {
        took.push(performance.now() - asked);
        expect(status).toBe(204);
        acknowledged[at]?.add(message);
      }),
    );
    if (nth % 20 === 7) under.push(guess(stream));
    if (nth % 20 === 11) under.push(hangUpHalfWay(address, stream, at));
    if (nth % 20 === 15)
      under.push(catchUp(stream).then(({ length }) => expect(length).toBeGreaterThan(0)));
    await new Promise((resolve) => setTimeout(resolve, soak.pause));
  }
  await Promise.all(under);
  everybody.abort();
  await Promise.all(live);
  return took;
}

/** Reads live until everybody leaves, coming back where the relay ends the connection. */
async function readLive(stream: TriedStream, way: string, left: AbortSignal): Promise<void> {
  let offset = 'now';
  while (!left.aborted) {
    try {
      const answer = await stream.get(`?offset=${offset}&live=${way}`, {}, left);
      offset = answer.headers.get('stream-next-offset') ?? offset;
      for await (const _ of answer.body ?? []) if (left.aborted) break;
    } catch (error) {
      if (!left.aborted) throw error;
    }
  }
}

/** All messages of a stream, page by page. */
async function catchUp(stream: TriedStream): Promise<readonly string[]> {
  const kept: string[] = [];
  for (let offset = '-1', isAll = false; !isAll; ) {
    const answer = await stream.get(`?offset=${offset}`);
    expect(answer.status).toBe(200);
    kept.push(...((await answer.json()) as string[]));
    offset = answer.headers.get('stream-next-offset') ?? '';
    isAll = answer.headers.has('stream-up-to-date');
  }
  return kept;
}

/** Somebody without the token. */
async function guess(stream: TriedStream): Promise<void> {
  const authorization = `Bearer ${token('a guess').token}`;
  const answer = await stream.get('?offset=-1', { authorization });
  expect(answer.status).toBe(404);
  await answer.arrayBuffer();
}

/** Somebody whose connection ends in the middle of what they write. */
async function hangUpHalfWay(address: string, stream: TriedStream, at: number): Promise<void> {
  const { pathname, host } = new URL(stream.url);
  const head = [
    `POST ${pathname} HTTP/1.1`,
    `host: ${host}`,
    `authorization: Bearer ${token(`append soak ${at}`).token}`,
    'content-type: application/json',
    'content-length: 5000',
    'expect: 100-continue',
  ].join('\r\n');
  await exchangeBytes(address, `${head}\r\n\r\n["half of a`, (got) => got.includes('100 Continue'));
}

/** What the relay has open: connections, and everything else. */
function openOf({ pid }: Running): { readonly connections: number; readonly files: number } {
  const folder = `/proc/${pid}/fd`;
  const links = readdirSync(folder).flatMap((one) => {
    try {
      return [readlinkSync(join(folder, one))];
    } catch {
      // Closed since it was listed.
      return [];
    }
  });
  const connections = links.filter((link) => link.startsWith('socket:')).length;
  return { connections, files: links.length - connections };
}

function measure(running: Running, data: string, median: number): AtRest {
  const status = readFileSync(`/proc/${running.pid}/status`, 'utf8');
  const sizes = readdirSync(data, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('-wal'))
    .map((file) => statSync(join(data, file)).size);
  return {
    memory: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) * 1024,
    files: openOf(running).files,
    log: Math.max(0, ...sizes),
    median,
  };
}

async function expectNothingLost(
  streams: readonly TriedStream[],
  acknowledged: readonly ReadonlySet<string>[],
): Promise<void> {
  let total = 0;
  for (const [at, stream] of streams.entries()) {
    const kept = await catchUp(stream);
    expect(new Set(kept).size, 'each once').toBe(kept.length);
    expect(new Set(kept)).toEqual(acknowledged[at]);
    total += kept.length;
  }
  expect(total).toBe(soak.rounds * soak.appends);
}
