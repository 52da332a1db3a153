/** An honest conversation that two prepare: both read it and write on; whoever else is in the core team has nothing of it. */

import type { Page } from '@playwright/test';
import { check } from '../choosing.ts';
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { mainAction } from '../keeping.ts';
import { askIn, begin, inviteOne, letIn, phone } from '../people/coming-in.ts';

const patient = { timeout: 60_000 };

async function partnerOf(page: Page): Promise<void> {
  await goWithin(page, '/partners');
  await page.getByRole('link', { name: 'Bayview Elders' }).click(patient);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Bayview Elders');
}

test('an honest conversation of two is read and written by both, and by nobody else in the core team', async ({
  browser,
  address,
  voucher,
}) => {
  test.setTimeout(300_000);
  const [amina, ruth, li] = [await phone(browser), await phone(browser), await phone(browser)];
  await begin(amina, address, voucher);
  for (const [page, name] of [
    [ruth, 'Ruth'],
    [li, 'Li'],
  ] as const) {
    await askIn(page, await inviteOne(amina), name);
    await letIn(amina, true);
    await page.waitForURL((url) => url.pathname === '/', patient);
  }
  await goWithin(amina, '/partners/new');
  await amina.getByRole('textbox').first().fill('Bayview Elders (example)');
  await mainAction(amina).click();
  await expect(amina.getByRole('heading', { level: 1 })).toContainText('Bayview Elders');

  await amina.getByRole('link', { name: 'Prepare an honest conversation' }).click();
  await check(amina.getByRole('checkbox', { name: 'Ruth' }));
  await amina.getByRole('button', { name: 'You and those chosen: begin' }).click();
  await expect(amina.locator('.page-head .who-can-read')).toHaveText(
    'Who can read this: you and Ruth',
    patient,
  );
  const here = new URL(amina.url()).pathname;
  const toSay = 'What we want to say, and to hear';
  await amina.getByLabel(toSay).fill('That we came late.');
  await amina.getByLabel(toSay).blur();

  await partnerOf(ruth);
  await ruth.locator(`main a[href="${here}"]`).click(patient);
  await expect(ruth.locator('.page-head .who-can-read')).toHaveText(
    'Who can read this: you and Amina',
  );
  await expect(ruth.getByLabel(toSay)).toHaveValue('That we came late.', patient);
  await ruth.getByLabel('The day we talked').fill('2026-01-05');
  await ruth.getByLabel('What we will repair').fill('Say so in public.');
  await ruth.getByLabel('What we will repair').blur();
  await expect(amina.getByLabel('What we will repair')).toHaveValue('Say so in public.', patient);

  // A repair is open: it calls for a call, with both who know of it.
  for (const page of [amina, ruth]) {
    await goWithin(page, '/partners');
    await expect(page.locator('.worth-a-call')).toContainText('Bayview Elders', patient);
  }
  // Li has the partner, and nothing else of it: not on its page, nor behind the link.
  await partnerOf(li);
  await expect(li.locator(`main a[href="${here}"]`)).toHaveCount(0);
  await goWithin(li, '/partners');
  await expect(li.getByRole('link', { name: 'Bayview Elders' })).toBeVisible();
  await expect(li.locator('.worth-a-call')).toHaveCount(0);
  await goWithin(li, here);
  await expect(li.locator('main h1')).toBeVisible();
  for (const words of ['That we came late.', 'Say so in public.'])
    await expect(li.getByText(words)).toHaveCount(0);
  await expect(li.getByLabel(toSay)).toHaveCount(0);
  for (const page of [amina, ruth, li]) await page.context().close();
});
