import { hash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  as,
  bytesOf,
  manageKeys,
  message,
  type Started,
  startRelay,
  streamOf,
  type TriedStream,
  verifiers,
} from '../conversation.ts';

let relay: Started;
beforeAll(async () => {
  relay = await startRelay();
});
afterAll(() => relay.stop());

const next = (answer: Response) => answer.headers.get('stream-next-offset') ?? 'no offset';
const messagesOf = async (main: TriedStream, word: string) =>
  (await main.get('', as('read', word))).json();

async function made(word: string): Promise<TriedStream> {
  const main = streamOf(relay, word);
  await main.put();
  return main;
}

describe('appending messages', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', 'x'],
    ['no array', '"eHh4"'],
    ['an empty array', '[]'],
    ['a number', '[1]'],
    ['an object', '[{"a":"eHh4"}]'],
    ['an array in it', '[["eHh4"]]'],
    ['an empty message', '[""]'],
    ['letters of another alphabet', '["eHh+"]'],
    ['padding', '["eHg="]'],
    ['an escape', '["\\u0065Hh4"]'],
    ['a length that is none', '["eHh4e"]'],
    ['a comma too many', '["eHh4",]'],
    ['an end that is missing', '["eHh4"'],
    ['something behind it', '["eHh4"]x'],
    ['bytes that are no text', '["\u00ff"]'],
  ])('answers 400 to %s', async (what, body) => {
    const main = await made(`bad ${what}`);
    expect((await main.post(body)).status).toBe(400);
    expect(await messagesOf(main, `bad ${what}`)).toEqual([]);
  });

  test('spaces between are not part of a message', async () => {
    const main = await made('spaces');
    expect((await main.post(' [ "eHh4" ,\n\t"eXl5" ]\r\n')).status).toBe(204);
    expect(await messagesOf(main, 'spaces')).toEqual(['eHh4', 'eXl5']);
  });

  test('a message has at most 256 KiB, a request at most 1,000 messages and 2 MiB', async () => {
    const main = await made('sizes');
    const size = 256 * 1024;
    expect((await main.post([message('x', size)])).status).toBe(204);
    expect((await main.post([message('x', size + 1)])).status).toBe(413);
    const thousand = Array.from({ length: 1000 }, (_, at) => message(String(at), 9));
    expect((await main.post(thousand)).status).toBe(204);
    expect((await main.post([...thousand, 'eHh4'])).status).toBe(413);
    expect((await main.post(Array(7).fill(message('x', size)))).status).toBe(413);
    const all = (await (await main.get()).json()) as string[];
    expect(all).toHaveLength(1001);
  });

  test('another content type is answered 409', async () => {
    const main = await made('types');
    for (const type of ['text/plain', 'application/octet-stream', '']) {
      expect((await main.post(['eHh4'], { 'content-type': type })).status).toBe(409);
    }
    const charset = { 'content-type': 'Application/JSON; charset=utf-8' };
    expect((await main.post(['eHh4'], charset)).status).toBe(204);
  });

  test('what does not fit the quota is answered 429, and reading goes on', async () => {
    const voucher = bytesOf('small voucher');
    const quota = { bytes: 200, children: 1 };
    await relay.store.addVoucher({ hash: hash('sha256', voucher, 'buffer'), streams: 1, quota });
    const main = streamOf(relay, 'small');
    await main.put({ authorization: `Bearer ${voucher.toString('base64url')}` });
    expect((await main.post([message('x', 100)])).status).toBe(204);
    const refused = await main.post([message('x', 100)]);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('3600');
    expect(await messagesOf(main, 'small')).toHaveLength(1);
  });

  test('many at once are each whole, in one order that everyone sees', async () => {
    const main = await made('many');
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, at) => main.post([message(`${at} a`), message(`${at} b`)])),
    );
    expect(new Set(answers.map(next)).size).toBe(40);
    const all = (await messagesOf(main, 'many')) as string[];
    expect(all).toHaveLength(80);
    for (let at = 0; at < 80; at += 2) {
      const number = (one: string | undefined) =>
        Buffer.from(one ?? '', 'base64url')
          .toString()
          .split(' ')[0];
      expect(number(all[at + 1])).toBe(number(all[at]));
    }
  });
});

describe('an append with a swap', () => {
  test('may be a megabyte', async () => {
    const main = await made('large turn');
    const size = 1024 * 1024;
    const swap = main.swap(1, '0000000000000000', 'large turn 2');
    expect((await main.post([message('x', size + 1)], swap)).status).toBe(413);
    expect((await main.post([message('x', size)], swap)).status).toBe(204);
  });

  test('is answered 409 with where everything is when the tail has moved, and nothing is done', async () => {
    const main = await made('moved');
    await main.post([message('a')]);
    const late = await main.post([message('turn')], main.swap(1, '0000000000000000', 'moved 2'));
    expect(late.status).toBe(409);
    expect(next(late)).toBe('0000000000000001');
    expect(late.headers.get('alongside-counter')).toBe('0');
    expect(await messagesOf(main, 'moved')).toEqual([message('a')]);
    expect((await main.post([message('b')])).status).toBe(204);
  });

  test('C06: of stewards who race only the first turns the tokens, and none is locked out', async () => {
    const main = await made('race');
    const answers = await Promise.all(
      ['one', 'two', 'three', 'four'].map((word) =>
        main.post([message(word)], main.swap(1, '0000000000000000', `race ${word}`)),
      ),
    );
    const words = ['one', 'two', 'three', 'four'];
    const won = words.filter((_, at) => answers[at]?.status === 204);
    expect(won).toHaveLength(1);
    expect(answers.filter(({ status }) => [404, 409].includes(status))).toHaveLength(3);
    expect(await messagesOf(main, `race ${won[0]}`)).toEqual([message(won[0] as string)]);
    const again = main.swap(2, '0000000000000001', 'race again');
    expect(
      (await main.post([message('again')], { ...again, ...as('append', `race ${won[0]}`) })).status,
    ).toBe(204);
  });

  test('needs a signature by the manage key over this operation for this stream', async () => {
    const main = await made('signed');
    const other = await made('other signed');
    const start = '0000000000000000';
    const good = main.swap(1, start, 'signed 2');
    const bad = [
      {
        ...good,
        'alongside-manage-signature': other.swap(1, start, 'signed 2')[
          'alongside-manage-signature'
        ],
      },
      { ...good, 'alongside-manage-op': main.swap(2, start, 'signed 2')['alongside-manage-op'] },
      { ...good, 'alongside-manage-signature': 'x'.repeat(86) },
    ] as Record<string, string>[];
    for (const headers of bad)
      expect((await main.post([message('turn')], headers)).status).toBe(404);
    const { 'alongside-manage-signature': _, ...unsigned } = good;
    expect((await main.post([message('turn')], unsigned)).status).toBe(400);
    expect(await messagesOf(main, 'signed')).toEqual([]);
    expect((await main.post([message('turn')], good)).status).toBe(204);
  });

  test('a signed operation of another kind, or with members too many, is answered 400', async () => {
    const main = await made('kinds');
    const start = '0000000000000000';
    for (const more of [
      { op: 'delete' },
      { extra: 1 },
      { read: 'x' },
      { tail: 'x' },
      { manage: 'x' },
      { counter: 0 },
    ]) {
      const headers = main.swap(1, start, 'kinds 2', more);
      expect((await main.post([message('turn')], headers)).status).toBe(400);
    }
    expect((await main.head()).headers.get('alongside-counter')).toBe('0');
  });

  test('can hand the manage key on', async () => {
    const main = await made('handed on');
    const next = manageKeys();
    const swap = main.swap(1, '0000000000000000', 'handed on 2', { manage: next.publicKey });
    expect((await main.post([message('turn')], swap)).status).toBe(204);
    expect((await main.manage({ op: 'delete', counter: 2 })).status).toBe(404);
    expect((await main.manage({ op: 'delete', counter: 2 }, next.privateKey)).status).toBe(204);
    expect(verifiers('handed on')).not.toBe(verifiers('handed on 2'));
  });
});
