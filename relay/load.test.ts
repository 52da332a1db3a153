/**
 * The load that a small machine must hold: appends to many streams while many read live, with the relay in
 * a process of its own. On push a few seconds of it, where all must arrive; with NIGHTLY=1 ten
 * minutes, where the times and the memory are held to as well.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { startCommand } from '../cli/running.ts';
import { streamOf, type TriedStream } from './conversation.ts';

const nightly = process.env.NIGHTLY === '1';
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const load = nightly
  ? { streams: 50, readers: 1000, perSecond: 300, seconds: 600 }
  : { streams: 10, readers: 60, perSecond: 50, seconds: 3 };

/** 768 bytes whose beginning, as it travels, occurs once in a message. */
const mark = 'BEGINS';
const text = Buffer.from(mark.padEnd(768, 'x')).toString('base64url');
const markInText = Buffer.from(mark).toString('base64url');

test('R34: appends at a steady rate are all acknowledged and all reach every live reader', {
  timeout: (load.seconds + 120) * 1000,
}, async () => {
  const data = mkdtempSync(join(tmpdir(), 'alongside-load-'));
  ends.push(() => rmSync(data, { recursive: true }));
  const running = await startCommand('relay', '--port', '0', '--data', data);
  ends.push(() => running.stop('SIGKILL'));
  const streams = Array.from({ length: load.streams }, (_, at) =>
    streamOf(running, `stream ${at}`),
  );
  for (const stream of streams) expect((await stream.put()).status).toBe(201);
  const of = (load.perSecond * load.seconds) / load.streams;
  const readers = Array.from({ length: load.readers }, (_, at) =>
    countLive(streams[at % load.streams] as TriedStream, of),
  );
  const took = await appendSteadily(streams);
  for (const count of await Promise.all(readers)) expect(count).toBe(of);
  if (!nightly) return;
  took.sort((a, b) => a - b);
  expect(took[Math.floor(took.length * 0.5)]).toBeLessThan(15);
  expect(took[Math.floor(took.length * 0.99)]).toBeLessThan(100);
  const status = readFileSync(`/proc/${running.pid}/status`, 'utf8');
  expect(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1])).toBeLessThan(400 * 1024);
});

/** Appends to one stream after the other, each at its time; gives how long each took. */
async function appendSteadily(streams: readonly TriedStream[]): Promise<number[]> {
  const took: number[] = [];
  const under: Promise<void>[] = [];
  const began = performance.now();
  for (let at = 0; at < load.perSecond * load.seconds; at++) {
    const early = began + (at * 1000) / load.perSecond - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    under.push(append(streams[at % streams.length] as TriedStream));
  }
  await Promise.all(under);
  return took;

  async function append(to: TriedStream): Promise<void> {
    const asked = performance.now();
    expect((await to.post([text])).status).toBe(204);
    took.push(performance.now() - asked);
  }
}

/** Reads live until so many messages came, coming back where the relay ends a connection. */
async function countLive(stream: TriedStream, expected: number): Promise<number> {
  let offset = '-1';
  let count = 0;
  while (count < expected) {
    const stop = new AbortController();
    const answer = await stream.get(`?offset=${offset}&live=sse`, {}, stop.signal);
    expect(answer.status).toBe(200);
    let rest = '';
    for await (const bytes of answer.body ?? []) {
      rest += Buffer.from(bytes).toString('latin1');
      // What is counted is what has its control event, where the next place stands.
      const control = rest.lastIndexOf('event: control');
      const end = control < 0 ? -1 : rest.indexOf('\n\n', control);
      if (end < 0) continue;
      const whole = rest.slice(0, end);
      rest = rest.slice(end);
      count += whole.split(`"${markInText}`).length - 1;
      offset = /.*"streamNextOffset":"(\d+)"/s.exec(whole)?.[1] ?? offset;
      if (count >= expected) break;
    }
    stop.abort();
  }
  return count;
}
