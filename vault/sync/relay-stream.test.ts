import { expect, test } from 'vitest';
import { NotStored } from '../log/stream-errors.ts';
import type { Turn, Wire } from '../log/types.ts';
import { cast, type Player } from '../testing/cast.ts';
import { createContractRelay, problem } from '../testing/contract-relay.ts';
import { contextOn } from '../testing/relay-players.ts';
import { RelayTrouble } from './relay-client.ts';
import { relayKeys } from './relay-keys.ts';
import { createRelayStream, type RelayStream } from './relay-stream.ts';

const stage = await cast('amina', 'ruth');
const { amina, ruth } = stage;

function streamOf({ replica, keys }: Player, fetcher: typeof fetch): RelayStream {
  const context = contextOn('https://relay.example', fetcher);
  return createRelayStream(context, replica.state.stream, relayKeys(replica.state, keys));
}

const wire = (n: number): Wire => new Uint8Array(600).fill(n);
const because = (error: unknown) => {
  if (error instanceof RelayTrouble || error instanceof NotStored) return error.because;
  throw error;
};

async function served() {
  const relay = createContractRelay();
  const mine = streamOf(amina, relay.fetch);
  const begin = await mine.create(relay.voucher);
  return { relay, mine, begin };
}

async function readAll(stream: RelayStream, from: string): Promise<Wire[]> {
  const wires: Wire[] = [];
  for (let at = from; ; ) {
    const batch = await stream.read(at);
    if (batch.wires.length === 0) return wires;
    wires.push(...batch.wires);
    at = batch.next;
  }
}

/** The turn that a rotation brings, as the entry’s author has it. */
async function turnOf(player: Player): Promise<Turn> {
  await player.replica.change({ type: 'rotate' });
  const { epoch } = player.replica.state;
  const secret = player.keys.epoch(epoch);
  if (!secret) throw new Error('Must hold: the author has the key');
  return { epoch: { number: epoch, secret }, stewards: null };
}

test('a stream is made once by its voucher, and making it again finds it', async () => {
  const { relay, mine, begin } = await served();
  expect(await mine.create(relay.voucher)).toBe(begin);
  expect(await mine.create(new Uint8Array(32)).catch(because)).toBe('nothing-here');
});

test('what one appends another reads in order, in requests that the relay takes', async () => {
  const { relay, mine, begin } = await served();
  const wires = Array.from({ length: 2500 }, (_, n) => wire(n % 250));
  await mine.append(wires, undefined, begin);
  expect(await readAll(streamOf(ruth, relay.fetch), begin)).toEqual(wires);
});

test('a rotation swaps the tokens with its entry; who was away walks over it with the older key', async () => {
  const { relay, mine, begin } = await served();
  const theirs = streamOf(ruth, relay.fetch);
  await mine.append([wire(1)], undefined, begin);
  const tail = await mine.tail();
  await mine.append([wire(2)], await turnOf(amina), tail);
  await mine.append([wire(3)], undefined, '');
  const first = await theirs.read(begin);
  expect(first.wires).toEqual([wire(1), wire(2)]);
  expect(await theirs.read(first.next).catch(because)).toBe('nothing-here');
  expect(await theirs.append([wire(9)], undefined, '').catch(because)).toBe('refused');
  await stage.settle();
  expect((await theirs.read(first.next)).wires).toEqual([wire(3)]);
  await theirs.append([wire(4)], undefined, '');
  expect(await readAll(mine, begin)).toEqual([wire(1), wire(2), wire(3), wire(4)]);
});

test('C06: a rotation that others were ahead of is not taken, and its tokens neither', async () => {
  const { relay, mine, begin } = await served();
  await mine.append([wire(1)], undefined, begin);
  const turn = await turnOf(amina);
  expect(await mine.append([wire(2)], turn, begin).catch(because)).toBe('moved');
  expect(await readAll(streamOf(ruth, relay.fetch), begin)).toEqual([wire(1)]);
  await mine.append([wire(2)], turn, await mine.tail());
  await stage.settle();
  expect(await readAll(streamOf(ruth, relay.fetch), begin)).toHaveLength(2);
});

test('tokens that lag behind the chain serve, and a steward’s device renews them', async () => {
  const { relay, mine, begin } = await served();
  await turnOf(amina);
  await stage.settle();
  await mine.append([wire(1)], undefined, begin);
  expect(mine.lags).toBe(true);
  const theirs = streamOf(ruth, relay.fetch);
  expect((await theirs.read(begin)).wires).toEqual([wire(1)]);
  expect(await theirs.renewTokens(await theirs.tail())).toBe(false);
  expect(await mine.renewTokens(await mine.tail())).toBe(true);
  expect(mine.lags).toBe(false);
  await theirs.append([wire(2)], undefined, '');
  expect(await readAll(theirs, begin)).toEqual([wire(1), wire(2)]);
});

test('news is waited for at the relay, and is read once only', async () => {
  const { relay, mine, begin } = await served();
  const theirs = streamOf(ruth, relay.fetch);
  const waiting = theirs.wait(begin, new AbortController().signal);
  await mine.append([wire(5)], undefined, begin);
  expect(await waiting).toBe(true);
  const requests = relay.requests;
  expect((await theirs.read(begin)).wires).toEqual([wire(5)]);
  expect(relay.requests).toBe(requests);
});

/** A relay that answers each read in one way. */
const always = (answer: () => Response) => streamOf(ruth, async () => answer());
const json = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Response(body, {
    headers: { 'content-type': 'application/json', 'stream-next-offset': '5', ...headers },
  });

test('A15: a relay that says closed, gone or unknown has not ended anything', async () => {
  const closed = always(() => json('[]', { 'stream-closed': 'true', 'stream-next-offset': '4' }));
  expect((await closed.read('4')).wires).toEqual([]);
  for (const [status, told] of [
    [404, 'nothing-here'],
    [410, 'no-such-place'],
    [400, 'no-such-place'],
    [403, 'refused'],
    [429, 'busy'],
    [500, 'unreachable'],
    [503, 'busy'],
    [507, 'full'],
  ] as const) {
    const stream = always(() => problem(status));
    expect(await stream.read('4').catch(because)).toBe(told);
    expect(await stream.wait('4', new AbortController().signal).catch(because)).toBe(told);
  }
});

test('a quota that is spent is told from a crowd, by how long the relay asks to wait', async () => {
  const wait = async (seconds: string) => {
    const stream = always(() => problem(429, { 'retry-after': seconds }));
    return stream.read('4').catch((error: RelayTrouble) => [error.because, error.retryAfter]);
  };
  expect(await wait('7')).toEqual(['busy', 7000]);
  expect(await wait('3600')).toEqual(['full', 3_600_000]);
  expect(await wait('999999')).toEqual(['full', 3_600_000]);
  expect(await wait('soon')).toEqual(['busy', null]);
});

test('R36: the page of a captive portal is never read as data', async () => {
  const page = (status: number) =>
    new Response('<html>Please sign in</html>', {
      status,
      headers: { 'content-type': 'text/html' },
    });
  for (const status of [200, 401, 404, 511]) {
    expect(
      await always(() => page(status))
        .read('')
        .catch(because),
    ).toBe('captive-portal');
  }
  const noOffset = new Response('["AAAA"]', { headers: { 'content-type': 'application/json' } });
  expect(
    await always(() => noOffset)
      .read('')
      .catch(because),
  ).toBe('captive-portal');
});

test('A16: hostile offsets end in a refusal after one answer, and never in a loop', async () => {
  const hostile: readonly (readonly [string, string, string])[] = [
    ['4', '["AAAA"]', '4'],
    ['4', '["AAAA"]', 'x'.repeat(10_240)],
    ['4', '["AAAA"]', 'a b'],
    ['4', '[]', '3'],
    ['4', '[]', '9'],
    ['4', '[]', '-1'],
    ['4', '[]', 'now'],
    ['4', '[]', ''],
  ];
  for (const [from, body, next] of hostile) {
    let requests = 0;
    const stream = streamOf(ruth, async () => {
      requests += 1;
      return json(body, { 'stream-next-offset': next });
    });
    expect(await stream.read(from).catch(because)).toMatch(/^(refused|no-such-place)$/);
    expect(requests).toBe(1);
  }
});

test('A17: bombs are cut off at the limits', async () => {
  let given = 0;
  const endless = () =>
    new ReadableStream<Uint8Array>({
      pull(controller) {
        given += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(0x20));
      },
    });
  expect(
    await always(() => json(endless()))
      .read('')
      .catch(because),
  ).toBe('refused');
  expect(given).toBeLessThan(5_000_000);
  const many = `[${'"",'.repeat(999_999)}""]`;
  expect(
    await always(() => json(many))
      .read('')
      .catch(because),
  ).toBe('refused');
  expect(
    await always(() => json('{"0":"AAAA"}'))
      .read('')
      .catch(because),
  ).toBe('refused');
});

test('R11: a body that is cut at any byte gives nothing, and the next request gives all', async () => {
  const body = JSON.stringify(['AAAA', 'BBBBé']);
  const bytes = new TextEncoder().encode(body);
  for (let end = 0; end < bytes.length; end++) {
    const cut = always(() => json(bytes.slice(0, end)));
    expect(await cut.read('').catch(because)).toBe('unreachable');
  }
  expect((await always(() => json(bytes)).read('')).wires).toHaveLength(2);
});

test('what is no message is stepped over in its place', async () => {
  const batch = await always(() => json('["AAAA",7,null,"é","AAA="]')).read('');
  expect(batch.wires.map((one) => one.length)).toEqual([3, 0, 0, 0, 0]);
});

test('A18: requests follow no redirect, carry no cookie and are never kept in a cache', async () => {
  const asked: RequestInit[] = [];
  const stream = streamOf(ruth, async (_, init) => {
    asked.push(init ?? {});
    return json('[]', { 'stream-next-offset': '4' });
  });
  await stream.read('4');
  expect(asked).toMatchObject([
    { redirect: 'error', credentials: 'omit', cache: 'no-store', referrerPolicy: 'no-referrer' },
  ]);
});

test('a device that the browser calls offline asks nobody', async () => {
  const context = {
    server: 'https://relay.example',
    fetch: async () => expect.fail('somebody was asked'),
    isOnline: () => false,
    timeout: () => new AbortController().signal,
  };
  const { state } = ruth.replica;
  const stream = createRelayStream(context, state.stream, relayKeys(state, ruth.keys));
  expect(await stream.read('').catch(because)).toBe('offline');
});
