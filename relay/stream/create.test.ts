import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  as,
  bytesOf,
  manageKeys,
  message,
  nameOf,
  type Started,
  startRelay,
  streamOf,
  token,
  toldClock,
  verifiers,
} from '../conversation.ts';

const clock = toldClock();
const day = 86_400_000;
const inSeconds = (milliseconds: number) => String(Math.floor(milliseconds / 1000));
let relay: Started;
beforeAll(async () => {
  const unlimited = { burst: 10_000, perSecond: 10_000 };
  relay = await startRelay({ surroundings: clock, limits: { creations: unlimited } });
});
afterAll(() => relay.stop());

describe('making a workspace', () => {
  test('answers 201 with where it ends, and 200 to the same again', async () => {
    const main = streamOf(relay, 'a');
    const made = await main.put();
    expect(made.status).toBe(201);
    expect(made.headers.get('stream-next-offset')).toBe('0000000000000000');
    expect(made.headers.get('location')).toBe(`/v1/stream/${main.id}`);
    expect(made.headers.get('content-type')).toBe('application/json');
    const again = await main.put();
    expect(again.status).toBe(200);
    await main.post([message('x')]);
    expect((await main.put()).headers.get('stream-next-offset')).toBe('0000000000000001');
  });

  test('answers 404 to another PUT for a name that is taken, and changes nothing', async () => {
    const main = streamOf(relay, 'taken');
    await main.put();
    for (const headers of [
      { 'alongside-tokens': verifiers('other') },
      { 'alongside-manage': manageKeys().publicKey },
      { authorization: `Bearer ${token('no voucher').token}` },
    ]) {
      expect((await main.put(headers)).status).toBe(404);
    }
    expect((await main.get()).status).toBe(200);
  });

  test('needs a voucher', async () => {
    const main = streamOf(relay, 'without');
    for (const authorization of [
      '',
      `Bearer ${token('x').token}`,
      `Basic ${relay.voucher}`,
      'Bearer',
    ]) {
      expect((await main.put({ authorization })).status).toBe(404);
    }
    expect((await main.get()).status).toBe(404);
  });

  test('spends a voucher once a stream, and says 429 when it is spent', async () => {
    const voucher = bytesOf('voucher for two');
    await relay.store.addVoucher({
      hash: hash('sha256', voucher, 'buffer'),
      streams: 2,
      quota: { bytes: 100, children: 1 },
    });
    const headers = { authorization: `Bearer ${voucher.toString('base64url')}` };
    for (const word of ['one of two', 'one of two', 'two of two']) {
      expect(
        (await streamOf(relay, word).put({ ...headers, ...keysOf(word) })).status,
      ).toBeLessThan(202);
    }
    const third = await streamOf(relay, 'three of two').put(headers);
    expect(third.status).toBe(429);
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(third.headers.get('content-type')).toBe('application/problem+json');
  });

  test.each([
    ['no tokens', { 'alongside-tokens': '' }],
    ['one verifier', { 'alongside-tokens': token('x').verifier }],
    ['three verifiers', { 'alongside-tokens': `${verifiers('x')}.${token('y').verifier}` }],
    ['a short verifier', { 'alongside-tokens': `${verifiers('x').slice(0, -1)}` }],
    [
      'a verifier with bits left over',
      { 'alongside-tokens': `${token('x').verifier.slice(0, -1)}B.${token('y').verifier}` },
    ],
    ['no manage key', { 'alongside-manage': '' }],
    ['a manage key that is none', { 'alongside-manage': 'x'.repeat(43) }],
    ['another content type', { 'content-type': 'text/plain' }],
    ['an expiry without a parent', { 'alongside-expires': inSeconds(clock.now() + day) }],
    ['a parent that is no name', { 'alongside-parent': 'x' }],
  ])('answers 400 to %s', async (what, headers) => {
    const main = streamOf(relay, `bad ${what}`);
    expect((await main.put(headers as Record<string, string>)).status).toBe(400);
    expect((await main.get()).status).toBe(404);
  });

  test('takes no body', async () => {
    const main = streamOf(relay, 'with a body');
    const answer = await fetch(main.url, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${relay.voucher}`,
        'content-type': 'application/json',
        'alongside-tokens': verifiers('with a body'),
        'alongside-manage': main.keys.publicKey,
      },
      body: '["eHh4"]',
    });
    expect(answer.status).toBe(400);
  });
});

describe('making a child', () => {
  test('takes the append token of the parent, not the read token nor a voucher', async () => {
    const main = streamOf(relay, 'parent');
    await main.put();
    const parent = { 'alongside-parent': main.id };
    const child = streamOf(relay, 'child');
    expect((await child.put({ ...parent, ...as('read', 'parent') })).status).toBe(404);
    expect((await child.put(parent)).status).toBe(404);
    expect((await child.put({ ...parent, ...as('append', 'parent') })).status).toBe(201);
    expect((await child.put({ ...parent, ...as('append', 'parent') })).status).toBe(200);
  });

  test('a child has no children, and nobody is the parent of a stream that is not there', async () => {
    const main = streamOf(relay, 'grandparent');
    await main.put();
    await streamOf(relay, 'middle').put({
      ...as('append', 'grandparent'),
      'alongside-parent': main.id,
    });
    const below = { ...as('append', 'middle'), 'alongside-parent': nameOf('middle') };
    expect((await streamOf(relay, 'below').put(below)).status).toBe(404);
    const nowhere = { ...as('append', 'middle'), 'alongside-parent': nameOf('nowhere') };
    expect((await streamOf(relay, 'below').put(nowhere)).status).toBe(404);
  });

  test('without a manage key of its own its parent manages it, with one only that key does', async () => {
    const main = streamOf(relay, 'manager');
    await main.put();
    const parent = { ...as('append', 'manager'), 'alongside-parent': main.id };
    const managed = streamOf(relay, 'managed child');
    const answer = await fetch(managed.url, {
      method: 'PUT',
      headers: {
        ...parent,
        'content-type': 'application/json',
        'alongside-tokens': verifiers('managed child'),
      },
    });
    expect(answer.status).toBe(201);
    expect((await managed.manage({ op: 'delete', counter: 1 })).status).toBe(404);
    const byParent = await managed.manage({ op: 'delete', counter: 1 }, main.keys.privateKey);
    expect(byParent.status).toBe(204);
    const own = streamOf(relay, 'own child');
    await own.put(parent);
    expect((await own.manage({ op: 'delete', counter: 1 }, main.keys.privateKey)).status).toBe(404);
    expect((await own.manage({ op: 'delete', counter: 1 })).status).toBe(204);
  });

  test('lives until it expires, at most 400 days', async () => {
    const main = streamOf(relay, 'expiring parent');
    await main.put();
    const parent = { ...as('append', 'expiring parent'), 'alongside-parent': main.id };
    const child = streamOf(relay, 'expiring');
    for (const at of [clock.now() - 1000, clock.now(), clock.now() + 401 * day]) {
      expect((await child.put({ ...parent, 'alongside-expires': inSeconds(at) })).status).toBe(400);
    }
    for (const at of ['soon', '-1', '1e9', '']) {
      expect((await child.put({ ...parent, 'alongside-expires': at })).status).toBe(400);
    }
    const expires = inSeconds(clock.now() + 14 * day);
    expect((await child.put({ ...parent, 'alongside-expires': expires })).status).toBe(201);
    clock.tick(14 * day - 1000);
    expect((await child.post([message('in time')])).status).toBe(204);
    clock.tick(1000);
    expect((await child.post([message('late')])).status).toBe(404);
    expect((await child.get()).status).toBe(404);
  });

  test('there are as many as the quota says', async () => {
    const voucher = bytesOf('voucher for one child');
    await relay.store.addVoucher({
      hash: hash('sha256', voucher, 'buffer'),
      streams: 1,
      quota: { bytes: 1000, children: 1 },
    });
    const main = streamOf(relay, 'of few');
    await main.put({ authorization: `Bearer ${voucher.toString('base64url')}` });
    const parent = { ...as('append', 'of few'), 'alongside-parent': main.id };
    expect((await streamOf(relay, 'first of few').put(parent)).status).toBe(201);
    const second = await streamOf(relay, 'second of few').put(parent);
    expect(second.status).toBe(429);
    expect(second.headers.get('retry-after')).toBe('3600');
  });
});

/** The manage key of a word's stream, the same at each call, so that a PUT can be repeated. */
const known = new Map<string, string>();
function keysOf(word: string): Record<string, string> {
  const key = known.get(word) ?? manageKeys().publicKey;
  known.set(word, key);
  return { 'alongside-manage': key };
}
