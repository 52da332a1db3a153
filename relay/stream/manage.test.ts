import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  as,
  manageKeys,
  message,
  type Started,
  signature,
  startRelay,
  streamOf,
  type TriedStream,
  toldClock,
} from '../conversation.ts';

const clock = toldClock();
const day = 86_400_000;
let relay: Started;
beforeAll(async () => {
  const unlimited = { burst: 10_000, perSecond: 10_000 };
  relay = await startRelay({
    surroundings: clock,
    limits: { creations: unlimited, manages: unlimited },
  });
});
afterAll(() => relay.stop());

async function made(word: string): Promise<TriedStream> {
  const main = streamOf(relay, word);
  await main.put();
  return main;
}

const seconds = (milliseconds: number) => Math.floor(milliseconds / 1000);
const operations = {
  expire: { op: 'expire', at: seconds(clock.now() + 300 * day) },
  trim: { op: 'trim', before: '0000000000000001' },
  delete: { op: 'delete' },
};

describe('what the stewards sign', () => {
  test('expire ends a stream at its time, and can be put off', async () => {
    const main = await made('expire');
    const at = seconds(clock.now() + day);
    const done = await main.manage({ op: 'expire', counter: 1, at });
    expect([done.status, done.headers.get('alongside-counter')]).toEqual([204, '1']);
    expect((await main.manage({ op: 'expire', counter: 2, at: at + 86_400 })).status).toBe(204);
    clock.tick(day);
    expect((await main.get()).status).toBe(200);
    clock.tick(day);
    expect((await main.get()).status).toBe(404);
    expect((await main.manage({ op: 'expire', counter: 3, at: at * 2 })).status).toBe(404);
  });

  test('expire goes at most 400 days ahead', async () => {
    const main = await made('expire far');
    const far = seconds(clock.now() + 401 * day);
    expect((await main.manage({ op: 'expire', counter: 1, at: far })).status).toBe(400);
  });

  test('trim takes away what is before a place', async () => {
    const main = await made('trim');
    await main.post([message('a')]);
    await main.post([message('b')]);
    const beyond = { op: 'trim', counter: 1, before: '0000000000000003' };
    expect((await main.manage(beyond)).status).toBe(409);
    expect((await main.manage({ ...operations.trim, counter: 1 })).status).toBe(204);
    expect(await (await main.get()).json()).toEqual([message('b')]);
  });

  test('delete takes a stream and its children away', async () => {
    const main = await made('delete');
    const child = streamOf(relay, 'child of delete');
    await child.put({ ...as('append', 'delete'), 'alongside-parent': main.id });
    expect((await main.manage({ op: 'delete', counter: 1 })).status).toBe(204);
    expect((await main.get()).status).toBe(404);
    expect((await child.get()).status).toBe(404);
  });

  test.each([
    '{"op":"delete"}',
    '{"op":"delete","counter":0}',
    '{"op":"delete","counter":-1}',
    '{"op":"delete","counter":1.5}',
    '{"op":"delete","counter":"1"}',
    '{"op":"delete","counter":9007199254740992}',
    '{"op":"delete","counter":1,"more":1}',
    '{"op":"close","counter":1}',
    '{"op":"expire","counter":1}',
    '{"op":"expire","counter":1,"at":"soon"}',
    '{"op":"trim","counter":1,"before":1}',
    '{"op":"swap","counter":1,"tail":"0000000000000000"}',
    '[{"op":"delete","counter":1}]',
    'null',
    '"delete"',
    '{',
    '',
  ])('%s is answered 400 and does nothing', async (text) => {
    const main = await made(`malformed ${text}`);
    const answer = await fetch(`${main.url}/manage`, {
      method: 'POST',
      headers: { 'alongside-manage-signature': signature(main.id, text, main.keys.privateKey) },
      body: text,
    });
    expect(answer.status).toBe(400);
    expect((await main.head()).headers.get('alongside-counter')).toBe('0');
  });

  test('an operation of more than four kilobytes is not read', async () => {
    const main = await made('large operation');
    const text = `{"op":"delete","counter":1}${' '.repeat(4096)}`;
    const headers = {
      'alongside-manage-signature': signature(main.id, text, main.keys.privateKey),
    };
    const answer = await fetch(`${main.url}/manage`, { method: 'POST', headers, body: text });
    expect(answer.status).toBe(413);
  });
});

describe('B05: an operation is good once, for one stream, by its key', () => {
  const kinds = Object.entries(operations);

  test.each(kinds)('forged: %s', async (kind, operation) => {
    const main = await made(`forged ${kind}`);
    await main.post([message('a')]);
    const text = JSON.stringify({ ...operation, counter: 1 });
    const good = Buffer.from(signature(main.id, text, main.keys.privateKey), 'base64url');
    const flipped = Buffer.from(good);
    flipped[0] = (flipped[0] as number) ^ 1;
    const signatures = [
      undefined,
      '',
      flipped.toString('base64url'),
      signature(main.id, text, manageKeys().privateKey),
      signature(main.id, `${text} `, main.keys.privateKey),
      `${good.toString('base64url')}A`,
      good.toString('base64'),
      good.toString('hex'),
    ];
    for (const signed of signatures) {
      const answer = await fetch(`${main.url}/manage`, {
        method: 'POST',
        headers: signed === undefined ? {} : { 'alongside-manage-signature': signed },
        body: text,
      });
      expect(answer.status).toBe(404);
    }
    expect((await main.head()).headers.get('alongside-counter')).toBe('0');
    expect(await (await main.get()).json()).toEqual([message('a')]);
  });

  test.each(kinds)('of another stream with the same key: %s', async (kind, operation) => {
    const main = await made(`here ${kind}`);
    const other = streamOf(relay, `there ${kind}`);
    await other.put({ 'alongside-manage': main.keys.publicKey });
    await other.post([message('a')]);
    const text = JSON.stringify({ ...operation, counter: 1 });
    const headers = {
      'alongside-manage-signature': signature(main.id, text, main.keys.privateKey),
    };
    const answer = await fetch(`${other.url}/manage`, { method: 'POST', headers, body: text });
    expect(answer.status).toBe(404);
    expect((await other.head()).headers.get('alongside-counter')).toBe('0');
  });

  test.each(kinds.filter(([kind]) => kind !== 'delete'))(
    'replayed: %s',
    async (kind, operation) => {
      const main = await made(`replayed ${kind}`);
      await main.post([message('a')]);
      await main.post([message('b')]);
      expect((await main.manage({ ...operation, counter: 5 })).status).toBe(204);
      for (const counter of [5, 4, 1]) {
        const answer = await main.manage({ ...operation, counter });
        expect(answer.status).toBe(409);
        expect(answer.headers.get('alongside-counter')).toBe('5');
      }
      expect((await main.manage({ ...operation, counter: 6 })).status).toBe(204);
    },
  );

  test('a swap replayed, beside an append or alone', async () => {
    const main = await made('swap replayed');
    const swap = main.swap(1, '0000000000000000', 'swap replayed 2');
    expect((await main.post([message('turn')], swap)).status).toBe(204);
    const again = { ...swap, ...as('append', 'swap replayed 2') };
    expect((await main.post([message('again')], again)).status).toBe(409);
    const text = Buffer.from(swap['alongside-manage-op'] ?? '', 'base64url');
    const answer = await fetch(`${main.url}/manage`, {
      method: 'POST',
      headers: { 'alongside-manage-signature': swap['alongside-manage-signature'] ?? '' },
      body: text,
    });
    expect(answer.status).toBe(409);
  });

  test('a key that was handed on signs nothing more', async () => {
    const main = await made('old key');
    const next = manageKeys();
    await main.post(
      [message('x')],
      main.swap(1, '0000000000000000', 'old key 2', { manage: next.publicKey }),
    );
    for (const operation of Object.values(operations)) {
      expect((await main.manage({ ...operation, counter: 9 })).status).toBe(404);
    }
    expect((await main.manage({ op: 'delete', counter: 9 }, next.privateKey)).status).toBe(204);
  });
});
