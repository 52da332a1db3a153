import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { message, type Started, startRelay, streamOf, type TriedStream } from '../conversation.ts';

let relay: Started;
beforeAll(async () => {
  relay = await startRelay();
});
afterAll(() => relay.stop());

const next = (answer: Response) => answer.headers.get('stream-next-offset') ?? 'no offset';

async function made(word: string): Promise<TriedStream> {
  const main = streamOf(relay, word);
  await main.put();
  return main;
}

describe('reading', () => {
  test('begins at the start, at any offset it was told, or at the end', async () => {
    const main = await made('offsets');
    const first = next(await main.post([message('a')]));
    const second = next(await main.post([message('b')]));
    const got = async (query: string) => (await main.get(query)).json();
    expect(await got('')).toEqual([message('a'), message('b')]);
    expect(await got('?offset=-1')).toEqual([message('a'), message('b')]);
    expect(await got(`?offset=${first}`)).toEqual([message('b')]);
    expect(await got(`?offset=${second}`)).toEqual([]);
    const now = await main.get('?offset=now');
    expect([await now.json(), next(now), now.headers.get('stream-up-to-date')]).toEqual([
      [],
      second,
      'true',
    ]);
    expect(second > first).toBe(true);
  });

  test('gives about a megabyte at a time, and says when it is everything', async () => {
    const main = await made('long');
    const sent: string[] = [];
    for (let round = 0; round < 3; round++) {
      const messages = Array.from({ length: 10 }, (_, at) => message(`${round} ${at}`, 90_000));
      sent.push(...messages);
      await main.post(messages);
    }
    const got: string[] = [];
    let answers = 0;
    for (let offset = '-1', isAll = false; !isAll; answers++) {
      const answer = await main.get(`?offset=${offset}`);
      const body = await answer.text();
      expect(body.length).toBeLessThan(1.5 * 1024 * 1024);
      got.push(...(JSON.parse(body) as string[]));
      offset = next(answer);
      isAll = answer.headers.get('stream-up-to-date') === 'true';
    }
    expect(answers).toBeGreaterThan(2);
    expect(got.length).toBe(sent.length);
    expect(got.every((one, at) => one === sent[at])).toBe(true);
  });

  test.each([
    'x',
    '1',
    '00000000000000000',
    '-2',
    '000000000000000a',
    '0000000000000000,',
    '%00',
    '',
  ])('answers 400 to the offset %s', async (offset) => {
    const main = await made(`offset ${offset}`);
    expect((await main.get(`?offset=${offset}`)).status).toBe(400);
    expect((await main.get(`?offset=${offset}&live=long-poll`)).status).toBe(400);
    expect((await main.get(`?offset=${offset}&live=sse`)).status).toBe(400);
  });

  test('answers 400 to two offsets, to a way of reading it does not have, and to waiting from nowhere', async () => {
    const main = await made('queries');
    for (const query of [
      '?offset=-1&offset=-1',
      '?offset=-1&live=yes',
      '?live=long-poll',
      '?live=sse',
    ]) {
      expect((await main.get(query)).status).toBe(400);
    }
    expect((await main.get('?offset=-1&other=1')).status).toBe(200);
  });

  test('answers 410 to a place beyond the tail or before what was trimmed', async () => {
    const main = await made('gone');
    await main.post([message('a')]);
    expect((await main.get('?offset=0000000000000002')).status).toBe(410);
    expect((await main.get('?offset=9007199254740991&live=long-poll')).status).toBe(410);
    expect((await main.get('?offset=9007199254740992')).status).toBe(400);
    await main.post([message('b')]);
    await main.manage({ op: 'trim', counter: 1, before: '0000000000000001' });
    expect((await main.get('?offset=0000000000000000')).status).toBe(410);
    expect(await (await main.get('?offset=-1')).json()).toEqual([message('b')]);
    expect(await (await main.get()).json()).toEqual([message('b')]);
  });

  test('HEAD says where it ends and the counter, and nothing else of it', async () => {
    const main = await made('head');
    await main.post([message('a')]);
    await main.manage({ op: 'trim', counter: 7, before: '0000000000000000' });
    const head = await main.head();
    expect(head.status).toBe(200);
    expect(next(head)).toBe('0000000000000001');
    expect(head.headers.get('alongside-counter')).toBe('7');
    expect(await head.text()).toBe('');
  });
});
