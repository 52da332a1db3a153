/**
 * Minutes 5 to 9 of the first ten, as far as one device goes: kept, closed, opened again with six
 * words; a story imported and an evening planned from it. On an old phone with a slow network.
 */

import { type Language, wordsIn } from './catalogue.ts';
import { openPages } from './filled/pages.ts';
import { ids } from './filled/planted.ts';
import { openFilled } from './filled/workspace.ts';
import { goWithin } from './going.ts';
import { expect, test } from './harness.ts';
import { comeBack, keepThis, mainAction } from './keeping.ts';
import { slowDown } from './slow-phone.ts';
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
      test.setTimeout(180_000);
      await slowDown(page, context);
      await page.goto('/stories/import');
      await page.locator('textarea').fill(inventedStory);
      await page.getByRole('button', { name: say('Read it') }).click();
      await page.getByRole('button', { name: say('Yes'), exact: true }).click();
      await page.getByRole('button', { name: say('All of it is right') }).click();
      await mainAction(page).click();
      await page.getByText(say('It was published by others')).click();
      await mainAction(page).click();
      await expect(page).toHaveURL(/\/stories\/[\w-]{22}/);
      await page.locator('.booklet').waitFor();
      const title = (await page.locator('h1').textContent()) ?? '';

      const began = Date.now();
      const words = await keepThis(page, 'Amina');
      expect(words).toHaveLength(6);
      for (const word of words) expect(word.normalize('NFC')).toMatch(scripts[language]);

      await page.close();
      const later = await context.newPage();
      await slowDown(later, context);
      await later.goto('/stories');
      await comeBack(later, words);
      const story = later.locator('main').getByRole('link', { name: title });
      await expect(story).toBeVisible({ timeout: 30_000 });
      expect(Date.now() - began).toBeLessThan(90_000);

      await story.click();
      await expect(later.locator('.booklet-takeaway').first()).toBeVisible();
      await later.getByRole('button', { name: say('Talk about it') }).click();
      await expect(later.locator('.plan-parts')).toBeVisible();
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

test('with no network every room opens, and one searches, writes down and edits', async ({
  page,
  context,
}) => {
  test.setTimeout(600_000);
  const words = await openFilled(page, 'en');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null))
    .toBe(true);
  await page.close();
  await context.setOffline(true);
  const later = await context.newPage();
  await later.goto('/');
  await comeBack(later, words);
  await later.locator('nav a[href="/asks"]:visible').waitFor();
  for (const [, path] of openPages) {
    await goWithin(later, path);
    await expect(later.locator('h1')).not.toHaveText('');
  }

  await later.keyboard.press('/');
  await later.getByRole('searchbox').fill('night riders');
  await later.getByRole('dialog').getByRole('link', { name: 'Night Riders Union' }).first().click();
  await expect(later.locator('h1')).toContainText('Night Riders Union');

  await goWithin(later, '/asks/new');
  await later.getByRole('textbox', { name: 'Who asks?' }).fill('Ferry Cooks Table');
  await later.getByRole('textbox', { name: 'What do they ask for?' }).fill('Two pots');
  await later.getByRole('button', { name: 'Think it through' }).click();
  await later.getByRole('button', { name: 'Back', exact: true }).click();
  await later.getByRole('button', { name: 'Change', exact: true }).click();
  await later.getByRole('textbox', { name: 'What do they ask for?' }).fill('Three pots');
  await later.getByRole('button', { name: 'Done' }).click();
  await goWithin(later, `/partners/${ids.partner}`);
  await later.getByText('They showed up for us').last().click();
  await later.getByRole('button', { name: 'Today', exact: true }).click();
  await goWithin(later, `/notebook/${ids.reflection}`);
  await later.getByRole('textbox').fill('Written on the ferry.');
  await expect(later.locator('.frame-foot')).toHaveText('Saved here');

  await later.close();
  const again = await context.newPage();
  await again.goto('/asks');
  await comeBack(again, words);
  await again.getByRole('link', { name: 'Ferry Cooks Table' }).click();
  await expect(again.getByText('Three pots').first()).toBeVisible();
  await goWithin(again, `/notebook/${ids.reflection}`);
  await expect(again.getByRole('textbox')).toHaveValue('Written on the ferry.');
});

test('after the six words one step leads on to what was kept', async ({ page }) => {
  await page.goto('/stories/import');
  await page.locator('textarea').fill(inventedStory);
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await page.getByRole('button', { name: 'All of it is right' }).click();
  await mainAction(page).click();
  await mainAction(page).click();
  await page.locator('.booklet').waitFor();
  await keepThis(page, 'Ruth');
  const steps = page.locator('main .page-action').getByRole('link');
  await expect(steps).toHaveText(['Go on with the story']);
  await steps.click();
  await expect(page.locator('.booklet')).toBeVisible();
  await page.locator('nav a[href="/"]:visible').first().click();
  await expect(steps).toHaveText(['Write down an ask', 'Read a story']);
});

test('a message that was only pasted is among what Keep this keeps', async ({ page }) => {
  await page.goto('/start');
  await page
    .locator('textarea')
    .first()
    .fill('Hello, we are the Harbor Families Network. Could you send four interpreters on Friday?');
  await expect(page.getByRole('textbox', { name: 'Who asks?' })).toHaveValue(
    'Harbor Families Network',
  );
  await keepThis(page, 'Ruth');
  await expect(page.locator('main').getByText('Harbor Families Network').first()).toBeVisible();
});

test('a message that was pasted is kept too when *Keep this* is chosen on another page', async ({
  page,
}) => {
  await page.goto('/start');
  await page
    .locator('textarea')
    .first()
    .fill('Hello, we are the Harbor Families Network. Could you send four interpreters on Friday?');
  await page.locator('nav a[href="/stories"]:visible').first().click();
  await expect(page).toHaveURL(/\/stories$/);
  await keepThis(page, 'Ruth');
  await expect(page.locator('main').getByText('Harbor Families Network').first()).toBeVisible();
});

test('a pasted message that names nobody and asks for nothing we can find is kept too', async ({
  page,
}) => {
  await page.goto('/start');
  await page.locator('textarea').first().fill('It was a long night. More tomorrow.');
  await keepThis(page, 'Ruth');
  await expect(page.locator('main').getByText('Someone, not named').first()).toBeVisible();
});
