/** A kept workspace in a real Chromium: IndexedDB, Web Locks, BroadcastChannel, a worker. */
import type { BrowserContext, Page } from '@playwright/test';
import { expect, type Served, SIX, test } from './served.ts';

async function openPage(context: BrowserContext, served: Served): Promise<Page> {
  const page = await context.newPage();
  await page.goto(served.address);
  await page.waitForFunction(() => window.page !== undefined);
  return page;
}

const write = (page: Page, record: string, field: string, value: string) =>
  page.evaluate(([r, f, v]) => window.page.write(r, f, v), [record, field, value] as const);
const read = (page: Page, record: string) => page.evaluate((r) => window.page.read(r), record);

test('what is kept is there after the browser was closed, with the six words', async ({
  context,
  served,
}) => {
  const page = await openPage(context, served);
  expect(await page.evaluate((words) => window.page.keep(words), SIX)).toBe('Open');
  const record = await page.evaluate(() => window.page.workspace?.newId() ?? '');
  expect(await write(page, record, 'title', 'Stand with us')).toBe('SavedHere');
  await page.reload();
  await page.waitForFunction(() => window.page !== undefined);
  const wrong = 'zoo zone youth young yellow year';
  expect(await page.evaluate((words) => window.page.unlock(words), wrong)).toBe('WrongWords');
  expect(await page.evaluate((words) => window.page.unlock(words), SIX)).toBe('Open');
  expect(await read(page, record)).toEqual({ id: record, title: 'Stand with us' });
});

test('a second tab asks for the words and works beside the first; locking one locks both', async ({
  context,
  served,
}) => {
  const first = await openPage(context, served);
  await first.evaluate((words) => window.page.keep(words), SIX);
  const second = await openPage(context, served);
  expect(await second.evaluate(() => window.page.join())).toBe('NoOtherTab');
  expect(await second.evaluate((words) => window.page.unlock(words), SIX)).toBe('Open');
  expect(await write(second, 'AAAAAAAAAAAAAAAAAAAAAA', 'from', 'second')).toBe('SavedHere');
  await expect.poll(() => read(first, 'AAAAAAAAAAAAAAAAAAAAAA')).toMatchObject({ from: 'second' });
  await first.evaluate(() => window.page.workspace?.lock());
  await expect.poll(() => second.evaluate(() => window.page.workspace === undefined)).toBe(true);
  expect(await second.evaluate(() => window.page.join())).toBe('NoOtherTab');
});

test('R16: tabs write at once and one is killed in the middle; each saved write is there once', async ({
  context,
  served,
}) => {
  const rounds = process.env.NIGHTLY ? 200 : 6;
  test.setTimeout(60_000 + rounds * 5000);
  const survivor = await openPage(context, served);
  await survivor.evaluate((words) => window.page.keep(words), SIX);
  const saved = new Map<string, string>();
  for (let round = 0; round < rounds; round++) {
    const victim = await openPage(context, served);
    expect(await victim.evaluate((words) => window.page.unlock(words), SIX)).toBe('Open');
    const record = await survivor.evaluate(() => window.page.workspace?.newId() ?? '');
    await victim.exposeFunction('saved', (field: string) => saved.set(`${record}/${field}`, field));
    const crashed = victim.waitForEvent('crash').catch(() => undefined);
    void victim
      .evaluate(async (r) => {
        const { saved } = window as unknown as { saved: (field: string) => Promise<void> };
        for (let n = 0; ; n++)
          if ((await window.page.write(r, `v${n}`, 'v')) === 'SavedHere') await saved(`v${n}`);
      }, record)
      .catch(() => undefined);
    for (let n = 0; n < 5 + (round % 4) * 3; n++) {
      expect(await write(survivor, record, `s${n}`, 's')).toBe('SavedHere');
      saved.set(`${record}/s${n}`, `s${n}`);
    }
    const session = await context.newCDPSession(victim);
    void session.send('Page.crash').catch(() => undefined);
    await crashed;
    const began = Date.now();
    expect(await write(survivor, record, 'after', 'kill')).toBe('SavedHere');
    expect(Date.now() - began).toBeLessThan(3000);
    await victim.close().catch(() => undefined);
  }
  const fresh = await openPage(context, served);
  expect(await fresh.evaluate((words) => window.page.unlock(words), SIX)).toBe('Open');
  expect(await fresh.evaluate(() => window.page.workspace?.damaged)).toEqual([]);
  const records = new Set([...saved.keys()].map((key) => key.split('/')[0] ?? ''));
  for (const record of records) {
    const there = Object.keys((await read(fresh, record)) ?? {}).filter((field) => field !== 'id');
    const fields = [...saved].filter(([key]) => key.startsWith(`${record}/`)).map(([, f]) => f);
    expect(there).toEqual(expect.arrayContaining([...fields, 'after']));
    // The survivor has read every message of the log as it came: each field once, whoever wrote it.
    const times = await survivor.evaluate((r) => window.page.timesRead(r), record);
    expect(times).toEqual(Object.fromEntries(there.map((field) => [field, 1])));
  }
});

test('R19: the database closed under the application is opened again, and nothing is lost', async ({
  context,
  served,
}) => {
  const page = await openPage(context, served);
  await page.evaluate((words) => window.page.keep(words), SIX);
  for (let round = 0; round < 3; round++) {
    // Another tab that wants to upgrade makes every open connection close.
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const asking = indexedDB.open('alongside', 99);
          asking.onupgradeneeded = () => asking.transaction?.abort();
          asking.onerror = () => resolve();
          asking.onsuccess = () => reject(new Error('upgraded'));
        }),
    );
    expect(await write(page, 'DDDDDDDDDDDDDDDDDDDDDA', `r${round}`, 'x')).toBe('SavedHere');
  }
  await page.reload();
  await page.waitForFunction(() => window.page !== undefined);
  await page.evaluate((words) => window.page.unlock(words), SIX);
  expect(Object.keys((await read(page, 'DDDDDDDDDDDDDDDDDDDDDA')) ?? {})).toHaveLength(4);
});

test('G01: script in the page can ask the worker for nothing that holds a key', async ({
  context,
  served,
}) => {
  const page = await openPage(context, served);
  await page.evaluate((words) => window.page.keep(words), SIX);
  const found = await page.evaluate(async (words) => {
    const { vault, workspace, heard } = window.page;
    const kit = await workspace?.createRecoveryKit('en', words);
    if (!kit || 'type' in kit) throw new Error(`no kit: ${kit?.type}`);
    await vault.list();
    const asks = ['reveal', 'root', 'export', 'keys', '__proto__', 'constructor', 'unlock'];
    for (const [i, ask] of asks.entries()) {
      window.page.tell({ type: 'ask', id: 1e6 + i, ask: { do: ask, words: '', place: null } });
    }
    // Asks are answered in turn: after the answer to this one no other is missing.
    await vault.list();
    const answers = asks.map((ask, i) => {
      const given = heard.find((message) => 'id' in message && message.id === 1e6 + i);
      return [ask, given && 'answer' in given ? given.answer : given];
    });
    const keys: string[] = [];
    const walk = (value: unknown, path: string): void => {
      if (value instanceof CryptoKey) keys.push(path);
      else if (value instanceof Uint8Array && value.length === 32) keys.push(path);
      else if (value !== null && typeof value === 'object') {
        for (const [name, part] of Object.entries(value)) walk(part, `${path}/${name}`);
      }
    };
    walk(heard, '');
    return { keys, answers };
  }, SIX);
  expect(found.answers).toEqual([
    ['reveal', null],
    ['root', null],
    ['export', null],
    ['keys', null],
    ['__proto__', null],
    ['constructor', null],
    ['unlock', { type: 'WordsMissing', have: 0, need: 6 }],
  ]);
  expect(found.keys).toEqual([]);
});

test('G01: script of the origin that joins every channel of an open workspace is given no key', async ({
  context,
  served,
}) => {
  const page = await openPage(context, served);
  await page.evaluate((words) => window.page.keep(words), SIX);
  const script = await openPage(context, served);
  const place = await script.evaluate(async () => {
    const { held = [] } = await navigator.locks.query();
    const open = held
      .map(({ name = '' }) => name)
      .find((name) => name.startsWith('alongside/open/'));
    const found = open?.slice('alongside/open/'.length) ?? '';
    const heard: unknown[] = [];
    const channel = new BroadcastChannel(`alongside/${found}`);
    channel.onmessage = ({ data }) => heard.push(data);
    Object.assign(window, { heard, channel });
    for (const type of ['root please', 'keys please', 'server please', 'root'])
      channel.postMessage({ type });
    return found;
  });
  expect(place).not.toBe('');
  // The channel works: what the open workspace writes is heard, and is all that is heard.
  expect(await write(page, 'GGGGGGGGGGGGGGGGGGGGGA', 'heard', 'yes')).toBe('SavedHere');
  const heard = () =>
    script.evaluate(() =>
      (window as unknown as { heard: { type: string }[] }).heard.map((message) => [
        message.type,
        Object.values(message).some((part) => typeof part === 'object'),
      ]),
    );
  await expect.poll(heard).toContainEqual(['written', false]);
  for (const [type, holdsAny] of await heard())
    expect([type, holdsAny]).toEqual(['written', false]);
  expect(await script.evaluate(() => window.page.join())).toBe('NoOtherTab');
});

test('G01: kit, its end, new words and backups are refused to script that does not know the words', async ({
  context,
  served,
}) => {
  const page = await openPage(context, served);
  await page.evaluate((words) => window.page.keep(words), SIX);
  const answers = await page.evaluate(async () => {
    const { workspace } = window.page;
    const guess = 'zoo zone youth young yellow year';
    return [
      await workspace?.createRecoveryKit('en', guess),
      await workspace?.revokeRecoveryKit(guess),
      await workspace?.changeWords(guess, guess),
      await workspace?.backup({ passphrase: 'a passphrase of the script' }, guess),
    ];
  });
  expect(answers).toEqual(answers.map(() => ({ type: 'WrongWords' })));
});
