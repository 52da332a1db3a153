/** Two people of one core team, each in a browser of their own, who share nothing but the server. */

import type { Browser, Page } from '@playwright/test';
import { check } from '../choosing.ts';
import { goWithin } from '../going.ts';
import { expect } from '../harness.ts';
import { chooseWords, keepThis, mainAction } from '../keeping.ts';

export interface Beside {
  readonly amina: Page;
  readonly ruth: Page;
}

async function browserOf(browser: Browser): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
    serviceWorkers: 'block',
  });
  return context.newPage();
}

/** Amina keeps a workspace with that message in it, puts it on the server and lets Ruth into the core team. */
export async function twoBeside(
  browser: Browser,
  { address, voucher, message }: { address: string; voucher: string; message: string },
): Promise<Beside> {
  const amina = await browserOf(browser);
  const ruth = await browserOf(browser);
  await amina.goto(`${address}start`);
  await amina.locator('textarea').first().fill(message);
  await keepThis(amina, 'Amina');
  await goWithin(amina, '/settings/server');
  await amina.getByRole('textbox').nth(0).fill(address);
  await amina.getByRole('textbox').nth(1).fill(voucher);
  await mainAction(amina).click();
  await expect(amina.getByRole('textbox')).toHaveCount(0, { timeout: 30_000 });

  await goWithin(amina, '/people/invite');
  await mainAction(amina).click();
  const link = amina.locator('.invite-link');
  await expect(link).toBeVisible({ timeout: 30_000 });
  await ruth.goto((await link.textContent()) ?? '');
  await ruth.getByRole('textbox').fill('Ruth');
  await mainAction(ruth).click();
  await chooseWords(ruth);
  await ruth.locator('.four-words li').nth(3).waitFor({ timeout: 30_000 });
  await amina.locator('.four-words li').nth(3).waitFor({ timeout: 30_000 });
  await check(amina.getByRole('checkbox').first());
  await amina.locator('main li .row button').first().click();
  await ruth.waitForURL((url) => url.pathname === '/', { timeout: 60_000 });
  return { amina, ruth };
}

/** Opens the one ask there is, once it has arrived. */
export async function openTheAsk(page: Page, from: string): Promise<void> {
  await goWithin(page, '/asks');
  await page.locator('main').getByRole('link', { name: from }).click({ timeout: 60_000 });
  await page.locator('[data-part=answer]').waitFor();
}
