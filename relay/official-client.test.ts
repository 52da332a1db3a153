/** The protocol's official client reads and tails our streams by token. It is here for that only. */
import { DurableStream, stream } from '@durable-streams/client';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { as, message, type Started, startRelay, streamOf } from './conversation.ts';

let relay: Started;
beforeAll(async () => {
  relay = await startRelay();
});
afterAll(() => relay.stop());

test('it catches up with everything, over many answers', async () => {
  const main = streamOf(relay, 'catching up');
  await main.put();
  const written: string[] = [];
  for (let round = 0; round < 4; round++) {
    const messages = Array.from({ length: 20 }, (_, at) => message(`${round} ${at}`, 20_000));
    written.push(...messages);
    await main.post(messages);
  }
  const headers = as('read', 'catching up');
  const got: string[] = [];
  for (let offset = '-1', isAtEnd = false; !isAtEnd; ) {
    const options = { url: main.url, headers, offset, live: false, warnOnHttp: false } as const;
    const answer = await stream<string>(options);
    got.push(...(await answer.json()));
    ({ offset, upToDate: isAtEnd } = answer);
  }
  expect(got.length).toBe(written.length);
  expect(got.findIndex((one, at) => one !== written[at])).toBe(-1);
});

test.each(['long-poll', 'sse'] as const)('it tails by %s and misses nothing', async (live) => {
  const main = streamOf(relay, `tailing by ${live}`);
  await main.put();
  await main.post([message('first')]);
  const stop = new AbortController();
  const heard: string[] = [];
  const answer = await stream<string>({
    url: main.url,
    headers: as('read', `tailing by ${live}`),
    live,
    signal: stop.signal,
    warnOnHttp: false,
  });
  const whole = new Promise<void>((resolve) => {
    answer.subscribeJson(async ({ items }) => {
      heard.push(...items);
      if (heard.length === 31) resolve();
    });
  });
  for (let at = 0; at < 30; at++) await main.post([message(String(at))]);
  await whole;
  stop.abort();
  const sent = ['first', ...Array.from({ length: 30 }, (_, at) => String(at))];
  expect(heard).toEqual(sent.map((text) => message(text)));
});

test('it appends, and learns where a stream ends', async () => {
  const main = streamOf(relay, 'appending');
  await main.put();
  const writer = new DurableStream({
    url: main.url,
    headers: as('append', 'appending'),
    contentType: 'application/json',
    warnOnHttp: false,
  });
  await writer.append(JSON.stringify(message('one')));
  const head = await DurableStream.head({
    url: main.url,
    headers: as('read', 'appending'),
    warnOnHttp: false,
  });
  expect(head).toMatchObject({ exists: true, offset: '0000000000000001' });
  expect(await (await main.get()).json()).toEqual([message('one')]);
});
