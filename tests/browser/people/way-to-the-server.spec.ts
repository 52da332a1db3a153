/** A server is asked for from a page that needs one: the voucher that came is still known, and the way leads back. */
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { keepThis, mainAction } from '../keeping.ts';

test('the voucher is known after a reload until it is used, and from the server it goes on where one was', async ({
  page,
  address,
  voucher,
}) => {
  test.setTimeout(180_000);
  await page.goto(`${address}#voucher=${voucher}`);
  expect(new URL(page.url()).hash).toBe('');
  await page.goto(`${address}start`);
  await page.locator('textarea').first().fill('Hello, we are the Harbor Families Network.');
  await keepThis(page, 'Amina');
  await goWithin(page, '/asks/ours/new');
  await page.getByRole('textbox').nth(0).fill('Four interpreters');
  await page.getByRole('textbox').nth(1).fill('Bayview Elders (example)');
  await mainAction(page).click();
  await page.waitForURL(/\/asks\/ours\/[\w-]{22}/);
  const ask = new URL(page.url()).pathname;
  await page.getByRole('link', { name: 'Put this workspace on a server' }).click();
  await expect(page.getByRole('textbox').nth(1)).toHaveValue(voucher);
  await mainAction(page).click();
  await page.getByRole('link', { name: 'Go on where you were' }).click({ timeout: 90_000 });
  await expect(page).toHaveURL(new RegExp(`${ask}$`));
  await expect(page.getByRole('button', { name: 'Make the link' })).toBeVisible();
  expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
});
