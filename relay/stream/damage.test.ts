import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, expect, test } from 'vitest';
import { as, message, type Started, startRelay, streamOf } from '../conversation.ts';
import { databaseName } from '../store/sqlite.ts';

const folder = mkdtempSync(join(tmpdir(), 'alongside-damaged-'));
let relay: Started | undefined;
afterEach(async () => {
  await relay?.stop();
  rmSync(folder, { recursive: true });
});

test('R08: a damaged message is answered 500, stepped over, and put back by whoever has it', async () => {
  relay = await startRelay({ folder });
  await streamOf(relay, 'main').put();
  for (const text of ['a', 'b', 'c']) await streamOf(relay, 'main').post([message(text)]);
  await relay.stop();
  const database = new DatabaseSync(join(folder, databaseName));
  database.exec(
    "UPDATE blocks SET bytes = CAST(replace(bytes, 'Y', 'Z') AS BLOB) WHERE at % 4294967296 = 1",
  );
  database.close();
  relay = await startRelay({ folder });
  const main = streamOf(relay, 'main');

  expect(await (await main.get()).json()).toEqual([message('a')]);
  for (const live of ['', '&live=long-poll', '&live=sse']) {
    const damaged = await main.get(`?offset=0000000000000001${live}`);
    expect(damaged.status).toBe(500);
    expect(damaged.headers.get('stream-next-offset')).toBe('0000000000000002');
    expect(await damaged.text()).not.toContain(message('b').slice(0, 10));
  }
  const behind = await main.get('?offset=0000000000000002');
  expect(await behind.json()).toEqual([message('c')]);
  expect((await main.post([message('d')])).status).toBe(204);

  const refill = (offset: string, messages: string[], headers = as('append', 'main')) =>
    fetch(`${main.url}/refill?offset=${offset}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(messages),
    });
  const place = '0000000000000001';
  expect((await refill(place, [message('b')], as('read', 'main'))).status).toBe(404);
  expect((await refill(place, [message('x')])).status).toBe(409);
  expect((await refill('0000000000000000', [message('a')])).status).toBe(409);
  expect((await refill(place, ['not base64!'])).status).toBe(400);
  expect((await refill('x', [message('b')])).status).toBe(400);
  expect((await refill(place, [message('b')])).status).toBe(204);
  const all = ['a', 'b', 'c', 'd'].map((text) => message(text));
  expect(await (await main.get()).json()).toEqual(all);
});
