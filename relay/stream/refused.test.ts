/** What the open protocol offers and the token profile does not, and what is no stream's address. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  as,
  message,
  type Started,
  startRelay,
  streamOf,
  type TriedStream,
} from '../conversation.ts';

let relay: Started;
let main: TriedStream;
let outside: string;
beforeAll(async () => {
  outside = mkdtempSync(join(tmpdir(), 'alongside-refused-'));
  relay = await startRelay({ folder: outside });
  main = streamOf(relay, 'main');
  await main.put();
  await main.post([message('kept')]);
});
afterAll(async () => {
  await relay.stop();
  rmSync(outside, { recursive: true });
});

async function isAsItWas(): Promise<void> {
  expect(await (await main.get()).json()).toEqual([message('kept')]);
  const more = streamOf(relay, 'main');
  expect((await more.post(['not a message!'])).status).toBe(400);
}

describe('B02: forking', () => {
  test('does not read another stream, for whoever holds any token', async () => {
    const mine = streamOf(relay, 'mine');
    await mine.put();
    for (const from of [`/v1/stream/${main.id}`, main.id, main.url]) {
      for (const headers of [{}, as('append', 'mine'), as('append', 'main')]) {
        const fork = streamOf(relay, 'fork');
        const asked = { ...headers, 'stream-forked-from': from };
        expect((await fork.put(asked)).status).toBe(403);
        expect((await fork.put({ ...asked, 'stream-fork-offset': '-1' })).status).toBe(403);
        expect((await fork.get()).status).toBe(404);
        expect((await mine.put(asked)).status).toBe(403);
      }
    }
    expect(await (await mine.get()).json()).toEqual([]);
  });
});

describe('B03: subscriptions', () => {
  const paths = [
    '__ds',
    '__ds/',
    '__ds/subscriptions/x',
    '__ds/subscriptions/**',
    '__ds/subscriptions/x/claim',
    '__ds/jwks.json',
    '__ds/../__ds/subscriptions/x',
    '%5f%5fds/subscriptions/x',
  ];
  test.each(paths)('there are none at %s', async (path) => {
    for (const method of ['GET', 'PUT', 'POST', 'DELETE', 'HEAD']) {
      const body = JSON.stringify({
        type: 'webhook',
        pattern: '**',
        webhook: { url: relay.address },
      });
      const answer = await fetch(`${relay.address}/v1/stream/${path}`, {
        method,
        headers: { authorization: `Bearer ${relay.voucher}`, 'content-type': 'application/json' },
        ...(method !== 'GET' && method !== 'HEAD' && { body }),
      });
      expect(answer.status).toBe(404);
    }
    await isAsItWas();
  });

  test.each(paths)('nor beside a stream, at …/%s', async (path) => {
    expect((await fetch(`${main.url}/${path}`, { headers: as('read', 'main') })).status).toBe(404);
  });
});

describe('B04: closing, deleting and lifetimes', () => {
  const asked: [string, string][] = [
    ['stream-closed', 'true'],
    ['stream-closed', 'false'],
    ['stream-ttl', '1'],
    ['stream-expires-at', '2027-01-01T00:00:00Z'],
    ['stream-seq', '1'],
    ['stream-anything', 'x'],
    ['producer-id', 'x'],
    ['producer-epoch', '9007199254740991'],
    ['producer-seq', '0'],
  ];
  test.each(asked)('%s: %s is refused, for whatever method and token', async (name, value) => {
    const headers = { [name]: value };
    expect((await main.put(headers)).status).toBe(403);
    expect((await main.post([message('x')], headers)).status).toBe(403);
    expect((await main.post('', headers)).status).toBe(403);
    expect((await main.get('', headers)).status).toBe(403);
    expect((await main.head(headers)).status).toBe(403);
    expect((await streamOf(relay, `new ${name}`).put(headers)).status).toBe(403);
    expect((await streamOf(relay, 'unknown').get('', headers)).status).toBe(403);
    await isAsItWas();
  });

  test('DELETE is refused, for whoever asks', async () => {
    for (const headers of [{}, as('read', 'main'), as('append', 'main')] as Record<
      string,
      string
    >[]) {
      expect((await fetch(main.url, { method: 'DELETE', headers })).status).toBe(403);
    }
    await isAsItWas();
    expect((await main.post([message('x')])).status).toBe(204);
    await main.manage({ op: 'trim', counter: 1, before: '0000000000000000' });
  });

  test.each(['PATCH', 'TRACE', 'PROPFIND', 'LOCK'])('%s is no method here', async (method) => {
    expect(await statusOf(method, `/v1/stream/${main.id}`)).toBe(405);
  });
});

describe('B07: addresses that lead nowhere', () => {
  const climbing = [
    '..',
    '../',
    '../../etc/passwd',
    '..%2f..%2fetc%2fpasswd',
    '%2e%2e%2frelay.db',
    '%00',
    'a%00b',
    '\\..\\',
    '%5c..%5c',
    '%c0%ae%c0%ae/',
    '\u202e',
    '%E2%80%AE',
    'é',
    '*',
    '%',
    '%zz',
    '//',
    '///',
    '?',
    '#',
    ' ',
    '%20',
    '%0d%0aSet-Cookie:%20a=b',
    'x'.repeat(8192),
  ];

  test.each(climbing.map((path) => [path]))('%.40s is answered 400 or 404', async (path) => {
    for (const method of ['GET', 'PUT', 'POST']) {
      expect([400, 404]).toContain(await statusOf(method, `/v1/stream/${path}`));
      expect([400, 404]).toContain(
        await statusOf(method, `/v1/stream/${main.id}${path === '?' || path === '#' ? 'x' : path}`),
      );
      expect([400, 404]).toContain(await statusOf(method, `/v1/stream/${main.id}/${path}`));
    }
  });

  test('whatever the path, nothing is answered but 400 and 404, and nothing is written', async () => {
    const before = readdirSync(outside).sort();
    const piece = fc.oneof(
      fc.constantFrom(
        '..',
        '.',
        '/',
        '%2e',
        '%2f',
        '%00',
        '%',
        '\\',
        ':',
        '@',
        ';',
        main.id,
        'manage',
      ),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.string({ unit: 'binary', maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 8 }), async (pieces) => {
        const path = pieces.join('');
        const isName = /^[A-Za-z0-9_-]{21}[AQgw](\/manage)?(\?.*)?$/.test(path);
        fc.pre(!isName);
        expect([400, 404]).toContain(await statusOf('PUT', `/v1/stream/${path}`));
        expect([400, 404]).toContain(await statusOf('GET', `/v1/stream/${path}`));
      }),
      { numRuns: 300 },
    );
    expect(readdirSync(outside).sort()).toEqual(before);
    expect((await main.get()).status).toBe(200);
  });

  test('two spellings of the same sixteen bytes are not two names', async () => {
    const last = main.id.at(-1) as string;
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    const same = letters[letters.indexOf(last) + 1] as string;
    expect(Buffer.from(main.id.slice(0, -1) + same, 'base64url')).toEqual(
      Buffer.from(main.id, 'base64url'),
    );
    expect(await statusOf('PUT', `/v1/stream/${main.id.slice(0, -1)}${same}`)).toBe(404);
  });
});

describe('B08: text that would be SQL', () => {
  const injections = [
    `' OR '1'='1`,
    `'; DROP TABLE streams; --`,
    `" UNION SELECT * FROM vouchers --`,
    `1 OR 1=1`,
    `0000000000000000' --`,
    `0000000000000000; SELECT 1`,
    `0x30`,
    `1e9`,
    `-1 UNION SELECT hash FROM vouchers`,
    `NULL`,
    `\u0000`,
    `%' ESCAPE '!`,
  ];

  test.each(injections)('%s is no name, no offset and no cursor', async (text) => {
    const encoded = encodeURIComponent(text);
    for (const answer of [
      await fetch(`${relay.address}/v1/stream/${encoded}`, { headers: as('read', 'main') }),
      await main.get(`?offset=${encoded}`),
      await main.get(`?offset=${encoded}&live=long-poll`),
      await main.get(`?offset=-1&live=${encoded}`),
      await main.put({ 'alongside-tokens': encoded }),
      await main.put({ 'alongside-parent': encoded }),
      await main.manage({ op: 'trim', counter: 99, before: text }),
    ]) {
      expect([400, 404]).toContain(answer.status);
      const body = await answer.text();
      expect(body).not.toContain(text);
      expect(body.toLowerCase()).not.toMatch(/sql|sqlite|syntax|table|select/);
    }
    const cursor = await main.get(`?offset=-1&live=long-poll&cursor=${encoded}`);
    expect(cursor.status).toBe(200);
    expect((await main.get()).status).toBe(200);
  });
});

/** The status of a request whose path goes out as it is, which `fetch` would tidy. */
function statusOf(method: string, path: string): Promise<number> {
  const { port } = new URL(relay.address);
  return new Promise((resolve, reject) => {
    try {
      const asked = request({
        host: 'localhost',
        port,
        method,
        path,
        headers: { ...as('read', 'main'), 'content-length': '0' },
      });
      asked.on('response', (answer) => {
        answer.resume();
        answer.on('end', () => resolve(answer.statusCode ?? 0));
      });
      asked.on('error', reject);
      asked.end();
    } catch {
      resolve(400);
    }
  });
}
