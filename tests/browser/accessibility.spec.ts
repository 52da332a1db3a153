/**
 * The first pages at twice the size of text, and by keyboard alone. Every page, with axe and at every
 * width, is in `every-page.spec.ts`; what moves, shows focus and is said aloud in `comfort.spec.ts`.
 */
import { expect, test } from './harness.ts';

const looks = [
  { name: 'a phone, light', use: { locale: 'en-US', viewport: { width: 360, height: 740 } } },
  {
    name: 'a desk, dark, right to left',
    use: { locale: 'ar', viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
  },
] as const;

const closed = ['/', '/join', '/come-back', '/if-something-happens'];

for (const { name, use } of looks) {
  test.describe(name, () => {
    test.use(use);

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
