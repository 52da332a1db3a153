/** Putting a workspace on the server, letting someone in, and asking to be let in, as people do it. */

import type { Browser, Page } from '@playwright/test';
import { check } from '../choosing.ts';
import { goWithin } from '../going.ts';
import { expect } from '../harness.ts';
import { chooseWords, keepThis, mainAction } from '../keeping.ts';

/** A phone of its own, in that language, that shares nothing with the others but the server. */
export async function phone(browser: Browser, language = 'en'): Promise<Page> {
  const context = await browser.newContext({
    locale: { en: 'en-US', es: 'es-US', ar: 'ar' }[language] ?? 'en-US',
    viewport: { width: 360, height: 740 },
    serviceWorkers: 'block',
  });
  return context.newPage();
}

/** Keeps a first workspace and puts it on the server by its voucher. Gives its six words. */
export async function begin(
  page: Page,
  address: string,
  voucher: string,
): Promise<readonly string[]> {
  await page.goto(`${address}#voucher=${voucher}`);
  await page.goto(`${address}start`);
  await page.locator('textarea').first().fill('Hello, we are the Harbor Families Network.');
  const words = await keepThis(page, 'Amina');
  await putOnServer(page, voucher);
  return words;
}

/** Puts the open, kept workspace on the server by its voucher. */
export async function putOnServer(page: Page, voucher: string): Promise<void> {
  await goWithin(page, '/settings/server');
  await page.getByRole('textbox').nth(1).fill(voucher);
  await mainAction(page).click();
  await expect(page.getByRole('textbox')).toHaveCount(0, { timeout: 90_000 });
}

/** Makes an invitation and gives its link, as it stands on the screen. */
export async function inviteOne(page: Page): Promise<string> {
  // The page of the invitation before is left first: two addresses in a row may draw only the last.
  await goWithin(page, '/people');
  await expect(page.locator('main a[href="/people/invite"]')).toBeVisible({ timeout: 60_000 });
  await page.locator('main a[href="/people/invite"]').click();
  await expect(page.locator('main').getByRole('radio').first()).toBeVisible({ timeout: 60_000 });
  await mainAction(page).click();
  return linkOn(page);
}

export async function linkOn(page: Page): Promise<string> {
  const link = page.locator('.invite-link');
  await expect(link).toBeVisible({ timeout: 90_000 });
  return (await link.textContent()) ?? '';
}

/** Opens the link, takes a name and six words, and waits with four words on the screen. */
export async function askIn(page: Page, link: string, name: string) {
  await page.goto(link);
  await page.getByRole('textbox').waitFor({ timeout: 60_000 });
  await page.getByRole('textbox').fill(name);
  await mainAction(page).click();
  const six = await chooseWords(page);
  return { six, four: await fourWordsOn(page) };
}

export async function fourWordsOn(page: Page): Promise<readonly string[]> {
  const shown = page.locator('.four-words li');
  await expect(shown.nth(3)).not.toHaveText('', { timeout: 90_000 });
  return shown.allInnerTexts();
}

/** Says that it is them, into the core team or not. */
export async function letIn(page: Page, coreTeam: boolean): Promise<void> {
  const request = page.locator('main li:has(.four-words)');
  await request.waitFor({ timeout: 120_000 });
  if (coreTeam) await check(request.getByRole('checkbox'));
  await request.locator('.row button').first().click();
  await expect(request).toHaveCount(0, { timeout: 90_000 });
}
