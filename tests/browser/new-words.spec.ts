/** Six new words on the smallest phone: whoever copies them sees that there are six. */
import { type Language, wordsIn } from './catalogue.ts';
import { expect, test } from './harness.ts';
import { mainAction } from './keeping.ts';

const locales: Record<Language, string> = { en: 'en-US', es: 'es-US', ar: 'ar' };

for (const language of ['en', 'es', 'ar'] as const) {
  const say = wordsIn(language);
  test.describe(`in ${language}`, () => {
    test.use({ locale: locales[language], viewport: { width: 360, height: 640 } });

    test('none of the six words is hidden under the button that says they are written down', async ({
      page,
    }) => {
      await page.goto('/start');
      await page.getByLabel(say('Who asks?')).fill('Eastside Laundry Workers');
      await page.locator('a[href="/keep"]').first().click();
      await page.getByRole('textbox', { name: say('A name') }).fill('Dolores');
      await mainAction(page).click();
      const words = page.locator('.words-to-keep li');
      await expect(words).toHaveCount(6);
      const bar = await page.locator('.page-action').boundingBox();
      for (const word of await words.all()) {
        const box = await word.boundingBox();
        expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
      }
    });
  });
}
