/**
 * Minutes 0 to 5 of the first ten, as someone with an old phone lives them: 360 px, a slow network, a
 * processor four times slower. Reads what it is for, gets a pasted message in, thinks it through, and
 * has a reply to send, with nothing stored. The marks are those of the guide's first ten minutes.
 */

import type { Locator, Page } from '@playwright/test';
import { check } from '../choosing.ts';
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { countTaps, looksRight } from '../looks-right.ts';
import { slowDown } from '../slow-phone.ts';
import { walks } from './messages.ts';

for (const [language, walk] of Object.entries(walks)) {
  test.describe(language, () => {
    test.use({
      viewport: { width: 360, height: 740 },
      locale: walk.locale,
      hasTouch: true,
      isMobile: true,
    });

    test(`a message becomes a reply in the first five minutes (${language})`, async ({
      page,
      context,
    }) => {
      test.setTimeout(180_000);
      await slowDown(page, context);

      await page.goto('/');
      const first = page.getByRole('link').or(page.getByRole('button')).first();
      await page.locator('a[href="/start"]').waitFor({ timeout: 60_000 });
      await expect(page.locator('html')).toHaveAttribute('dir', walk.direction);
      expect(await wordsBefore(page, 'a[href="/start"]')).toBeLessThanOrEqual(60);
      await expect(first).toBeVisible();
      await looksRight(page, walk.foreign);

      const taps = countTaps();
      await taps.tap(page.locator('a[href="/start"]'));
      const message = page.locator('textarea').first();
      await message.waitFor({ timeout: 60_000 });
      const began = Date.now();
      await taps.tap(message);
      await page.keyboard.insertText(walk.message);
      const required = page.locator(
        'form :is(input, textarea)[required], form [aria-required=true]',
      );
      await expect(required).toHaveCount(2);
      await expect(required.first()).toHaveValue(walk.from);
      await expect(required.last()).not.toHaveValue('');
      await looksRight(page, walk.foreign);
      await taps.tap(page.locator('button[type=submit]'));
      const contribution = page.locator('[data-part=contribution]');
      await contribution.waitFor();
      expect(Date.now() - began).toBeLessThan(60_000);
      expect(taps.count).toBeLessThanOrEqual(8);
      await expect(page.locator('h1')).toContainText(walk.from);

      const next = page.locator('.ask-steps .button[data-kind=filled]');
      await check(contribution.getByRole('radio').nth(3));
      await contribution.locator('input[type=text]').fill(walk.offered);
      await looksRight(page, walk.foreign);
      await next.tap();
      await check(page.locator('[data-part=long-term]').getByRole('checkbox'));
      await looksRight(page, walk.foreign);
      await next.tap();
      await check(page.locator('[data-part=engagement]').getByRole('radio').nth(1));
      await looksRight(page, walk.foreign);
      await next.tap();
      await check(page.locator('[data-part=answer]').getByRole('radio').nth(1));
      await looksRight(page, walk.foreign);
      await next.tap();
      const reply = page.locator('[data-part=reply] textarea');
      await expect(reply).toHaveValue(walk.reply);
      await expect(reply).toHaveValue(new RegExp(walk.offered));
      await looksRight(page, walk.foreign);

      // The reply has the room of its words, over a bar of one row.
      await page.setViewportSize({ width: 360, height: 640 });
      const room = await reply.evaluate((area) => ({
        hidden: area.scrollHeight - area.clientHeight,
        bar: document.querySelector('.reply-steps')?.clientHeight,
      }));
      expect(room.hidden).toBeLessThanOrEqual(1);
      expect(room.bar).toBeLessThan(80);

      await context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await page.locator('[data-part=reply] .button[data-kind=filled]').tap();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(walk.reply);

      // Opened again it is where it stands: after a yes, what we promised.
      await goWithin(page, '/asks');
      await page.locator('main li a').first().click();
      await expect(page.locator('[data-part=after]')).toBeVisible();
      await expect(page.locator('[data-part=ask]')).toBeHidden();

      expect(await everythingStored(page)).not.toContain(walk.from);
    });
  });
}

test('an ask is written down, weighed and answered by keyboard alone', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/start');
  const { message, from, offered, reply } = walks.en;
  const box = page.getByRole('textbox', { name: 'The message, as it came' });
  await box.focus();
  await page.keyboard.insertText(message);
  await expect(page.getByRole('textbox', { name: 'Who asks?' })).toHaveValue(from);
  await tabTo(page, page.getByRole('button', { name: 'Think it through' }));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Can we make a real difference here?' }).waitFor();

  await tabTo(page, page.getByRole('radio', { name: 'very unlikely' }));
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'likely', exact: true })).toBeChecked();
  await tabTo(page, page.getByRole('textbox', { name: 'What would it be?' }));
  await page.keyboard.type(offered);
  await tabTo(page, page.getByRole('textbox', { name: 'In our words' }));
  await page.keyboard.type('Beside them through the whole docket.');
  await tabTo(page, page.getByRole('radio', { name: 'staff only' }));
  await page.keyboard.press('ArrowDown');
  await tabTo(page, page.getByRole('radio', { name: 'Yes', exact: true }));
  await page.keyboard.press('Space');
  // Chosen is not decided: the title says what we answered once it is kept.
  await expect(page.locator('h1')).toContainText('is waiting for our answer');
  await expect(page.getByRole('textbox', { name: 'The reply' })).toHaveCount(0);
  await tabTo(page, page.getByRole('button', { name: 'This is our answer' }));
  await page.keyboard.press('Enter');
  await expect(page.locator('h1')).toContainText('We answered');
  await expect(page.getByRole('textbox', { name: 'The reply' })).toHaveValue(reply);
});

test('a message that is too long says so, and every letter of it is still there', async ({
  page,
}) => {
  await page.goto('/start');
  const box = page.locator('textarea').first();
  const long = 'a '.repeat(50_000);
  await box.fill(long);
  await expect(page.getByText('This message is too long to keep in one piece.')).toBeVisible();
  await page.getByRole('button', { name: 'Think it through' }).click();
  await expect(box).toHaveValue(long);
  await expect(page).toHaveURL(/\/start$/);
});

test('a message that is not written down yet is still there after a look at another page', async ({
  page,
}) => {
  await page.goto('/start');
  await page.locator('textarea').first().fill(walks.en.message);
  await page.getByRole('link', { name: 'Stories' }).first().click();
  await expect(page).toHaveURL(/\/stories$/);
  await page.goBack();
  await expect(page.locator('textarea').first()).toHaveValue(walks.en.message);
  await expect(page.getByRole('textbox', { name: 'Who asks?' })).toHaveValue(walks.en.from);
});

test('an empty form names the two things that are needed and nothing else', async ({ page }) => {
  await page.goto('/start');
  await page.getByRole('button', { name: 'Think it through' }).click();
  await expect(page.locator('[aria-invalid=true]')).toHaveCount(2);
  await expect(page.getByRole('textbox', { name: 'Who asks?' })).toBeFocused();
});

/** Words on screen before the element, in the order of the page. */
function wordsBefore(page: Page, selector: string): Promise<number> {
  return page.evaluate((selector) => {
    const end = document.querySelector(selector);
    const main = end?.closest('article') ?? document.body;
    const range = document.createRange();
    range.setStart(main, 0);
    if (end) range.setEndBefore(end);
    const words = new Intl.Segmenter(document.documentElement.lang, { granularity: 'word' });
    return [...words.segment(range.toString())].filter((each) => each.isWordLike).length;
  }, selector);
}

/** Everything the page could have stored, as text. */
function everythingStored(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const stored: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie];
    for (const { name } of await indexedDB.databases()) {
      if (!name) continue;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of database.objectStoreNames) {
        const all = database.transaction(store).objectStore(store).getAll();
        stored.push(
          await new Promise((resolve, reject) => {
            all.onsuccess = () => resolve(all.result);
            all.onerror = () => reject(all.error);
          }),
        );
      }
      database.close();
    }
    return JSON.stringify(stored);
  });
}

/** Presses Tab until the element has the focus; gives up after a page's worth. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let press = 0; press < 60; press++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}
