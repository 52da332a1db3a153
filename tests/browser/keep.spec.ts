/** Minutes 5 to 6.5 of the first ten: kept, closed, and opened again with six words. */
import { type Language, wordsIn } from './catalogue.ts';
import { expect, test } from './harness.ts';
import { comeBack, keepThis, mainAction } from './keeping.ts';
import { inventedStory } from './stories/invented-story.ts';

const scripts: Record<Language, RegExp> = {
  en: /^[a-z]+$/,
  es: /^[a-zñáéíóúü]+$/,
  ar: /^[\u0621-\u064a]+$/,
};
const locales: Record<Language, string> = { en: 'en-US', es: 'es-US', ar: 'ar' };

for (const language of ['en', 'es', 'ar'] as const) {
  const say = wordsIn(language);
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language], viewport: { width: 360, height: 740 } });

    test('what was typed is kept, the browser closed, and six words in one’s own language open it', async ({
      page,
      context,
    }) => {
      await page.goto('/stories/import');
      await page.locator('textarea').fill(inventedStory);
      await page.getByRole('button', { name: say('Read it') }).click();
      await page.getByRole('button', { name: say('Yes'), exact: true }).click();
      await page.getByRole('button', { name: say('All of it is right') }).click();
      await mainAction(page).click();
      await page.getByText(say('It was published by others')).click();
      await mainAction(page).click();
      await expect(page).toHaveURL(/\/stories\/[\w-]{22}/);
      const title = await page.locator('h1').innerText();

      const words = await keepThis(page, 'Amina');
      expect(words).toHaveLength(6);
      for (const word of words) expect(word.normalize('NFC')).toMatch(scripts[language]);

      await page.close();
      const later = await context.newPage();
      await later.goto('/stories');
      await comeBack(later, ['zoo', 'zoo', 'zoo', 'zoo', 'zoo', 'zoo']);
      await expect(later.getByRole('alert').or(later.getByRole('status')).first()).toBeVisible();
      await comeBack(later, words);
      await expect(later.locator('main').getByRole('link', { name: title })).toBeVisible();
      await later.locator('main').getByRole('link', { name: title }).click();
      await expect(later.locator('.booklet-takeaway').first()).toBeVisible();
    });
  });
}

test.use({ viewport: { width: 360, height: 740 } });

test('everything kept is there with no network', async ({ page, context }) => {
  await page.goto('/stories/import');
  await page.locator('textarea').fill(inventedStory);
  const words = await keepThis(page, 'Ruth');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
    .toBe(true);
  await page.close();
  await context.setOffline(true);
  const later = await context.newPage();
  await later.goto('/');
  await comeBack(later, words);
  await expect(later.locator('nav a[href="/more"]')).toBeVisible();
  for (const path of ['/asks', '/partners', '/stories', '/more']) {
    await later.locator(`nav a[href="${path}"]:visible`).click();
    await expect(later).toHaveURL(new RegExp(`${path}$`));
    await expect(later.locator('h1')).toBeVisible();
  }
});
