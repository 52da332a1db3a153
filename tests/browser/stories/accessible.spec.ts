/** The check of a story that is brought in, as axe sees each of its steps. All other pages: `every-page.spec.ts`. */
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
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
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

for (const { name, use } of looks) {
  test.describe(name, () => {
    test.use({ ...use, viewport: { width: 1440, height: 900 } });

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
  });
}
