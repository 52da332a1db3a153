/** Two people in browsers that share nothing but the server: one begins, the other comes in by a link. */
import type { Browser, Page } from '@playwright/test';
import { expect } from '../harness.ts';
import { chooseWords, keepThis, mainAction } from '../keeping.ts';

/** A phone of its own, in that language. */
export async function phone(browser: Browser, language = 'en'): Promise<Page> {
  const context = await browser.newContext({
    locale: { en: 'en-US', es: 'es-US', ar: 'ar' }[language] ?? 'en-US',
    viewport: { width: 360, height: 740 },
    serviceWorkers: 'block',
  });
  return context.newPage();
}

/** Keeps a first workspace and puts it on the server by its voucher. */
export async function begin(page: Page, address: string, voucher: string): Promise<void> {
  await page.goto(`${address}#voucher=${voucher}`);
  await page.goto(`${address}start`);
  await page.locator('textarea').first().fill('Hello, we are the Harbor Families Network.');
  await keepThis(page, 'Amina');
  await go(page, '/settings/server');
  await page.getByRole('textbox').nth(1).fill(voucher);
  await mainAction(page).click();
  await expect(page.getByRole('textbox')).toHaveCount(0, { timeout: 20_000 });
}

/** Goes to a page of the open workspace, without opening the application anew. */
export async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await expect(page).toHaveURL(new RegExp(`${path.replace(/[?]/g, '\\?')}$`));
}

/** Makes an invitation and gives its link, as it stands on the screen. */
export async function inviteOne(page: Page): Promise<string> {
  await go(page, '/people/invite');
  await mainAction(page).click();
  const link = page.locator('.invite-link');
  await expect(link).toBeVisible({ timeout: 20_000 });
  return (await link.textContent()) ?? '';
}

/** Opens the link, takes a name and six words, and gives the four words on the screen. */
export async function askIn(page: Page, link: string, name: string): Promise<readonly string[]> {
  await page.goto(link);
  await page.getByRole('textbox').fill(name);
  await mainAction(page).click();
  await chooseWords(page);
  const shown = page.locator('.four-words li');
  await shown.nth(3).waitFor({ timeout: 20_000 });
  await expect(shown.nth(3)).not.toHaveText('');
  return shown.allInnerTexts();
}

/** Lets in who waits at the steward's page, after both saw the same four words. */
export async function letIn(
  steward: Page,
  theirs: readonly string[],
  how: { readonly coreTeam: boolean },
): Promise<void> {
  const shown = steward.locator('.four-words li');
  await shown.nth(3).waitFor({ timeout: 20_000 });
  await expect.poll(() => shown.allInnerTexts()).toEqual(theirs);
  if (how.coreTeam) await steward.locator('main li .choice').first().click();
  await steward.locator('main li .row button').first().click();
}
