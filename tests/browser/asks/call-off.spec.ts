/** A call to members is called off: the link says so, and who meant to come is still read until the list goes. */
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { comeBack, mainAction } from '../keeping.ts';
import { begin, phone } from '../people/coming-in.ts';

test('a call is called off: nobody can answer any more, and those who meant to come can still be told', async ({
  browser,
  address,
  voucher,
}) => {
  test.setTimeout(180_000);
  const amina = await phone(browser);
  const words = await begin(amina, address, voucher);
  await goWithin(amina, '/asks/calls/new');
  await amina.getByLabel('What is it?').fill('Stand with the families');
  const day = amina.locator('input[type=date]');
  await day.fill('2099-03-09');
  await mainAction(amina).click();
  await expect(amina.getByText('A page can be there for a year.')).toBeVisible();
  await day.fill(new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10));
  await mainAction(amina).click();
  await amina.waitForURL((url) => /^\/asks\/calls\/(?!new)/.test(url.pathname));
  const call = new URL(amina.url()).pathname;
  await amina.getByText('As a code to hold up').click();
  const link = (await amina.locator('.invite-link').textContent()) ?? '';

  const ruth = await phone(browser);
  await ruth.goto(link);
  await ruth.getByText('I can', { exact: true }).click();
  await ruth.getByLabel('Any name, or none').fill('Ruth');
  await ruth.getByRole('button', { name: 'Send the answer' }).click();
  await expect(ruth.getByRole('heading', { level: 1 })).toHaveText('Your answer is sent.');
  await expect(amina.locator('main .rows')).toContainText('Ruth', { timeout: 60_000 });

  await amina.getByRole('button', { name: 'Call it off' }).click();
  await expect(amina.getByText('This is called off: the link says so')).toBeVisible({
    timeout: 30_000,
  });
  await expect(amina.locator('.invite-link')).toHaveCount(0);
  await expect(amina.locator('main .rows')).toContainText('Ruth');
  const late = await phone(browser);
  await late.goto(link);
  await expect(late.getByRole('heading', { level: 1 })).toHaveText(
    'This page is over, or was taken back.',
  );

  // Sixteen days on, when she opens Alongside again, nothing of it is there.
  await amina.clock.setFixedTime(Date.now() + 16 * 86_400_000);
  await amina.getByRole('button', { name: 'Lock' }).click();
  await comeBack(amina, words);
  await goWithin(amina, call);
  await expect(amina.getByText('This call is over: its list is destroyed.')).toBeVisible();
  for (const page of [amina, ruth, late]) await page.context().close();
});
