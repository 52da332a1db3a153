import { afterAll, beforeEach, expect, test } from 'vitest';
import { sameBytes } from '../../vault/envelope/bytes.ts';
import { NotStored } from '../../vault/log/stream-errors.ts';
import type { Wire } from '../../vault/log/types.ts';
import { RelayTrouble, type Trouble } from '../../vault/sync/relay-client.ts';
import { cast, seededRandom } from '../../vault/testing/cast.ts';
import { PATIENCE } from '../sim/play.ts';
import { honest, startEvilRelay, type Trick } from './over-http.ts';
import { readerOf } from './reader-of.ts';
import * as tricks from './tricks.ts';

const evil = await startEvilRelay();
const elsewhere = await startEvilRelay();
afterAll(async () => {
  await evil.stop();
  await elsewhere.stop();
});
beforeEach(() => {
  evil.trick = honest;
});

const { amina, ruth } = await cast('amina', 'ruth');
const mine = readerOf(amina, evil);
const hers = readerOf(ruth, evil);
const begin = await mine.create(evil.voucher);
const random = seededRandom('messages');
/** Short, so that an answer has few bytes to be cut after. */
const stored: Wire[] = Array.from({ length: 3 }, () => random(40));
await mine.append(stored, undefined, begin);

/** What came of asking: the trouble, or that it was taken for an answer. */
async function troubleOf(what: Promise<unknown>): Promise<Trouble | 'answered'> {
  try {
    await what;
    return 'answered';
  } catch (error) {
    if (error instanceof RelayTrouble) return error.because;
    if (error instanceof NotStored && error.cause instanceof RelayTrouble) {
      return error.cause.because;
    }
    throw error;
  }
}

const signal = () => new AbortController().signal;
/** Every way in which a person's device asks. */
const ways = {
  read: () => hers.read(begin),
  'long-poll': () => readerOf(ruth, evil).wait(begin, signal()),
  tail: () => hers.tail(),
  append: () => mine.append([random(512)], undefined, begin),
};

test('A18: a redirect to another origin is an error, and nothing is ever asked there', async () => {
  for (const status of [301, 302, 303, 307, 308]) {
    evil.trick = tricks.redirectsTo(elsewhere.server, status);
    for (const [way, ask] of Object.entries(ways)) {
      expect(await troubleOf(ask()), `${status} ${way}`).not.toBe('answered');
    }
  }
  expect(elsewhere.seen).toEqual([]);
});

test('R36: a captive portal’s page is never data, whatever it calls itself', async () => {
  const pages: Readonly<Record<string, [Trick, Trouble]>> = {
    'as a page': [tricks.captivePortal, 'captive-portal'],
    'as JSON': [tricks.portalAsJson(), 'captive-portal'],
    'as JSON with an offset': [tricks.portalAsJson('0000000000000009'), 'refused'],
    'as 511': [tricks.always({ status: 511 }), 'captive-portal'],
    'as a page with an offset': [
      tricks.always({
        headers: { 'content-type': 'text/html', 'stream-next-offset': '0000000000000009' },
        body: Buffer.from('["AAAA"]'),
      }),
      'captive-portal',
    ],
  };
  for (const [name, [trick, because]] of Object.entries(pages)) {
    evil.trick = trick;
    expect(await troubleOf(ways.read()), name).toBe(because);
    expect(await troubleOf(ways['long-poll']()), name).toBe(because);
  }
  evil.trick = honest;
  expect((await hers.read(begin)).wires.length).toBe(3);
});

test('A15: no status and no header is taken for the end of what there is', async () => {
  const statuses: readonly (readonly [number, Trouble])[] = [
    [401, 'refused'],
    [403, 'refused'],
    [404, 'nothing-here'],
    [410, 'no-such-place'],
    [500, 'unreachable'],
    [503, 'busy'],
  ];
  for (const [status, because] of statuses) {
    evil.trick = tricks.refuses(status);
    expect(await troubleOf(ways.read()), `${status}`).toBe(because);
    expect(await troubleOf(ways['long-poll']()), `${status}`).toBe(because);
    expect(await troubleOf(ways.append()), `${status}`).not.toBe('answered');
  }
  const closed = {
    'stream-closed': 'true',
    'stream-ttl': '0',
    'stream-expires-at': '1970-01-01T00:00:00Z',
  };
  evil.trick = tricks.withHeaders(closed);
  expect((await hers.read(begin)).wires.length).toBe(3);
  // Empty, closed, and said to be up to date: nothing new, and no more than that.
  const end = await hers.tail();
  evil.trick = tricks.changed(() => ({
    status: 204,
    headers: { ...closed, 'stream-next-offset': end, 'stream-up-to-date': 'true' },
    body: Buffer.alloc(0),
  }));
  expect(await hers.read(end)).toMatchObject({ wires: [], next: end });
  // The same at a place behind which there was something is a loss, not an end.
  expect(await troubleOf(hers.read(begin))).toBe('no-such-place');
});

test(
  'A17: from every bomb a device takes a few megabytes and then no more',
  async () => {
    const bombs = {
      hugeJson: tricks.hugeJson,
      manyMessages: tricks.manyMessages,
      endlessSpace: tricks.endlessSpace,
      endlessLine: tricks.endlessLine,
      gzipBomb: tricks.gzipBomb,
      emptyMessages: tricks.emptyMessages,
    };
    const most = { rss: 0 };
    const before = process.memoryUsage().rss;
    for (const [name, trick] of Object.entries(bombs)) {
      evil.trick = trick;
      const sent = evil.sent();
      expect(await troubleOf(ways.read()), name).not.toBe('answered');
      expect(await troubleOf(ways['long-poll']()), name).not.toBe('answered');
      expect(evil.sent() - sent, `${name}: bytes on the line for two answers`).toBeLessThan(
        64 << 20,
      );
      most.rss = Math.max(most.rss, process.memoryUsage().rss - before);
    }
    expect(most.rss, 'bytes of memory more than before').toBeLessThan(200 << 20);
  },
  PATIENCE,
);

test(
  'R11: an answer that is cut after any of its bytes is no answer, and the next one is whole',
  async () => {
    const whole = await wholeAnswer();
    for (let bytes = 0; bytes < whole.length; bytes++) {
      evil.trick = tricks.cutAfter(bytes);
      expect(await troubleOf(ways.read()), `cut after ${bytes}`).not.toBe('answered');
    }
    evil.trick = tricks.cutAfter(whole.length);
    const { wires } = await hers.read(begin);
    expect(wires.every((wire, i) => sameBytes(wire, stored[i] as Wire))).toBe(true);
  },
  PATIENCE,
);

test('R11: a body that ends well before its JSON does is no answer either', async () => {
  const { length } = (await honestBody()) as Buffer;
  for (let bytes = 0; bytes < length; bytes += 7) {
    evil.trick = tricks.changed((answer) => ({ ...answer, body: answer.body.subarray(0, bytes) }));
    expect(await troubleOf(ways.read()), `${bytes} of ${length}`).not.toBe('answered');
  }
  // Cut in the middle of a letter, or bytes that are no letters: not JSON.
  for (const body of ['["é', '["\u{1f600}"'].map((text) => Buffer.from(text).subarray(0, -1))) {
    evil.trick = tricks.changed((answer) => ({ ...answer, body }));
    expect(await troubleOf(ways.read())).toBe('unreachable');
  }
});

test('what is no message stands in its place as one that means nothing', async () => {
  const odd = ['', '!', 'AAAA=', 17, null, ['AAAA'], { a: 1 }, 'AAAA'];
  evil.trick = tricks.changed((answer) => ({ ...answer, body: Buffer.from(JSON.stringify(odd)) }));
  const { wires } = await hers.read(begin);
  expect(wires.map(({ length }) => length)).toEqual([0, 0, 0, 0, 0, 0, 0, 3]);
  // A hundred thousand lists deep, it is one thing that is no message.
  evil.trick = tricks.deepJson;
  expect((await hers.read(begin)).wires.map(({ length }) => length)).toEqual([0]);
  for (const body of ['{}', '"AAAA"', 'null', '17']) {
    evil.trick = tricks.changed((answer) => ({ ...answer, body: Buffer.from(body) }));
    expect(await troubleOf(ways.read()), body).toBe('refused');
  }
});

async function honestBody(): Promise<Buffer | undefined> {
  let body: Buffer | undefined;
  evil.trick = tricks.changed((answer) => {
    body = answer.body;
    return answer;
  });
  await hers.read(begin);
  return body;
}

async function wholeAnswer(): Promise<Buffer> {
  let whole = Buffer.alloc(0);
  evil.trick = tricks.changed((answer) => {
    whole = Buffer.from(tricks.onTheLine(answer));
    return answer;
  });
  await hers.read(begin);
  return whole;
}
