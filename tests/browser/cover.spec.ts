/** Feature 59: covered after a minute out of sight, opened with six digits; locked after hours. */
import type { Page } from '@playwright/test';
import { expect, test } from './harness.ts';
import { comeBack, keepThis } from './keeping.ts';
import { inventedStory } from './stories/invented-story.ts';

test.use({ viewport: { width: 360, height: 740 }, locale: 'en-US' });

/** Out of sight for so many milliseconds of the page's own clock, then back. */
async function lookAway(page: Page, forMs: number): Promise<void> {
  await show(page, false);
  await page.clock.fastForward(forMs);
  await show(page, true);
}

function show(page: Page, visible: boolean): Promise<void> {
  return page.evaluate((visible) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => !visible });
    document.dispatchEvent(new Event('visibilitychange'));
  }, visible);
}

async function keepSomething(page: Page): Promise<readonly string[]> {
  await page.clock.install();
  await page.goto('/stories/import');
  await page.locator('textarea').fill(inventedStory);
  const words = await keepThis(page, 'Amina');
  // The part that watches arrives a moment after the workspace is open.
  const offer = page.getByRole('dialog').getByRole('textbox');
  await expect(async () => {
    await lookAway(page, 61_000);
    await expect(offer).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await offer.fill('402917');
  await page.getByRole('button', { name: 'Cover with these digits' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  return words;
}

test('a minute out of sight covers everything, and six digits in any script bring it back', async ({
  page,
}) => {
  await keepSomething(page);
  await lookAway(page, 30_000);
  await expect(page.getByRole('heading', { name: 'Covered.' })).toBeHidden();
  await lookAway(page, 61_000);
  await expect(page.getByRole('heading', { name: 'Covered.' })).toBeVisible();
  await expect(page.locator('nav a:visible')).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Your six digits' }).fill('٤٠٢٩١٧');
  await expect(page.getByRole('heading', { name: 'Covered.' })).toBeHidden();
  await expect(page.locator('nav a[href="/stories"]:visible')).toHaveCount(1);
});

test('after five wrong tries only the six words open it, and the digits nothing', async ({
  page,
}) => {
  const words = await keepSomething(page);
  await lookAway(page, 61_000);
  for (let tries = 0; tries < 5; tries++) {
    await page.getByRole('textbox', { name: 'Your six digits' }).fill(`00000${tries}`);
  }
  await expect(page.getByRole('heading', { name: 'Your six words open this.' })).toBeVisible();
  await comeBack(page, ['402917']);
  await expect(page.getByRole('heading', { name: 'Your six words open this.' })).toBeVisible();
  await comeBack(page, words);
  await expect(page.locator('nav a[href="/stories"]:visible')).toHaveCount(1);
});

test('eight hours out of sight lock it', async ({ page }) => {
  await keepSomething(page);
  await lookAway(page, 8 * 3_600_000 + 60_000);
  await expect(page.getByRole('heading', { name: 'Your six words open this.' })).toBeVisible();
});
