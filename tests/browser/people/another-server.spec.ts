/**
 * From one server to another, on screen: a steward moves the workspace, the others follow by themselves
 * with what they wrote meanwhile, and the first server is asked for nothing of theirs any more.
 */

import type { Browser, Page } from '@playwright/test';
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { comeBack, mainAction } from '../keeping.ts';
import { askIn, begin, inviteOne, letIn } from './coming-in.ts';
import { startTwo } from './two-servers.ts';

const patient = { timeout: 90_000 };

/** A browser that shares nothing with the others, and what it asks streams of. */
async function someone(browser: Browser) {
  const context = await browser.newContext({
    locale: 'en-US',
    viewport: { width: 360, height: 740 },
  });
  const asked = new Set<string>();
  context.on('request', (request) => {
    const { origin, pathname } = new URL(request.url());
    if (pathname.startsWith('/v1/')) asked.add(origin);
  });
  return { context, page: await context.newPage(), asked };
}

async function addPartner(page: Page, name: string): Promise<void> {
  await goWithin(page, '/partners/new');
  await page.getByRole('textbox').first().fill(name);
  await mainAction(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}

async function knows(page: Page, ...names: readonly string[]): Promise<void> {
  await goWithin(page, '/more');
  await goWithin(page, '/partners');
  for (const name of names) await expect(page.getByText(name)).toBeVisible(patient);
}

/** All pages have to be there before the network goes. */
async function readyForNoNetwork(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), patient)
    .toBe(true);
}

test('a workspace goes to another server with everyone and all they wrote, and the first is asked nothing more', async ({
  browser,
}) => {
  test.setTimeout(420_000);
  const [first, second] = await startTwo();
  const [one, other] = [new URL(first.address).origin, new URL(second.address).origin];
  const amina = await someone(browser);
  const ruth = await someone(browser);
  const aminas = await begin(amina.page, first.address, first.voucher);
  const { six: ruths } = await askIn(ruth.page, await inviteOne(amina.page), 'Ruth');
  await letIn(amina.page, true);
  await ruth.page.waitForURL((url) => url.pathname === '/', patient);
  await addPartner(ruth.page, 'Known Before');
  await knows(amina.page, 'Known Before');

  // Ruth goes on with no network; so does Amina, with one.
  await readyForNoNetwork(ruth.page);
  await ruth.context.setOffline(true);
  await addPartner(ruth.page, 'Written On The Train');

  await goWithin(amina.page, '/settings/server');
  const panel = amina.page.locator('main');
  await panel.getByText('Move to another server').click();
  const address = panel.getByLabel('The other server’s address');
  const voucher = panel.getByLabel('A voucher of the other server');
  const move = panel.getByRole('button', { name: 'Move it there' });
  const nothingMoved = async (at: string, by: string, says: RegExp) => {
    await address.fill(at);
    await voucher.fill(by);
    await move.click();
    await expect(panel.getByRole('alert')).toHaveText(says, patient);
    await expect(panel.getByText(one, { exact: true })).toBeVisible();
  };
  await test.step('what cannot be is said plainly, and nothing moves', async () => {
    await nothingMoved(one, first.voucher, /is on this server already/);
    await nothingMoved('the other one', second.voucher, /not a server’s address/);
    await nothingMoved('http://new.example.org', second.voucher, /not a server’s address/);
    await nothingMoved(other, second.voucher.slice(0, 20), /not one of this server/);
    await nothingMoved(other, first.voucher, /voucher was used already, or is not one of this/);
    await nothingMoved('https://not-allowed.example', second.voucher, /may not speak with it/);
  });

  await address.fill(second.address);
  await voucher.fill(second.voucher);
  await move.click();
  await expect(panel.getByText(other, { exact: true })).toBeVisible(patient);
  await expect(panel.getByText(one, { exact: true })).toHaveCount(0);
  await expect(panel.locator('.notice')).toContainText('This workspace has moved.', patient);
  await expect(panel.locator('.notice')).toContainText('not followed yet: Ruth');
  await addPartner(amina.page, 'Written There');

  // Back from the train, Ruth’s device follows by itself.
  await ruth.context.setOffline(false);
  await knows(ruth.page, 'Known Before', 'Written On The Train', 'Written There');
  await knows(amina.page, 'Known Before', 'Written On The Train', 'Written There');
  await goWithin(ruth.page, '/settings/server');
  await expect(ruth.page.getByText(other, { exact: true })).toBeVisible();
  await goWithin(amina.page, '/settings/server');
  await expect(panel.locator('.notice')).toHaveCount(0, patient);

  // From here on the first gives the application, and is asked for nothing of the workspace.
  for (const { asked } of [amina, ruth]) asked.clear();
  await addPartner(ruth.page, 'Only On The Second');
  await knows(amina.page, 'Only On The Second');
  await amina.page.goto(first.address);
  await comeBack(amina.page, aminas);
  await ruth.page.goto(first.address);
  await comeBack(ruth.page, ruths);
  await expect(ruth.page.locator('main h1')).toBeVisible(patient);
  await knows(amina.page, 'Known Before', 'Only On The Second');

  // Whoever is let in now opens the same address, and comes to the second server.
  const noor = await someone(browser);
  const link = await inviteOne(amina.page);
  expect(link.startsWith(first.address)).toBe(true);
  await askIn(noor.page, link, 'Noor');
  await letIn(amina.page, true);
  await noor.page.waitForURL((url) => url.pathname === '/', patient);
  await knows(noor.page, 'Known Before', 'Written On The Train', 'Only On The Second');
  // What she was given is hers at once; that it is right, Ruth’s device will say in some minutes.
  await goWithin(noor.page, '/people');
  await expect(noor.page.locator('main .notice')).toContainText(
    'What you were given when you came in was put together by Amina. Nobody else has confirmed yet',
  );
  for (const { asked } of [amina, ruth, noor]) expect([...asked]).toEqual([other]);

  for (const { context } of [amina, ruth, noor]) await context.close();
  await first.stop();
  await second.stop();
});
