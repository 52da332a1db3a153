import { afterEach, expect, test } from 'vitest';
import { as, message, type Started, startRelay, streamOf } from '../conversation.ts';

let relay: Started | undefined;
afterEach(() => relay?.stop());

test('a mistake of ours is answered 500 without a word of it, and the relay goes on', async () => {
  relay = await startRelay();
  const main = streamOf(relay, 'main');
  await main.put();
  const { find } = relay.store;
  Object.assign(relay.store, {
    find: () => {
      throw new Error('a secret of the house');
    },
  });
  const answer = await main.get();
  expect(answer.status).toBe(500);
  expect(await answer.json()).toEqual({
    type: 'about:blank',
    status: 500,
    title: 'Something went wrong on the server.',
  });
  Object.assign(relay.store, { find });
  expect((await main.post([message('a')], as('append', 'main'))).status).toBe(204);
});

test('a database that is away is answered 503 with when to come back, for every operation', async () => {
  relay = await startRelay();
  const main = streamOf(relay, 'main');
  await main.put();
  await relay.store.close();
  for (const answer of [
    await main.get(),
    await main.head(),
    await main.get('?offset=-1&live=long-poll'),
    await main.get('?offset=-1&live=sse'),
    await main.post([message('a')]),
    await main.put(),
    await main.manage({ op: 'delete', counter: 1 }),
  ]) {
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
  }
});
