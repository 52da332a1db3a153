/** What was deleted is erased for good: a steward does it on screen, and the page says what it waits for and when it is over. */
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { askIn, begin, inviteOne, letIn, phone } from './coming-in.ts';

test('a deleted ask is erased for good, and both go on writing', async ({
  browser,
  address,
  voucher,
}) => {
  test.setTimeout(240_000);
  const amina = await phone(browser);
  const ruth = await phone(browser);
  await begin(amina, address, voucher);
  const link = await inviteOne(amina);
  await askIn(ruth, link, 'Ruth');
  await letIn(amina, true);
  await ruth.waitForURL((url) => url.pathname === '/', { timeout: 60_000 });

  await goWithin(amina, '/settings/erase-for-good');
  const title = amina.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('Nothing that was deleted waits to be erased.');
  await goWithin(amina, '/asks');
  await amina.locator('main .rows a').first().click();
  await expect(amina).toHaveURL(/\/asks\/[\w-]+/);
  await goWithin(amina, `${new URL(amina.url()).pathname}?part=ask`);
  await amina.getByRole('button', { name: 'Delete' }).click();
  await goWithin(amina, '/settings/erase-for-good');
  await expect(title).toHaveText('One deleted thing waits to be erased for good.');
  await expect(amina.getByText('stop and call the lawyer first')).toBeVisible();
  await amina.getByRole('button', { name: 'Erase it for good' }).click();
  await expect(title).toHaveText('Nothing that was deleted waits to be erased.', {
    timeout: 40_000,
  });
  // Ruth’s device follows by itself, and then nothing is waited for.
  await expect(amina.getByText('There are new keys.')).toHaveCount(0, { timeout: 40_000 });
  await goWithin(ruth, '/settings/server');
  await expect(ruth.getByText('Nothing waits for the server.')).toBeVisible({ timeout: 40_000 });
  await expect(ruth.locator('main .notice')).toHaveCount(0);
  await goWithin(ruth, '/');
  await ruth.getByRole('button', { name: 'Choose our question' }).click();
  await ruth
    .getByLabel('A question we keep asking ourselves')
    .fill('Whose freedom do we make room for?');
  await ruth.getByRole('button', { name: 'Keep', exact: true }).click();
  await goWithin(amina, '/');
  await expect(amina.getByText('Whose freedom do we make room for?').first()).toBeVisible({
    timeout: 40_000,
  });
  await amina.context().close();
  await ruth.context().close();
});
