/**
 * Two people in two browsers and a third at the command line, over one server. All three write; the two
 * in browsers do so with no network, and come back. Then one of them is ended, and the server turns to
 * her side: it hands her every byte that is written from then on. She can read none of it, and is told so.
 */

import type { BrowserContext, Page } from '@playwright/test';
import { textToWire } from '../../../vault/envelope/wire-text.ts';
import { check } from '../choosing.ts';
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { comeBack, keepThis, mainAction } from '../keeping.ts';
import { chooseText, keepIt } from '../stories/import-pages.ts';
import { inventedStory } from '../stories/invented-story.ts';
import { askIn, fourWordsOn, inviteOne, letIn, putOnServer } from './coming-in.ts';
import { createDesk } from './desk.ts';

// Two browsers, a server and a command on one machine: what is waited for may take a while.
test.use({
  locale: 'en-US',
  viewport: { width: 1440, height: 900 },
  actionTimeout: 60_000,
  navigationTimeout: 60_000,
});

const patient = { timeout: 60_000 };
const kitchen = 'Start from your own kitchen table.';
const cold = 'Cold does not stop at the property line.';

/** Adds a partner by its form. */
async function addPartner(page: Page, name: string): Promise<void> {
  await goWithin(page, '/partners/new');
  await page.getByRole('textbox').first().fill(name);
  await mainAction(page).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
}

/** Changes a part of a story to other words. */
async function editPart(page: Page, story: string, was: string, words: string): Promise<void> {
  await goWithin(page, `${story}/edit`);
  const line = page.getByRole('listitem').filter({ hasText: was });
  await line.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'The words' }).fill(words);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText(words)).toBeVisible();
}

const foot = (page: Page) => page.locator('.frame-foot');

/** The workspace's stream, and what its newest reader asked with, as they stand in what a page asks for. */
function readingOf(context: BrowserContext) {
  const reading = { stream: '', authorization: '' };
  context.on('request', (request) => {
    const stream = /^(.*\/v1\/stream\/[\w-]{22})\?/.exec(request.url())?.[1];
    const { authorization } = request.headers();
    if (request.method() === 'GET' && stream && authorization)
      Object.assign(reading, { stream, authorization });
  });
  return reading;
}

test('C02: two write offline and a third at a command line, and nothing is lost; who is ended reads nothing more though she is handed every byte', async ({
  page: amina,
  browser,
  address,
  voucher,
}) => {
  test.setTimeout(600_000);
  const ruthsContext = await browser.newContext({ locale: 'en-US' });
  const ruth = await ruthsContext.newPage();
  const desk = createDesk();
  const reading = readingOf(amina.context());

  // Amina begins with a story; Ruth and the desk are let in, into the core team too.
  await chooseText(amina, inventedStory);
  await keepIt(amina);
  const story = new URL(amina.url()).pathname;
  await keepThis(amina, 'Amina');
  await putOnServer(amina, voucher);
  const link = await inviteOne(amina);
  expect(link.startsWith(address)).toBe(true);
  const { six, four } = await askIn(ruth, link, 'Ruth');
  expect(await fourWordsOn(amina)).toEqual(four);
  await letIn(amina, true);
  await ruth.waitForURL((url) => url.pathname === '/', patient);
  await goWithin(amina, '/people');
  const joining = desk.join(await inviteOne(amina), 'The desk');
  expect(await fourWordsOn(amina)).toEqual(await joining.four);
  await letIn(amina, true);
  await joining.done;
  await goWithin(ruth, story);
  await expect(ruth.getByText(kitchen)).toBeVisible(patient);

  // Both lose their network and go on; the desk does not.
  const contexts = [amina.context(), ruthsContext];
  for (const page of [amina, ruth]) {
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await expect
      .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), patient)
      .toBe(true);
  }
  for (const context of contexts) await context.setOffline(true);
  await editPart(amina, story, kitchen, 'Start from your own front door.');
  await addPartner(amina, 'Night Shift Riders');
  await editPart(ruth, story, cold, 'Cold does not stop at a fence.');
  await addPartner(ruth, 'Bayview Legal Kitchen');
  await desk.addAsk('Harbor Families', 'Four interpreters on Friday');
  for (const page of [amina, ruth]) {
    await expect(foot(page)).toHaveText('Saved here; not on the server yet');
    await goWithin(page, '/partners');
    await expect(page.getByText(/Night Shift Riders|Bayview Legal Kitchen/)).toHaveCount(1);
    await goWithin(page, '/asks');
    await expect(page.getByText('Four interpreters on Friday')).toHaveCount(0);
  }

  // Back, and nothing is lost on either side, nor at the desk.
  for (const context of contexts) await context.setOffline(false);
  for (const page of [amina, ruth]) {
    await expect(foot(page)).toHaveText('Saved on the server', patient);
    await expect(page.getByText('Four interpreters on Friday')).toBeVisible(patient);
    await goWithin(page, '/partners');
    for (const name of ['Night Shift Riders', 'Bayview Legal Kitchen']) {
      await expect(page.getByText(name)).toBeVisible(patient);
    }
    await goWithin(page, `${story}/edit`);
    await expect(page.getByText('Start from your own front door.')).toBeVisible(patient);
    await expect(page.getByText('Cold does not stop at a fence.')).toBeVisible(patient);
  }
  const partners = await desk.show('partners');
  expect(partners).toContain('Night Shift Riders');
  expect(partners).toContain('Bayview Legal Kitchen');
  const stories = await desk.show('stories');
  expect(stories).toContain('Start from your own front door.');
  expect(stories).toContain('Cold does not stop at a fence.');

  // Ruth is ended while she is away; then Amina and the desk write on.
  await ruthsContext.setOffline(true);
  await goWithin(amina, '/people/end');
  const hers = amina.locator('main .rows > li').filter({ hasText: 'Ruth' });
  await check(hers.getByRole('checkbox').first());
  await amina.locator('main .page-action button').first().click();
  await expect(amina.locator('main .notice')).toBeVisible(patient);
  await addPartner(amina, 'Written After She Left');
  await editPart(amina, story, 'Come back when nothing is wrong.', 'Said after she left.');
  await expect(foot(amina)).toHaveText('Saved on the server', patient);
  await desk.addAsk('Asked After', 'Something new');
  await goWithin(amina, '/asks');
  await expect(amina.getByText('Something new')).toBeVisible(patient);

  // The server gives her all that it has: what she asks for is answered by Amina’s right to read.
  const handed = new Set<string>();
  await ruthsContext.route('**/v1/stream/**', async (route) => {
    const request = route.request();
    if (request.method() !== 'GET' || !request.url().startsWith(`${reading.stream}?`))
      return route.continue();
    const { authorization } = reading;
    const answer = await route.fetch({ headers: { ...request.headers(), authorization } });
    const body = await answer.text();
    if (answer.headers()['content-type']?.includes('json'))
      for (const message of JSON.parse(body) as string[]) handed.add(message);
    return route.fulfill({ response: answer, body });
  });
  await ruthsContext.setOffline(false);
  const notice = ruth.locator('.safety-notice [role=alert]');
  await expect(notice).toContainText('This device was removed from the workspace.', patient);

  // Really every byte: each message of the stream after the first that she was handed.
  const all = (await (
    await fetch(`${reading.stream}?offset=-1`, {
      headers: { authorization: reading.authorization },
    })
  ).json()) as string[];
  const first = all.findIndex((message) => handed.has(message));
  expect(all.length - first).toBeGreaterThan(3);
  expect(all.slice(first).every((message) => handed.has(message))).toBe(true);
  const clear = all.map((message) => Buffer.from(textToWire(message) ?? []).toString('latin1'));
  expect(clear.join('')).not.toContain('After');

  const afterwards = /Written After She Left|Something new|Said after she left/;
  const readsNothing = async () => {
    for (const place of ['/partners', '/asks', `${story}/edit`]) {
      await goWithin(ruth, place);
      await expect(ruth.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(ruth.getByText(afterwards)).toHaveCount(0);
    }
    await expect(ruth.getByText('Start from your own front door.')).toBeVisible();
  };
  await readsNothing();
  // What she writes is hers alone, and it is called so; opened anew, it is all the same.
  await addPartner(ruth, 'Only Mine Now');
  await expect(foot(ruth)).toHaveText('Saved on this device only', patient);
  await ruth.goto(address);
  await comeBack(ruth, six);
  await expect(notice).toContainText('This device was removed from the workspace.', patient);
  await readsNothing();
  await goWithin(amina, '/partners');
  await expect(amina.getByText('Written After She Left')).toBeVisible();
  await expect(amina.getByText('Only Mine Now')).toHaveCount(0);
  await ruthsContext.close();
  desk.leave();
});
