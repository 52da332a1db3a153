/**
 * R13: a device whose clock is years off the server's. The page says so, with both times, keeps and sends
 * what is written, and stops saying so once they agree. The server's time is turned, on its way here: to
 * the page that is the same as its own being wrong, and the worker has no clock that a test could turn.
 */

import { goWithin } from './going.ts';
import { test as base, expect } from './harness.ts';
import { type Between, type InBetween, passesOn, startInBetween } from './in-between.ts';
import { keepThis, mainAction } from './keeping.ts';
import { looksRight } from './looks-right.ts';

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

/** Every answer as it is, but with another date. */
const dated =
  (date: () => Date): Between =>
  (_, answer, passOn) => {
    const { writeHead } = answer;
    answer.writeHead = ((status: number, headers: object) =>
      Reflect.apply(writeHead, answer, [
        status,
        { ...headers, date: date().toUTCString() },
      ])) as typeof answer.writeHead;
    passOn();
  };

/** *Nothing waits for the server.* */
const nothing = { en: 'Nothing waits for the server.', ar: 'لا شيء ينتظر الخادم.' };
const FIVE_YEARS = 5 * 365 * 24 * 3_600_000;

for (const language of ['en', 'ar'] as const) {
  test.describe(language, () => {
    test.use({ locale: language === 'en' ? 'en-US' : 'ar' });

    test(`R13: in ${language} a clock that is years off is said above every page, loses nothing, and is forgotten when it is right`, async ({
      page,
      voucher,
      inBetween,
    }) => {
      test.setTimeout(300_000);
      inBetween.between = passesOn;
      await page.goto('/start');
      await page.locator('textarea').first().fill('Hello, we are the Harbor Families Network.');
      await keepThis(page, 'Amina');
      await goWithin(page, '/settings/server');
      await page.getByRole('textbox').nth(1).fill(voucher);
      await mainAction(page).click();
      const nothingWaits = page.getByText(nothing[language]);
      await expect(nothingWaits).toBeVisible({ timeout: 60_000 });
      const notice = page.locator('.safety-notice .notice[data-kind=care]');
      await expect(notice).toHaveCount(0);

      const its = () => new Date(Date.now() + FIVE_YEARS);
      inBetween.between = dated(its);
      await goWithin(page, '/partners/new');
      await page.locator('#partner').getByRole('textbox').first().fill('Written meanwhile');
      await mainAction(page).click();
      await expect(page.locator('h1')).toHaveText('Written meanwhile');
      await expect(notice).toBeVisible({ timeout: 60_000 });
      if (language === 'en') {
        await expect(notice).toContainText(String(its().getFullYear()));
        await expect(notice).toContainText(String(new Date().getFullYear()));
      }
      for (const width of [360, 1440]) {
        await page.setViewportSize({ width, height: 800 });
        await expect(notice).toBeVisible();
        await looksRight(page, null);
        await page.screenshot({ path: test.info().outputPath(`${language}-${width}.png`) });
      }
      await goWithin(page, '/settings/server');
      await expect(notice).toBeVisible();
      await expect(nothingWaits).toBeVisible({ timeout: 60_000 });

      inBetween.between = passesOn;
      // The server answers who waits for news within half a minute: nobody need do anything.
      await expect(notice).toHaveCount(0, { timeout: 60_000 });
      await goWithin(page, '/partners');
      await expect(page.getByText('Written meanwhile').first()).toBeVisible();
    });
  });
}
