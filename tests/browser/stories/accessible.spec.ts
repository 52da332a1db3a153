import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '../harness.ts';
import { inventedStory } from './invented-story.ts';

const looks = [
  { name: 'light', use: { colorScheme: 'light', locale: 'en-US' } },
  { name: 'dark, in Spanish', use: { colorScheme: 'dark', locale: 'es-US' } },
  { name: 'right to left', use: { colorScheme: 'light', locale: 'ar' } },
] as const;

for (const { name, use } of looks) {
  test.describe(name, () => {
    test.use({ ...use, viewport: { width: 1440, height: 900 } });

    test('axe finds nothing on the pages of a story', async ({ page }) => {
      const nothing = async (where: string) => {
        const { violations } = await new AxeBuilder({ page }).analyze();
        const found = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
        expect(found, where).toEqual([]);
      };
      await page.goto('/stories');
      await page.locator('h1').waitFor();
      await nothing('the empty room');
      await page.goto('/stories/import');
      await page.locator('textarea').fill(inventedStory);
      await nothing('choosing');
      await page.locator('.page-text > button').click();
      await page.locator('.check-piece').first().waitFor();
      await nothing('the check, side by side');
      await page.setViewportSize({ width: 360, height: 740 });
      await page.locator('.one-card').waitFor();
      await nothing('the check, one at a time');
      await page.setViewportSize({ width: 1440, height: 900 });
      await page.locator('.check-head button[data-kind=filled]').click();
      await nothing('whose story');
      await page.locator('.page-action button[data-kind=filled]').click();
      await page.locator('.booklet').waitFor();
      await nothing('the booklet');
      const story = new URL(page.url()).pathname;
      await page.locator(`a[href="${story}/edit"]`).click();
      await page.locator('.edit-pieces').waitFor();
      await nothing('editing');
      await page.locator(`a[href="${story}/versions"]`).click();
      await page.locator('.page-text button').first().click();
      await nothing('versions');
      await page.locator(`a[href="${story}"]`).click();
      await page.locator(`a[href="${story}/practice"]`).first().click();
      await page.locator('.practice-part').first().waitFor();
      await nothing('put into practice');
      await page.locator('.practice-part button').first().click();
      await page.locator('.plan-parts').waitFor();
      await nothing('the plan');
    });
  });
}
