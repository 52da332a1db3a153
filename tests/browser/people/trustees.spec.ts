/**
 * Feature 12 as people click it: Amina chooses two whom she trusts; her phone is gone; the two open a way
 * back, compare four words on their own phones, and she is in again on a new one, notebook and all.
 */

import type { Page } from '@playwright/test';
import { wordsIn } from '../catalogue.ts';
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { chooseWords, mainAction } from '../keeping.ts';
import { askIn, begin, fourWordsOn, inviteOne, letIn, phone } from './coming-in.ts';

/** On a phone of one of the two: sees who asks, with these words, and says yes. */
async function sayYes(page: Page, words: readonly string[]): Promise<void> {
  await expect.poll(() => fourWordsOn(page), { timeout: 30_000 }).toEqual(words);
  await page.locator('main li:has(.four-words) button').first().click();
}

/** The page of the way back, from the list of people, as a person finds it. */
async function goToWayBack(page: Page): Promise<void> {
  await goWithin(page, '/people');
  await page.locator('main a[href^="/people/back/"]').first().click();
  await page.locator('main .page-action').waitFor();
}

for (const language of ['en', 'ar'] as const) {
  test(`in ${language} two whom somebody trusts let them back in on a new phone`, async ({
    browser,
    address,
    voucher,
  }) => {
    test.setTimeout(400_000);
    const say = wordsIn(language);
    const [amina, ruth, li] = [
      await phone(browser, language),
      await phone(browser, language),
      await phone(browser, language),
    ];
    const six = await begin(amina, address, voucher);
    for (const [page, name] of [
      [ruth, 'Ruth'],
      [li, 'Li'],
    ] as const) {
      await askIn(page, await inviteOne(amina), name);
      await letIn(amina, false);
      await page.waitForURL((url) => url.pathname === '/', { timeout: 60_000 });
    }
    await goWithin(amina, '/settings/trustees');
    const choices = amina.locator('main .rows label');
    await expect(choices).toHaveCount(2, { timeout: 30_000 });
    for (const choice of await choices.all()) await choice.click();
    await amina.getByRole('textbox').fill(six.join(' '));
    const trusts = amina.getByText(say('Any two of those you trust can let you back in.'));
    await expect(async () => {
      if (!(await trusts.isVisible())) await mainAction(amina).click({ timeout: 1000 });
      await expect(trusts).toBeVisible({ timeout: 10_000 });
    }).toPass({ timeout: 90_000 });
    await goWithin(amina, '/people/my-devices');
    await expect(amina.getByText(say('What two trusted people hold together'))).toBeVisible();
    await expect(amina.locator('main a[href="/settings/trustees"]')).toBeVisible();
    // Her phone is gone.
    await amina.context().close();

    await goToWayBack(ruth);
    await mainAction(ruth).click();
    const link = ruth.locator('.invite-link');
    await expect(link).toBeVisible({ timeout: 30_000 });
    const again = await phone(browser, language);
    await again.goto((await link.textContent()) ?? '');
    await mainAction(again).click();
    await chooseWords(again);
    const words = await fourWordsOn(again);
    await sayYes(ruth, words);
    await expect(ruth.getByRole('status').first()).toBeVisible({ timeout: 30_000 });
    await goWithin(li, '/people');
    await expect(li.locator('main .notice a[href^="/people/back/"]')).toBeVisible({
      timeout: 30_000,
    });
    await li.locator('main .notice a[href^="/people/back/"]').click();
    await sayYes(li, words);
    await again.waitForURL((url) => url.pathname === '/', { timeout: 90_000 });
    // What only the core team, which is Amina alone, could read: behind the two shares.
    await goWithin(again, '/people');
    await expect(again.locator('main .rows').first()).toContainText('Amina', { timeout: 30_000 });
    for (const page of [ruth, li, again]) await page.context().close();
  });
}
