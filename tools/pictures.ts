/**
 * Takes the pictures of the README and the guide from the built application, with invented words
 * only: `npm run pictures`. Run it when a screen has changed.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from '@alongside/relay';
import { type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { walks } from '../tests/browser/asks/messages.ts';
import { backupOf, bringIn } from '../tests/browser/filled/workspace.ts';
import { team } from '../tests/browser/giving/team.ts';
import { goWithin } from '../tests/browser/going.ts';
import { inventedStory } from '../tests/browser/stories/invented-story.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs', 'pictures');
const phone = { viewport: { width: 360, height: 740 } };
const desk = { viewport: { width: 1280, height: 860 } };

mkdirSync(folder, { recursive: true });
const served = await serve(join(root, 'web', 'dist'), 0);
if ('type' in served) throw new Error(`cannot serve the application: ${served.type}`);
const { address } = served;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});

await picture('first-visit', { ...phone, locale: 'en-US' }, async (page) => {
  await page.goto('/');
});
await picture('asks-a-message', { ...phone, locale: 'en-US' }, async (page) => {
  await page.goto('/start');
  await page.locator('textarea').first().fill(walks.en.message);
});
await picture('asks-weighing', { ...desk, locale: 'en-US' }, async (page) => {
  await page.goto('/start');
  await page.locator('textarea').first().fill(walks.en.message);
  await page.locator('button[type=submit]').click();
  await page.locator('[data-part=contribution]').waitFor();
});
await picture('story-check', { ...desk, locale: 'en-US' }, readStory);
await picture('story-booklet', { ...desk, locale: 'en-US' }, async (page) => {
  await readStory(page);
  await page.locator('.check-head button[data-kind=filled]').click();
  await page.locator('.page-action button[data-kind=filled]').click();
  await page.locator('.booklet').waitFor();
});
await picture('story-check-spanish', { ...phone, locale: 'es-US' }, readStory);

for (const [name, language, options] of [
  ['example', 'en', { ...desk, locale: 'en-US' }],
  ['example-arabic', 'ar', { ...phone, locale: 'ar' }],
] as const) {
  await picture(`${name}-today`, options, (page) => lookAround(page));
  await picture(`${name}-ask`, options, async (page) => {
    await lookAround(page);
    await page.locator('nav a[href="/asks"]:visible').click();
    await page.locator('main h2 a[href^="/asks/"], main li a[href^="/asks/"]').first().click();
    if (language === 'ar') await page.locator('.ask-steps button[data-kind=filled]').click();
  });
  if (language === 'en')
    await picture(`${name}-partner`, options, async (page) => {
      await lookAround(page);
      await page.locator('nav a[href="/partners"]:visible').click();
      await page.locator('.partner-name a').first().click();
    });
}

await picture('giving', { ...desk, locale: 'en-US' }, async (page) => {
  await bringIn(page, await backupOf(team));
  await goWithin(page, '/giving');
});

await browser.close();
await served.stop();

/** Opens the example, in which every organization and person is invented. */
async function lookAround(page: Page): Promise<void> {
  await page.goto('/look-around');
  await page.waitForURL((url) => url.pathname === '/');
  await page.locator('nav a[href="/asks"]:visible').waitFor();
}

async function readStory(page: Page): Promise<void> {
  await page.goto('/stories/import');
  await page.locator('textarea').fill(inventedStory);
  await page.locator('.page-text > button').click();
  await page.locator('.one-card, .check-piece').first().waitFor();
}

async function picture(
  name: string,
  options: BrowserContextOptions,
  walk: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ ...options, baseURL: address });
  const page = await context.newPage();
  await walk(page);
  await page.locator('h1').first().waitFor();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await context.close();
}
