/**
 * D14: words that would be script, addresses, styles, formulas or turned sentences, in every field of
 * every table, shown on every page of the built application. On push each field of a workspace has one
 * payload after the other, then all of them at once; with NIGHTLY=1 every payload comes to every
 * part of the workspace.
 */

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { tables } from '../../practice/index.ts';
import { openPages } from './filled/pages.ts';
import { seenOn, sideways } from './filled/seen.ts';
import { bringIn } from './filled/workspace.ts';
import { goWithin } from './going.ts';
import { test as base, expect } from './harness.ts';
import {
  foreignParts,
  type Listening,
  listenFor,
  notSetApart,
  turnedAround,
} from './hostile/harm.ts';
import { naughty, ownPayloads, payloads, turning } from './hostile/payloads.ts';
import { hostileBackup, type NextWords } from './hostile/workspace.ts';

const nightly = process.env.NIGHTLY === '1';
/** A walk takes a minute where the processor is free, and many where it is shared. */
const patience = nightly ? 7_200_000 : 900_000;
const list = naughty.length > 0 ? '' : ' (our own list alone: ../shared/data is absent)';

const test = base.extend<{ listening: Listening }>({
  // A page that holds every payload in every field takes its time where the processor is shared.
  actionTimeout: 120_000,
  navigationTimeout: 120_000,
  listening: async ({ page }, use) => {
    const listening = await listenFor(page);
    await use(listening);
    expect(listening.heard(), 'what hostile words did').toEqual([]);
  },
});

/** One after the other, beginning with this one. */
function oneByOne(first: number): NextWords {
  let next = first;
  return () => payloads[next++ % payloads.length] ?? '';
}

/** As a page can hold it: without a sign that no HTML has, and with each gap as one. */
const flat = (words: string) =>
  words
    .replace(/[\0\uFFFD]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** Goes to every page and looks at what the words there did to it. */
async function walk(
  page: Page,
): Promise<{ readonly found: string[]; readonly met: ReadonlySet<string> }> {
  const found: string[] = [];
  const met = new Set<string>();
  const look = async (where: string) => {
    const faults = [await foreignParts(page), await notSetApart(page), await sideways(page)].flat();
    found.push(...faults.map((one) => `${where}: ${one}`));
    for (const { words } of await seenOn(page)) met.add(flat(words));
  };
  for (const [, path] of openPages) {
    await goWithin(page, path);
    await look(path);
  }
  await page.keyboard.press('/');
  const search = page.getByRole('dialog');
  await search.waitFor();
  for (const query of ['script', 'javascript', 'abc', '=']) {
    await search.getByRole('searchbox').fill(query);
    await look(`search for ${query}`);
  }
  await page.keyboard.press('Escape');
  return { found, met };
}

const rounds = nightly ? 24 : 1;
for (let round = 0; round < rounds; round++) {
  test(`D14: one hostile text in each field runs no script, asks no other address and breaks no page, round ${round + 1}${list}`, async ({
    page,
    listening: _,
  }) => {
    test.setTimeout(patience);
    const first = Math.floor((round * payloads.length) / rounds);
    await bringIn(page, await hostileBackup(oneByOne(first)));
    const { found, met } = await walk(page);
    expect(found).toEqual([]);
    const shown = payloads.filter((one) => met.has(flat(one)));
    expect(shown.length, 'payloads that stood on a page, letter by letter').toBeGreaterThan(30);
  });
}

test(`D14: all hostile texts at once in every field run no script, ask no other address and break no page${list}`, async ({
  page,
  listening: _,
}) => {
  test.setTimeout(patience);
  const all = ownPayloads.join(' ');
  // Of the big list each field has the next part: a field holds 64 KiB.
  const parts = partsOf(naughty, 24);
  let next = 0;
  const backup = await hostileBackup((isItem) => {
    const more = parts[next++ % parts.length] ?? '';
    return isItem ? more || 'x' : `${all} ${more}`;
  });
  await bringIn(page, backup);
  const { found, met } = await walk(page);
  expect(found).toEqual([]);
  const whole = [...met].filter((words) => words.startsWith(flat(all)));
  expect(whole.length, 'places where all of them stood').toBeGreaterThan(10);
});

function partsOf(words: readonly string[], count: number): readonly string[] {
  const size = Math.ceil(words.length / count);
  return Array.from({ length: count }, (_, at) =>
    words.slice(at * size, (at + 1) * size).join(' '),
  );
}

test('D14: what is exported, as a page and as data, runs nothing where no policy holds it back, and says every letter', async ({
  page,
  context,
}, testInfo) => {
  test.setTimeout(patience);
  const all = ownPayloads.join(' ');
  await bringIn(page, await hostileBackup((isItem) => (isItem ? 'x' : all)));
  await goWithin(page, '/settings/export');
  const files: string[] = [];
  for (const button of await page.locator('main .page-action button').all()) {
    const coming = page.waitForEvent('download');
    await button.click();
    const download = await coming;
    const path = testInfo.outputPath(download.suggestedFilename());
    await download.saveAs(path);
    files.push(path);
  }
  const [asPage = '', asData = ''] = files;
  const data = JSON.parse(readFileSync(asData, 'utf8')) as {
    tables: Record<string, { fields: Record<string, unknown> }[]>;
  };
  expect(data.tables.asks?.some(({ fields }) => fields.what === all)).toBe(true);
  expect(Object.keys(data.tables).length).toBeGreaterThanOrEqual(Object.keys(tables).length);

  const reader = await context.newPage();
  const listening = await listenFor(reader);
  const asked: string[] = [];
  reader.on('request', (request) => asked.push(request.url()));
  await reader.setContent(readFileSync(asPage, 'utf8'), { waitUntil: 'load' });
  expect(await reader.locator('h1').count()).toBe(1);
  expect(await foreignParts(reader, ['h1', 'title', 'head', 'body'])).toEqual([]);
  expect(await notSetApart(reader)).toEqual([]);
  const shown = await reader.locator('dd').allTextContents();
  expect(shown.filter((words) => flat(words) === flat(all)).length).toBeGreaterThan(30);
  expect(listening.heard()).toEqual([]);
  expect(asked).toEqual([]);
});

base(
  'D14: the same words as markup on a page without a policy do all that is looked for',
  async ({ browser }) => {
    const page = await browser.newPage();
    const listening = await listenFor(page);
    const asked: string[] = [];
    await page.route('**', (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    await page.setContent(
      `<h1>x</h1><p>We asked ${turning[0]} on Monday</p>${ownPayloads.join('\n')}`,
    );
    await expect.poll(() => listening.heard()).toContain('script ran');
    expect((await foreignParts(page)).length).toBeGreaterThan(20);
    expect((await notSetApart(page)).length).toBeGreaterThan(0);
    await page.setContent(ownPayloads.filter((one) => one.startsWith('<link')).join(''));
    await expect.poll(() => asked.some((url) => url.includes('elsewhere.invalid'))).toBe(true);
    await page.setContent(
      '<p><b>before</b> <bdi style="unicode-bidi:normal">\u202Eabc</bdi> after</p>',
    );
    expect((await turnedAround(page)).turned).toHaveLength(1);
    await page.close();
  },
);

for (const [locale, direction] of [
  ['en-US', 'ltr'],
  ['ar', 'rtl'],
] as const) {
  test.describe(`reading ${direction}`, () => {
    test.use({ locale, viewport: { width: 1440, height: 900 } });
    test(`D14: names that turn directions leave every sentence around them in order (${direction})`, async ({
      page,
      listening: _,
    }) => {
      test.setTimeout(patience);
      let next = 0;
      await bringIn(page, await hostileBackup(() => turning[next++ % turning.length] ?? ''));
      const turned: string[] = [];
      let looked = 0;
      for (const [, path] of openPages) {
        await goWithin(page, path);
        for (const one of await notSetApart(page)) turned.push(`${path}: ${one}`);
        const here = await turnedAround(page);
        looked += here.looked;
        turned.push(...here.turned.map((one) => `${path}: ${one}`));
      }
      expect(turned).toEqual([]);
      expect(looked, 'places where a name stands in a sentence').toBeGreaterThan(2);
    });
  });
}
