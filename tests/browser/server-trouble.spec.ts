/**
 * What a page says when something answers in the server's place, or the server cannot do what it should:
 * each trouble in plain words, with what was written counted as waiting, until it has gone.
 */

import type { Page } from '@playwright/test';
import { goWithin } from './going.ts';
import { test as base, expect } from './harness.ts';
import { type Between, type InBetween, passesOn, startInBetween } from './in-between.ts';
import { keepThis, mainAction } from './keeping.ts';

/** The application as it is reached through what stands in between. */
const test = base.extend<object, { inBetween: InBetween }>({
  inBetween: [
    async ({ started }, use) => {
      const inBetween = await startInBetween(started.address);
      await use(inBetween);
      await inBetween.stop();
    },
    { scope: 'worker' },
  ],
  address: [async ({ inBetween }, use) => use(inBetween.address), { scope: 'worker' }],
});

test.use({ locale: 'en-US', viewport: { width: 360, height: 740 } });

const signIn = '<!doctype html><title>Wi-Fi</title><p>Accept the terms to go on.</p>';
const answers =
  (status: number, headers: Readonly<Record<string, string>>, body = ''): Between =>
  (asked, answer) => {
    asked.resume();
    answer.writeHead(status, headers).end(body);
  };
const problem = { 'content-type': 'application/problem+json' };
const onlyAppends =
  (trick: Between): Between =>
  (asked, answer, passOn) =>
    asked.method === 'POST' ? trick(asked, answer, passOn) : passOn();

/** What stands in between, and what the page must say about it. */
const troubles: readonly (readonly [string, Between, RegExp])[] = [
  [
    'a page to sign in to the network',
    answers(200, { 'content-type': 'text/html' }, signIn),
    /Something else answers in the server’s place/,
  ],
  [
    'status 511',
    answers(511, { 'content-type': 'text/html' }, signIn),
    /Something else answers in the server’s place/,
  ],
  [
    'a page that says JSON and is none of ours',
    answers(200, { 'content-type': 'application/json' }, '{"login":"https://portal.invalid/"}'),
    /Something else answers in the server’s place/,
  ],
  [
    'a redirect to sign in',
    answers(302, { location: 'http://portal.invalid/' }),
    /the server does not answer/,
  ],
  [
    'a proxy whose server is gone',
    answers(502, { 'content-type': 'text/html' }, '<h1>Bad Gateway</h1>'),
    /the server does not answer/,
  ],
  [
    'a connection that ends without an answer',
    (_, answer) => void answer.destroy(),
    /the server does not answer/,
  ],
  [
    'a database that is away for five minutes',
    answers(503, { ...problem, 'retry-after': '300' }, '{"status":503}'),
    /too much to do and asked us to wait/,
  ],
  ['a disk that is full', onlyAppends(answers(507, problem, '{"status":507}')), /no room for more/],
];

async function write(page: Page, what: string): Promise<void> {
  await goWithin(page, '/partners/new');
  await page.locator('#partner').getByRole('textbox').first().fill(what);
  await mainAction(page).click();
  await expect(page.locator('h1')).toHaveText(what);
}

async function onServerPage(page: Page): Promise<void> {
  if (new URL(page.url()).pathname !== '/settings/server') await goWithin(page, '/settings/server');
}

/** Begins a workspace and puts it on the server. */
async function begin(page: Page, voucher: string): Promise<void> {
  await page.goto('/start');
  await page.locator('textarea').first().fill('Hello, we are the Harbor Families Network.');
  await keepThis(page, 'Amina');
  await goWithin(page, '/settings/server');
  await page.getByRole('textbox').nth(1).fill(voucher);
  await mainAction(page).click();
  await expect(page.getByText('Nothing waits for the server.')).toBeVisible({ timeout: 60_000 });
}

test('R36: whatever stands between the browser and the server is said plainly, and what was written waits and goes out', async ({
  page,
  voucher,
  inBetween,
}) => {
  test.setTimeout(900_000);
  await begin(page, voucher);
  for (const [name, between, says] of troubles) {
    await test.step(name, async () => {
      inBetween.between = between;
      await write(page, `Written during ${name}`);
      await onServerPage(page);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        'The server is not reached.',
        {
          timeout: 60_000,
        },
      );
      await expect(page.locator('main')).toContainText(says, { timeout: 60_000 });
      await expect(page.getByText('One change is saved here and waits')).toBeVisible();
      inBetween.between = passesOn;
      await expect(async () => {
        const tryNow = page.getByRole('button', { name: 'Try now' });
        if (await tryNow.isVisible()) await tryNow.click();
        await expect(page.getByText('Nothing waits for the server.')).toBeVisible({
          timeout: 5000,
        });
      }).toPass({ timeout: 120_000 });
    });
  }
});

test('R36: a proxy that holds every answer back until it is whole, and then a second longer, keeps nothing from working', async ({
  page,
  voucher,
  inBetween,
}) => {
  test.setTimeout(900_000);
  inBetween.between = (_, answer, passOn) => {
    const { end } = answer;
    const parts: Buffer[] = [];
    answer.write = ((part: Buffer) => parts.push(part) > 0) as typeof answer.write;
    answer.end = ((part?: Buffer) => {
      if (part) parts.push(part);
      setTimeout(() => Reflect.apply(end, answer, [Buffer.concat(parts)]), 1000);
      return answer;
    }) as typeof answer.end;
    passOn();
  };
  await begin(page, voucher);
  await write(page, 'Written behind a slow proxy');
  await onServerPage(page);
  await expect(page.getByText('Nothing waits for the server.')).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/It can read none of it/);
  inBetween.between = passesOn;
});
