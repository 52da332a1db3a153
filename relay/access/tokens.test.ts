import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  as,
  message,
  nameOf,
  type Started,
  startRelay,
  streamOf,
  type TriedStream,
  token,
} from '../conversation.ts';

let relay: Started;
let main: TriedStream;
beforeAll(async () => {
  relay = await startRelay();
  main = streamOf(relay, 'main');
  await main.put();
  await main.post([message('first')]);
  const other = streamOf(relay, 'other');
  await other.put();
  const child = streamOf(relay, 'child');
  await child.put({ ...as('append', 'main'), 'alongside-parent': main.id });
  const tail = '0000000000000001';
  await main.post([message('turn')], main.swap(1, tail, 'turned'));
});
afterAll(() => relay.stop());

const now = 'turned';
/** Who asks, and what each of them may: nothing but what stands here. */
const askers = {
  'the read token': { headers: as('read', now), may: ['read', 'head', 'long-poll', 'events'] },
  'the append token': { headers: as('append', now), may: ['append', 'child'] },
  'the read token before the swap': { headers: as('read', 'main'), may: ['read', 'head'] },
  'the append token before the swap': { headers: as('append', 'main'), may: [] },
  'the read token of another stream': { headers: as('read', 'other'), may: [] },
  'the append token of another stream': { headers: as('append', 'other'), may: [] },
  'the read token of a child': { headers: as('read', 'child'), may: [] },
  'the append token of a child': { headers: as('append', 'child'), may: [] },
  'no token': { headers: { authorization: '' }, may: [] },
  'the voucher': { headers: { authorization: '' }, voucher: true, may: [] },
  'the verifier as a token': {
    headers: { authorization: `Bearer ${token(`read ${now}`).verifier}` },
    may: [],
  },
  'the token in another scheme': {
    headers: { authorization: `Basic ${token(`read ${now}`).token}` },
    may: [],
  },
  'two tokens': {
    headers: {
      authorization: `${as('read', now).authorization}, ${as('append', now).authorization}`,
    },
    may: [],
  },
  'a token of one byte less': {
    headers: { authorization: `Bearer ${token(`read ${now}`).token.slice(0, 42)}` },
    may: [],
  },
} as Record<string, { headers: Record<string, string>; voucher?: true; may: string[] }>;

const routes: Record<string, (headers: Record<string, string>) => Promise<Response>> = {
  read: (headers) => main.get('', headers),
  head: (headers) => main.head(headers),
  'long-poll': (headers) => main.get('?offset=0000000000000001&live=long-poll', headers),
  events: (headers) => main.get('?offset=0000000000000002&live=sse', headers),
  append: (headers) => main.post([message('more')], headers),
  child: (headers) => streamOf(relay, 'new child').put({ ...headers, 'alongside-parent': main.id }),
};

describe('B01: a token opens what it is for and nothing else', () => {
  const cases = Object.keys(askers).flatMap((who) =>
    Object.keys(routes).map((what) => ({ who, what })),
  );
  test.each(cases)('$what with $who', async ({ who, what }) => {
    const { headers, voucher, may } = askers[who] as (typeof askers)[string];
    const bearer = voucher ? { authorization: `Bearer ${relay.voucher}` } : headers;
    const answer = await (routes[what] as (typeof routes)[string])(bearer);
    const isOld = who === 'the read token before the swap';
    const expected =
      may.includes(what) || (isOld && what === 'long-poll') ? [200, 201, 204] : [404];
    expect(expected).toContain(answer.status);
    await answer.body?.cancel();
  });
});

describe('B06: nothing tells an unknown stream from a wrong token', () => {
  const wrong = as('read', 'nobody');
  const unknown = `${'/v1/stream/'}${nameOf('nowhere')}`;
  const askedOf = (url: string) => [
    fetch(url, { headers: wrong }),
    fetch(`${url}?offset=-1`, { headers: wrong }),
    fetch(`${url}?offset=x`, { headers: wrong }),
    fetch(`${url}?offset=-1&live=long-poll`, { headers: wrong }),
    fetch(`${url}?offset=-1&live=sse`, { headers: wrong }),
    fetch(url),
    fetch(url, { method: 'HEAD', headers: wrong }),
    fetch(url, {
      method: 'POST',
      headers: { ...wrong, 'content-type': 'application/json' },
      body: '["eHh4"]',
    }),
    fetch(url, { method: 'POST', headers: wrong, body: 'x' }),
    fetch(`${url}/manage`, { method: 'POST', body: '{"op":"delete","counter":9}' }),
    fetch(`${url}/manage`, {
      method: 'POST',
      headers: { 'alongside-manage-signature': 'A'.repeat(86) },
      body: '{"op":"delete","counter":9}',
    }),
    fetch(url, {
      method: 'PUT',
      headers: {
        ...wrong,
        'content-type': 'application/json',
        'alongside-tokens': `${token('a').verifier}.${token('b').verifier}`,
        'alongside-manage': main.keys.publicKey,
      },
    }),
  ];

  test('in status, body or headers', async () => {
    const told = await Promise.all(askedOf(`${relay.address}${unknown}`).map(seen));
    const toldOfOurs = await Promise.all(askedOf(main.url).map(seen));
    expect(toldOfOurs).toEqual(told);
    expect(new Set(told.map(({ status }) => status))).toEqual(new Set([404]));
  });

  test.runIf(process.env.NIGHTLY)(
    'in time (nightly)',
    async () => {
      const urls = [`${relay.address}${unknown}`, main.url] as const;
      const took: [number[], number[]] = [[], []];
      for (let round = 0; round < 5_000; round++) {
        for (const which of round % 2 ? [0, 1] : [1, 0]) {
          const began = performance.now();
          const answer = await fetch(urls[which as 0 | 1], { headers: wrong });
          await answer.arrayBuffer();
          took[which as 0 | 1].push(performance.now() - began);
        }
      }
      expect(Math.abs(standardScore(took[0], took[1]))).toBeLessThan(4);
    },
    300_000,
  );
});

/** What an asker sees of an answer; the date changes by itself. */
async function seen(asked: Promise<Response>) {
  const answer = await asked;
  const headers = Object.fromEntries(answer.headers);
  const { date, ...rest } = headers;
  expect(date).toBeDefined();
  return { status: answer.status, headers: rest, body: await answer.text() };
}

/** Mann and Whitney's test of whether one of two samples tends to be above the other, as a z score. */
function standardScore(first: readonly number[], second: readonly number[]): number {
  const all = [
    ...first.map((value) => ({ value, of: 0 })),
    ...second.map((value) => ({ value, of: 1 })),
  ];
  all.sort((a, b) => a.value - b.value);
  const ranks = all.reduce((sum, { of }, at) => sum + (of === 0 ? at + 1 : 0), 0);
  const [m, n] = [first.length, second.length];
  const above = ranks - (m * (m + 1)) / 2;
  return (above - (m * n) / 2) / Math.sqrt((m * n * (m + n + 1)) / 12);
}
