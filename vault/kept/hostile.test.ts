import { expect, test } from 'vitest';
import { createContractRelay, problem } from '../testing/contract-relay.ts';
import { type Person, people, titleOf, write } from '../testing/people.ts';

const server = 'https://relay.example';
const HOUR = 3_600_000;

async function company<Names extends readonly string[]>(...names: Names) {
  const relay = createContractRelay();
  const made = await people({ ...relay, server }, ...names);
  const [stream] = relay.streams.keys();
  const messages = () => relay.streams.get(stream ?? '')?.messages ?? [];
  return { relay, messages, ...made };
}

const togetherOf = ({ workspace }: Person) => workspace.together.get();
const alarmsAtRest = async ({ resting: { storage, keys } }: Person) =>
  String(await storage.get(keys.alarms));
const some = async (turns: number) => {
  for (let n = 0; n < turns; n++) await new Promise((done) => setImmediate(done));
};

/** Every n-th time, beginning with the first. */
function every(n: number): () => boolean {
  let times = 0;
  return () => times++ % n === 0;
}

test('A04: a server that keeps news back makes the last confirmation grow old, whatever it says', async () => {
  const { amina, ruth, li, clock, until, settle } = await company('amina', 'ruth', 'li');
  const id = write(amina, 'the last that amina sees of it');
  await settle();
  await until(() => titleOf(ruth, id) !== undefined && titleOf(li, id) !== undefined);

  clock.pass(14 * HOUR);
  const woke = clock();
  for (const { workspace } of [ruth, li]) workspace.together.tryNow();
  await until(() => togetherOf(amina).confirmed.by === 2);
  const at = togetherOf(amina).confirmed.at ?? 0;
  expect(at).toBeGreaterThanOrEqual(woke);

  amina.network.between = async (request, go) => {
    const answer = await go(request);
    if (request.method !== 'GET') return answer;
    const from = new URL(request.url).searchParams.get('offset') ?? '';
    const headers = { 'content-type': 'application/json', 'stream-next-offset': from };
    return new Response('[]', { headers: { ...headers, 'stream-up-to-date': 'true' } });
  };
  for (let day = 0; day < 3; day++) {
    clock.pass(24 * HOUR);
    for (const { workspace } of [amina, ruth, li]) workspace.together.tryNow();
    await until(() => {
      const now = togetherOf(amina).server;
      return now.type === 'Reached' && clock() - now.at < HOUR;
    });
  }
  expect(togetherOf(amina).confirmed.at).toBe(at);
  expect(clock() - at).toBeGreaterThan(48 * HOUR);
  await until(() => (togetherOf(ruth).confirmed.at ?? 0) > at + 48 * HOUR);
});

test('a device says that it is here only where others are and too few have said so', async () => {
  const { amina, clock, messages, settle } = await company('amina');
  write(amina, 'alone');
  await settle();
  const before = messages().length;
  clock.pass(60 * HOUR);
  amina.workspace.together.tryNow();
  await some(200);
  expect(messages().length).toBe(before);
});

test('A14: what a server says yes to and does not keep is sent again until it is read back', async () => {
  const { amina, ruth, until, settle } = await company('amina', 'ruth');
  await settle();
  const drops = every(3);
  amina.network.between = async (request, go) => {
    if (request.method !== 'POST' || !drops()) return go(request);
    return new Response(null, { status: 204, headers: { 'stream-next-offset': '0000' } });
  };
  const ids: string[] = [];
  for (let n = 0; n < 9; n++) {
    ids.push(write(amina, `w${n}`));
    await amina.workspace.settled();
    if (n === 4) await until(() => amina.workspace.safety.get().type === 'SavedOnServer');
  }
  await until(() => amina.workspace.safety.get().type === 'SavedOnServer');
  await until(() => ids.every((id) => titleOf(ruth, id) !== undefined));
  expect(togetherOf(ruth).alarms).toEqual([]);
});

test('A14: as long as a server only says yes, nothing is called saved on it', async () => {
  const { amina, settle } = await company('amina');
  await settle();
  amina.network.between = async (request, go) => {
    if (request.method !== 'POST') return go(request);
    return new Response(null, { status: 204, headers: { 'stream-next-offset': '9999' } });
  };
  write(amina, 'never kept');
  for (let round = 0; round < 20; round++) {
    amina.workspace.together.tryNow();
    await some(20);
    expect(amina.workspace.safety.get().type).not.toBe('SavedOnServer');
  }
});

test('A15: a server that denies the stream is told as a loss; what waits is kept, and goes on later', async () => {
  const { amina, ruth, until, settle } = await company('amina', 'ruth');
  const early = write(amina, 'early');
  await settle();
  await until(() => titleOf(ruth, early) === 'early');
  for (const status of [404, 410]) {
    ruth.network.between = async () => problem(status, { 'stream-closed': 'true' });
    const held = write(ruth, `held at ${status}`);
    const before = await alarmsAtRest(ruth);
    ruth.workspace.together.tryNow();
    await until(() => togetherOf(ruth).alarms.length > 0);
    expect(togetherOf(ruth).server).toMatchObject({ type: 'Away', because: 'lost-data' });
    expect(titleOf(ruth, early)).toBe('early');
    // It is told at once, and on the disk a moment later.
    while ((await alarmsAtRest(ruth)) === before) await some(1);
    await ruth.reopen();
    expect(titleOf(ruth, held)).toBe(`held at ${status}`);
    ruth.network.between = (request, go) => go(request);
    ruth.workspace.together.tryNow();
    await until(() => titleOf(amina, held) === `held at ${status}`);
    const alarm = { type: 'ServerLostData', healed: true } as const;
    await until(() => JSON.stringify(togetherOf(ruth).alarms) === JSON.stringify([alarm]));
    await ruth.workspace.together.settleAlarm({ type: 'ServerLostData', healed: true });
  }
});

test('A16: whatever offsets a server gives, a device asks a bounded number of times and loses nothing', async () => {
  const { relay, amina, ruth, until, settle } = await company('amina', 'ruth');
  const early = write(amina, 'early');
  await settle();
  await until(() => titleOf(ruth, early) === 'early');
  const hostile = [
    '',
    '-1',
    'now',
    '0',
    '0000000000000000',
    '9999999999999999',
    'x'.repeat(10_000),
  ];
  for (const offset of hostile) {
    for (const body of ['[]', '["AAAA"]', null]) {
      ruth.network.between = async (request, go) => {
        if (request.method !== 'GET') return go(request);
        const answer = body === null ? await (await go(request)).text() : body;
        const headers = { 'content-type': 'application/json', 'stream-next-offset': offset };
        return new Response(answer, { headers });
      };
      const before = relay.requests;
      ruth.workspace.together.tryNow();
      await some(60);
      expect(relay.requests - before).toBeLessThan(60);
      expect(titleOf(ruth, early)).toBe('early');
    }
  }
  ruth.network.between = (request, go) => go(request);
  ruth.workspace.together.tryNow();
  const late = write(amina, 'late');
  await until(() => titleOf(ruth, late) === 'late');
  expect(ruth.workspace.tables.all('asks')).toHaveLength(2);
});

test('A12: fifty thousand messages of junk are stepped over, and none of them is kept', async () => {
  const { messages, amina, ruth, until, settle } = await company('amina', 'ruth');
  await settle();
  ruth.network.isCut = true;
  const keptBefore = (await ruth.storage.keys('')).length;
  const junk = Array.from({ length: 50_000 }, (_, n) => `AQEA${String(n).padStart(8, '0')}`);
  messages().push(...junk);
  const id = write(amina, 'behind it all');
  await until(() => amina.workspace.safety.get().type === 'SavedOnServer');
  const began = performance.now();
  ruth.network.isCut = false;
  await until(() => titleOf(ruth, id) === 'behind it all');
  expect(performance.now() - began).toBeLessThan(60_000);
  expect((await ruth.storage.keys('')).length).toBeLessThan(keptBefore + 20);
});

test('R10: whatever a server repeats is there once', async () => {
  const { messages, amina, ruth, until, settle } = await company('amina', 'ruth');
  const repeats = every(2);
  amina.network.between = async (request, go) => {
    const copy = request.clone();
    const answer = await go(request);
    if (request.method === 'POST' && repeats()) await go(copy);
    return answer;
  };
  const ids: string[] = [];
  for (let n = 0; n < 8; n++) {
    ids.push(write(amina, `w${n}`));
    await settle();
  }
  await until(() => ids.every((id) => titleOf(ruth, id) !== undefined));
  messages().push(...messages().slice(0, 4));
  const next = write(amina, 'after the old ones came again');
  await until(() => titleOf(ruth, next) !== undefined);
  expect(ruth.workspace.tables.all('asks')).toHaveLength(9);
  expect(togetherOf(ruth).alarms).toEqual([]);
});

test('R15: removed while offline: what was written stays, can be exported, and is never sent', async () => {
  const { messages, amina, ruth, until, settle } = await company('amina', 'ruth');
  const early = write(amina, 'early');
  await settle();
  await until(() => titleOf(ruth, early) === 'early');
  ruth.network.isCut = true;
  const held = write(ruth, 'written on the way home');
  await ruth.workspace.settled();
  const session = await amina.session();
  const { me } = ruth.workspace;
  await session.changeChain((replica) =>
    replica.change({ type: 'remove', members: [me], devices: [] }),
  );
  session.stop();
  write(amina, 'not for the one who went');
  await until(() => amina.workspace.safety.get().type === 'SavedOnServer');
  const whole = messages().length;

  ruth.network.isCut = false;
  ruth.workspace.together.tryNow();
  await until(() => togetherOf(ruth).removed);
  await some(100);
  expect(messages().length).toBe(whole);
  expect(ruth.workspace.safety.get()).toMatchObject({ waiting: { because: 'removed' } });
  expect(titleOf(ruth, held)).toBe('written on the way home');
  expect(JSON.stringify(ruth.workspace.exportAll())).toContain('written on the way home');
  expect(ruth.workspace.tables.all('asks').map(({ title }) => title)).not.toContain(
    'not for the one who went',
  );
  await ruth.reopen();
  expect(titleOf(ruth, held)).toBe('written on the way home');
  expect(togetherOf(ruth).removed).toBe(true);
});

test('R24: a workspace that goes on in a newer format is read-only here, with no alarm', async () => {
  const { amina, ruth, until, settle } = await company('amina', 'ruth');
  const early = write(amina, 'early');
  await settle();
  await until(() => titleOf(ruth, early) === 'early');
  const session = await amina.session();
  await session.changeChain((replica) => replica.change({ type: 'version', version: 2 }));
  session.stop();
  ruth.workspace.together.tryNow();
  await until(() => ruth.workspace.safety.get().type === 'ReadOnly');
  expect(ruth.workspace.safety.get()).toEqual({ type: 'ReadOnly', because: 'newer-version' });
  expect(titleOf(ruth, early)).toBe('early');
  expect(togetherOf(ruth).alarms).toEqual([]);
});
