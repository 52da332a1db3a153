/**
 * The house's own pages, as axe sees them, in the looks that differ most; and one walk by keyboard
 * alone. The rooms' pages have theirs in `asks/` and `stories/`.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './harness.ts';
import { keepThis } from './keeping.ts';
import { inventedStory } from './stories/invented-story.ts';

const looks = [
  { name: 'a phone, light', use: { locale: 'en-US', viewport: { width: 360, height: 740 } } },
  {
    name: 'a desk, dark, right to left',
    use: { locale: 'ar', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  },
] as const;

const closed = ['/', '/join', '/come-back', '/if-something-happens'];
const open = [
  '/',
  '/asks',
  '/partners',
  '/stories',
  '/discussions',
  '/issues',
  '/notebook',
  '/more',
  '/settings',
  '/settings/recovery',
  '/settings/backup',
  '/settings/export',
  '/settings/erase',
  '/settings/about',
  '/if-something-happens',
];

async function findsNothing(page: Page, where: string): Promise<void> {
  await page.locator('h1').first().waitFor();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    where,
  ).toEqual([]);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways, `${where} scrolls sideways`).toBeLessThanOrEqual(0);
}

/** Goes there within the application, so that nothing is locked on the way. */
async function goWithin(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState({}, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await page.waitForURL((url) => url.pathname === path);
}

for (const { name, use } of looks) {
  test.describe(name, () => {
    test.use(use);

    test('axe finds nothing before anything is kept', async ({ page }) => {
      for (const path of closed) {
        await page.goto(path);
        await findsNothing(page, path);
      }
    });

    test('axe finds nothing in a kept workspace, nor on its lock', async ({ page }) => {
      test.setTimeout(150_000);
      await page.goto('/stories/import');
      await page.locator('textarea').fill(inventedStory);
      await keepThis(page, 'Amina');
      for (const path of open) {
        await goWithin(page, path);
        await findsNothing(page, path);
      }
      await page.goto('/');
      await page.getByRole('textbox').waitFor();
      await findsNothing(page, 'the lock');
    });

    test('nothing is cut off and nothing scrolls sideways at twice the text size', async ({
      page,
    }) => {
      await page.addInitScript(() => {
        localStorage.setItem('alongside.look', JSON.stringify({ text: 'largest' }));
      });
      for (const path of [...closed, '/start', '/stories/import', '/look-around']) {
        await page.goto(path);
        await page.locator('h1').first().waitFor();
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(sideways, path).toBeLessThanOrEqual(0);
      }
    });
  });
}

test('the first page leads by keyboard alone to a message, a story, the example and help', async ({
  page,
}) => {
  for (const target of ['/start', '/stories/import', '/look-around', '/if-something-happens']) {
    await page.goto('/');
    const welcome = (await page.locator('h1').textContent()) ?? '';
    const link = page.locator(`a[href="${target}"]`).first();
    for (let tabs = 0; tabs < 20; tabs++) {
      await page.keyboard.press('Tab');
      if (await link.evaluate((element) => element === document.activeElement)) break;
    }
    await expect(link).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('h1').first()).not.toHaveText(welcome);
  }
});
