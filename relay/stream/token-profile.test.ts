import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  as,
  manageKeys,
  message,
  type Started,
  startRelay,
  streamOf,
  token,
  verifiers,
} from '../conversation.ts';

let relay: Started;
beforeAll(async () => {
  relay = await startRelay();
});
afterAll(() => relay.stop());

const next = (answer: Response) => answer.headers.get('stream-next-offset') ?? 'no offset';

test('a workspace is made, written to and read', async () => {
  const main = streamOf(relay, 'one');
  const made = await main.put();
  expect(made.status).toBe(201);
  expect(next(made)).toBe('0000000000000000');
  expect((await main.put()).status).toBe(200);
  const posted = await main.post([message('a'), message('b')]);
  expect(posted.status).toBe(204);
  await main.post([message('c')]);
  const read = await main.get();
  expect(read.status).toBe(200);
  expect(await read.json()).toEqual([message('a'), message('b'), message('c')]);
  expect(read.headers.get('stream-up-to-date')).toBe('true');
  const rest = await main.get(`?offset=${next(posted)}`);
  expect(await rest.json()).toEqual([message('c')]);
  const head = await main.head();
  expect(next(head)).toBe(next(read));
  expect(head.headers.get('alongside-counter')).toBe('0');
});

test('a child is made with the append token of its parent', async () => {
  const main = streamOf(relay, 'parent');
  await main.put();
  const child = streamOf(relay, 'child');
  const headers = { ...as('append', 'parent'), 'alongside-parent': main.id };
  expect((await child.put(headers)).status).toBe(201);
  expect((await child.put(headers)).status).toBe(200);
  expect((await child.post([message('hello')])).status).toBe(204);
  expect(await (await child.get()).json()).toEqual([message('hello')]);
});

test('who waits is answered when something is appended', async () => {
  const main = streamOf(relay, 'waiting');
  await main.put();
  const waiting = main.get('?offset=-1&live=long-poll');
  await main.post([message('a')]);
  const answer = await waiting;
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual([message('a')]);
});

test('an append with a swap turns the tokens, and the old reader reads up to it', async () => {
  const main = streamOf(relay, 'turning');
  await main.put();
  const before = await main.post([message('before')]);
  const turned = await main.post([message('turn')], main.swap(1, next(before), 'turned'));
  expect(turned.status).toBe(204);
  expect((await main.post([message('late')])).status).toBe(404);
  expect((await main.post([message('after')], as('append', 'turned'))).status).toBe(204);
  expect(await (await main.get()).json()).toEqual([message('before'), message('turn')]);
  expect((await main.get(`?offset=${next(turned)}`)).status).toBe(404);
  const all = await main.get('', as('read', 'turned'));
  expect(await all.json()).toEqual([message('before'), message('turn'), message('after')]);
});

test('manage operations are signed and counted', async () => {
  const main = streamOf(relay, 'managed');
  await main.put();
  await main.post([message('a')]);
  const posted = await main.post([message('b')]);
  expect((await main.manage({ op: 'trim', counter: 1, before: next(posted) })).status).toBe(204);
  expect((await main.get('?offset=0000000000000000')).status).toBe(410);
  expect(await (await main.get()).json()).toEqual([]);
  expect((await main.manage({ op: 'delete', counter: 1 })).status).toBe(409);
  expect((await main.manage({ op: 'delete', counter: 2 }, manageKeys().privateKey)).status).toBe(
    404,
  );
  expect((await main.manage({ op: 'delete', counter: 2 })).status).toBe(204);
  expect((await main.get()).status).toBe(404);
  expect(verifiers('managed')).toContain(token('read managed').verifier);
});
