/** Phones of several people, each a browser that shares nothing with the others but the server. */
import type { Browser, Page } from '@playwright/test';
import { expect } from '../harness.ts';
import { chooseWords, keepThis, mainAction } from '../keeping.ts';

/** A browser of somebody's own. */
export async function phone(browser: Browser, language: string): Promise<Page> {
  const context = await browser.newContext({
    locale: { en: 'en-US', es: 'es-US', ar: 'ar' }[language] ?? 'en-US',
    viewport: { width: 360, height: 740 },
    serviceWorkers: 'block',
  });
  return context.newPage();
}

/** Keeps a first workspace and puts it on the server by its voucher. */
export async function begin(
  page: Page,
  address: string,
  voucher: string,
): Promise<readonly string[]> {
  await page.goto(`${address}#voucher=${voucher}`);
  await page.goto(`${address}start`);
  await page.locator('textarea').first().fill('Hello, we are the Harbor Families Network.');
  const words = await keepThis(page, 'Amina');
  await go(page, '/settings/server');
  await page.getByRole('textbox').nth(1).fill(voucher);
  await mainAction(page).click();
  await expect(page.getByRole('textbox')).toHaveCount(0, { timeout: 20_000 });
  return words;
}

/** Goes to a page of the open workspace, without opening the application anew. */
export async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await expect(page).toHaveURL(new RegExp(`${path}$`));
}

/** Makes an invitation and gives its link, as it stands on the screen. */
export async function inviteOne(page: Page): Promise<string> {
  // From elsewhere: the page keeps showing the link it made last.
  await go(page, '/people');
  await go(page, '/people/invite');
  await mainAction(page).click();
  const link = page.locator('.invite-link');
  await expect(link).toBeVisible({ timeout: 20_000 });
  return (await link.textContent()) ?? '';
}

/** Opens the link, takes a name and six words, and waits with four words on the screen. */
export async function askIn(page: Page, link: string, name: string): Promise<readonly string[]> {
  await page.goto(link);
  await page.getByRole('textbox').fill(name);
  await mainAction(page).click();
  await chooseWords(page);
  return fourWords(page);
}

/** The four words on the page, once they are there. */
export async function fourWords(page: Page): Promise<readonly string[]> {
  const shown = page.locator('.four-words li');
  await shown.nth(3).waitFor({ timeout: 20_000 });
  await expect(shown.nth(3)).not.toHaveText('');
  return shown.allInnerTexts();
}

/** The person who asked is let in, into the core team too if `core`; they see their first page. */
export async function letIn(host: Page, guest: Page, core = false): Promise<void> {
  const row = host.locator('main li:has(.four-words)');
  await row.first().waitFor({ timeout: 20_000 });
  if (core) await row.first().locator('label').click();
  await row.first().locator('.row button').first().click();
  await guest.waitForURL((url) => url.pathname === '/', { timeout: 60_000 });
}
