import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../harness.ts';
import { inventedStory } from './invented-story.ts';

const looks = [
  { name: 'light', use: { colorScheme: 'light', locale: 'en-US' } },
  { name: 'dark, in Spanish', use: { colorScheme: 'dark', locale: 'es-US' } },
  { name: 'right to left', use: { colorScheme: 'light', locale: 'ar' } },
] as const;

async function nothing(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  expect(found, where).toEqual([]);
}

/** Whatever the language: pastes the story and comes to the check. */
async function toTheCheck(page: Page): Promise<void> {
  await page.goto('/stories/import');
  await page.locator('textarea').fill(inventedStory);
  await page.locator('.page-text > button').click();
  await page.locator('.check-piece').first().waitFor();
}

/** From the check to the booklet; gives the story's path. */
async function toTheBooklet(page: Page): Promise<string> {
  await toTheCheck(page);
  await page.locator('.check-head button[data-kind=filled]').click();
  await page.locator('.page-action button[data-kind=filled]').click();
  await page.locator('.booklet').waitFor();
  return new URL(page.url()).pathname;
}

for (const { name, use } of looks) {
  test.describe(name, () => {
    test.use({ ...use, viewport: { width: 1440, height: 900 } });

    test('axe finds nothing while a story is brought in', async ({ page }) => {
      await page.goto('/stories');
      await page.locator('h1').waitFor();
      await nothing(page, 'the empty room');
      await page.goto('/stories/import');
      await page.locator('textarea').waitFor();
      await nothing(page, 'choosing');
    });

    test('axe finds nothing in the check', async ({ page }) => {
      await toTheCheck(page);
      await nothing(page, 'side by side');
      await page.setViewportSize({ width: 360, height: 740 });
      await page.locator('.one-card').waitFor();
      await nothing(page, 'one at a time');
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.locator('.check-head button[data-kind=filled]').click();
      await nothing(page, 'whose story');
    });

    test('axe finds nothing where a story is read and changed', async ({ page }) => {
      const story = await toTheBooklet(page);
      await nothing(page, 'the booklet');
      await page.locator(`a[href="${story}/edit"]`).click();
      await page.locator('.edit-pieces').waitFor();
      await nothing(page, 'editing');
      await page.locator(`a[href="${story}/versions"]`).click();
      await page.locator('.page-text button').first().click();
      await nothing(page, 'versions');
    });

    test('axe finds nothing in what a story leads to', async ({ page }) => {
      const story = await toTheBooklet(page);
      await page.locator(`a[href="${story}/practice"]`).first().click();
      await page.locator('.practice-part').first().waitFor();
      await nothing(page, 'put into practice');
      await page.locator('.practice-part button').first().click();
      await page.locator('.plan-parts').waitFor();
      await nothing(page, 'the plan');
    });
  });
}
