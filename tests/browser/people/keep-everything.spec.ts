/**
 * Papers were served: one steward keeps everything, the other sees it and since when, and it ends only
 * when both want it to. Two browsers that share nothing but the server.
 */
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { askIn, begin, inviteOne, letIn, phone } from './coming-in.ts';

test('two stewards end what one began, and meanwhile nothing is deleted', async ({
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

  await goWithin(amina, '/people');
  await amina.getByRole('link', { name: 'Ruth' }).click();
  await amina.getByText('Reads and writes, lets people in').click();
  await goWithin(ruth, '/people/keep-everything');
  await expect(ruth.getByRole('button', { name: 'Keep everything from now on' })).toBeVisible({
    timeout: 40_000,
  });

  await goWithin(amina, '/people/keep-everything');
  await expect(amina.getByText('stop and call the lawyer first')).toBeVisible();
  await amina.getByRole('button', { name: 'Keep everything from now on' }).click();
  const kept = /Everything is kept since .+\. Nothing is erased for good\./;
  for (const page of [amina, ruth]) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(kept, { timeout: 40_000 });
  }
  await goWithin(amina, '/');
  await expect(amina.locator('main .notice').filter({ hasText: kept })).toBeVisible();

  await goWithin(amina, '/asks');
  await amina.locator('main .rows a').first().click();
  await expect(amina).toHaveURL(/\/asks\/[\w-]+/);
  await goWithin(amina, `${new URL(amina.url()).pathname}?part=ask`);
  await amina.getByRole('button', { name: 'Delete' }).click();
  await expect(amina.getByText('Not deleted: “Keep everything” holds.')).toBeVisible();
  await goWithin(amina, '/settings/erase-for-good');
  await expect(amina.locator('main .notice').filter({ hasText: kept })).toBeVisible();
  await expect(amina.locator('main .page-action button')).toHaveCount(0);

  await goWithin(amina, '/people/keep-everything');
  await amina.getByRole('button', { name: 'Ask another steward to end it with me' }).click();
  await goWithin(ruth, '/');
  const asked = ruth.locator('main .notice').filter({ hasText: 'Amina asks to end this' });
  await expect(asked).toBeVisible({ timeout: 40_000 });
  await asked.getByRole('link', { name: 'Agree, or say no' }).click();
  await ruth.getByRole('button', { name: 'No, it goes on' }).click();
  await expect(amina.getByText('Ruth said no: it goes on.')).toBeVisible({ timeout: 40_000 });
  await ruth.getByRole('button', { name: 'I agree: it ends now' }).click();
  for (const page of [amina, ruth]) {
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Papers were served? Keep everything.',
      { timeout: 40_000 },
    );
  }
  await amina.context().close();
  await ruth.context().close();
});
