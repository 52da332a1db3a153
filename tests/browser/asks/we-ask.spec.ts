/**
 * *We ask*: an ask of ours is written once and sent as a link. Whoever opens it, on a phone with nothing
 * installed and in their own language, answers; the core team reads it.
 */

import { dayOf, daysAfter } from '../../../practice/index.ts';
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { mainAction } from '../keeping.ts';
import { begin, phone } from '../people/coming-in.ts';

test('an ask of ours is answered by somebody with nothing installed, and comes back to us', async ({
  browser,
  address,
  voucher,
}) => {
  test.setTimeout(180_000);
  const amina = await phone(browser);
  await begin(amina, address, voucher);
  await goWithin(amina, '/asks/ours/new');
  await amina.getByRole('textbox').nth(0).fill('Four interpreters for the families');
  await amina.getByRole('textbox').nth(1).fill('Bayview Elders (example)');
  await amina.getByRole('textbox').nth(2).fill('Thirty families');
  const by = daysAfter(dayOf(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone), 9);
  await amina.getByLabel('We need to hear from them by').fill(by);
  await mainAction(amina).click();
  const title = amina.getByRole('heading', { level: 1 });
  await expect(title, 'before there is a link').toHaveText('Nobody can answer this yet.');
  // She reads all of it before she sends it.
  await expect(amina.getByText('Bayview Elders (example)')).toBeVisible();
  await expect(amina.getByText('Thirty families')).toBeVisible();
  await amina.getByRole('button', { name: 'Make the link' }).click();
  const code = amina.locator('summary', { hasText: 'As a code to hold up' });
  await code.click({ timeout: 30_000 });
  const link = (await amina.locator('.invite-link').textContent()) ?? '';
  expect(link.length).toBeLessThan(140);

  const visitor = await phone(browser, 'es');
  let bytes = 0;
  visitor.on('response', async (response) => {
    bytes += Number((await response.headerValue('content-length')) ?? 0);
  });
  await visitor.goto(link);
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(
    'Bayview Elders (example) les pide apoyo.',
  );
  expect(new URL(visitor.url()).hash, 'the link is out of the address').toBe('');
  await expect(visitor.getByText('Thirty families')).toBeVisible();
  await expect(visitor.locator('html')).toHaveAttribute('lang', 'es');
  expect(bytes, 'all that came').toBeLessThan(300_000);

  await goWithin(amina, '/');
  await visitor.getByRole('button', { name: 'Enviar la respuesta' }).click();
  await expect(visitor.getByRole('alert')).toBeVisible();
  await visitor.getByText('Sí, en parte').click();
  await visitor.getByLabel('¿Qué pueden aportar?').fill('dos intérpretes');
  await visitor.getByLabel('¿Quién responde?').fill('Southside Tenants (example)');
  await visitor.getByRole('button', { name: 'Enviar la respuesta' }).click();
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('La respuesta está enviada.');
  const stored = await visitor.evaluate(async () => ({
    local: localStorage.length,
    databases: (await indexedDB.databases()).length,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  }));
  expect(stored, 'nothing stays on the phone').toEqual({ local: 0, databases: 0, workers: 0 });

  // Today says that it came and who sent it, leads there, and then stops saying so.
  const things = amina.locator('main li');
  await expect(things.getByText('What we asked is answered.')).toBeVisible({ timeout: 60_000 });
  await expect(things.getByText('Southside Tenants (example) has answered.')).toBeVisible();
  await things.getByRole('link', { name: 'Read the answer' }).click();
  await expect(amina.getByText('dos intérpretes')).toBeVisible();
  await goWithin(amina, '/');
  await expect(amina.getByRole('heading', { level: 1 })).toHaveText(/is waiting for our answer/);
  await expect(things.getByText('What we asked is answered.')).toHaveCount(0);
  await amina.goBack();
  await expect(amina.getByRole('heading', { level: 1 })).toHaveText(
    'One organization has answered.',
  );
  await expect(amina.getByText('Southside Tenants (example)')).toBeVisible();

  // The list of what we ask says so too, and offers to ask others, not to write down an ask of theirs.
  await goWithin(amina, '/asks?tab=we-ask');
  await expect(amina.locator('main').getByText('One organization has answered.')).toBeVisible();
  await expect(amina.locator('main .page-action').getByRole('link')).toHaveText('Ask others');
  await amina.getByRole('link', { name: 'Four interpreters for the families' }).click();

  // They weigh it with their own people, on the page that keeps nothing.
  await visitor.getByRole('link').first().click();
  await expect(visitor.locator('textarea').first()).toHaveValue(/Four interpreters/);
  // With the day by which they need to hear.
  await expect(visitor.locator('input[type=date]').first()).toHaveValue(by);

  // Where they are a partner of ours it stands on their page, as nobody has checked it.
  const ours = new URL(amina.url()).pathname;
  await goWithin(amina, '/partners/new');
  await amina
    .getByLabel('The organization, as it names itself')
    .fill('Southside Tenants (example)');
  await mainAction(amina).click();
  const said = amina.locator('.passed li').filter({ hasText: 'Four interpreters' });
  await expect(said).toContainText('We asked, and they said yes, in part:');
  await expect(said).toContainText('Unverified: came by our link');
  await said.getByRole('link').click();
  await expect(amina).toHaveURL((url) => url.pathname === ours);

  await amina.getByRole('button', { name: 'Take it back' }).click();
  await expect(amina.getByRole('button', { name: 'Make the link' })).toBeVisible({
    timeout: 30_000,
  });
  const late = await phone(browser);
  await late.goto(link);
  await expect(late.getByRole('heading', { level: 1 })).toHaveText(
    'This page is over, or was taken back.',
  );
  for (const page of [amina, visitor, late]) await page.context().close();
});
