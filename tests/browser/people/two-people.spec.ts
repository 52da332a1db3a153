/**
 * Minutes 6.5 to 7.5 of the first ten, and the phone that was taken: the person beside comes in by a
 * link, sees only what they should, and is ended. Two browsers that share nothing but the server.
 */
import type { Browser, Page } from '@playwright/test';
import { expect, test } from '../harness.ts';
import { keepThis, mainAction } from '../keeping.ts';

const languages = ['en', 'es', 'ar'] as const;

async function phone(browser: Browser, language: string): Promise<Page> {
  const context = await browser.newContext({
    locale: { en: 'en-US', es: 'es-US', ar: 'ar' }[language] ?? 'en-US',
    viewport: { width: 360, height: 740 },
    serviceWorkers: 'block',
  });
  return context.newPage();
}

/** Keeps a first workspace and puts it on the server by its voucher. */
async function begin(page: Page, address: string, voucher: string): Promise<void> {
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
async function go(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await expect(page).toHaveURL(new RegExp(`${path}$`));
}

/** Makes an invitation and gives its link, as it stands on the screen. */
async function inviteOne(page: Page): Promise<string> {
  await go(page, '/people/invite');
  await mainAction(page).click();
  const link = page.locator('.invite-link');
  await expect(link).toBeVisible({ timeout: 20_000 });
  return (await link.textContent()) ?? '';
}

/** Opens the link, takes a name and six words, and waits with four words on the screen. */
async function askIn(page: Page, link: string, name: string): Promise<readonly string[]> {
  await page.goto(link);
  await page.getByRole('textbox').fill(name);
  await mainAction(page).click();
  await page.locator('.words-to-keep li').nth(5).waitFor();
  const words = await page.locator('.words-to-keep li').allInnerTexts();
  await mainAction(page).click();
  const asked = page.getByRole('textbox');
  await asked.first().waitFor();
  for (const field of await asked.all()) {
    const label = await field.evaluate((element) =>
      [...((element as HTMLTextAreaElement).labels ?? [])].map((one) => one.textContent).join(' '),
    );
    await field.fill(words[Number(/\d/.exec(label)?.[0]) - 1] ?? '');
  }
  await mainAction(page).click();
  const shown = page.locator('.four-words li');
  await shown.nth(3).waitFor({ timeout: 20_000 });
  await expect(shown.nth(3)).not.toHaveText('');
  return shown.allInnerTexts();
}

for (const language of languages) {
  test(`in ${language} the person beside comes in by a link, and both see the same four words`, async ({
    browser,
    address,
    voucher,
  }) => {
    test.setTimeout(180_000);
    const amina = await phone(browser, language);
    const ruth = await phone(browser, language);
    await begin(amina, address, voucher);
    const link = await inviteOne(amina);
    const theirs = await askIn(ruth, link, 'Ruth');
    expect(new URL(ruth.url()).hash, 'nothing of the link stays in the address').toBe('');
    const shown = amina.locator('.four-words li');
    await shown.nth(3).waitFor({ timeout: 20_000 });
    await expect.poll(() => shown.allInnerTexts()).toEqual(theirs);
    await amina.locator('main li .row button').first().click();
    await ruth.waitForURL((url) => url.pathname === '/', { timeout: 40_000 });
    await go(amina, '/people');
    await expect(amina.locator('main .rows li h2')).toHaveCount(2);
    await expect(amina.locator('main').getByText('Ruth')).toBeVisible({ timeout: 20_000 });
    // What only the core team reads is not there for Ruth.
    await go(ruth, '/asks');
    await expect(ruth.locator('main').getByText('Harbor Families Network')).toHaveCount(0);
    // Their phone is taken: Amina ends it.
    await go(amina, '/people/end');
    await amina.getByRole('checkbox').first().check({ force: true });
    await amina.locator('main .page-action button').first().click();
    await expect(amina.locator('main .notice')).toBeVisible({ timeout: 40_000 });
    await amina.context().close();
    await ruth.context().close();
  });
}
