/**
 * Minutes 6.5 to 7.5 of the first ten, and 9 to 10, on old phones: the person beside comes in by the code
 * on the screen and sees only what they should; a phone is taken, and whoever has it and a second person
 * are ended in one action from a colleague's. Browsers that share nothing but the server.
 */

import { type KeptWorkspace, vaultHere } from '@alongside/vault/kept';
import { createMemoryStorage } from '@alongside/vault/memory-storage';
import type { Browser, Page } from '@playwright/test';
import { walks } from '../asks/messages.ts';
import { openPages } from '../filled/pages.ts';
import { goWithin, leaveBy } from '../going.ts';
import { expect, test } from '../harness.ts';
import { keepThis, mainAction } from '../keeping.ts';
import { countTaps, looksRight } from '../looks-right.ts';
import { slowDown } from '../slow-phone.ts';
import { askIn, fourWordsOn, inviteOne, letIn, linkOn, putOnServer } from './coming-in.ts';

// Two old phones and a server on one machine: what is waited for may take a while. The marks are not waited for.
test.use({ actionTimeout: 60_000, navigationTimeout: 60_000 });

/** How a page says to warn others. */
const warns = { en: /warn/i, es: /avisa/i, ar: /يُنبَّه/ } as const;

async function oldPhone(browser: Browser, locale: string): Promise<Page> {
  const context = await browser.newContext({
    locale,
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
    serviceWorkers: 'block',
  });
  return context.newPage();
}

/** One more person, whose screen is not looked at. */
async function comeInElsewhere(link: string, name: string): Promise<KeptWorkspace> {
  const vault = vaultHere({
    storage: createMemoryStorage(),
    random: (length) => crypto.getRandomValues(new Uint8Array(length)),
    now: Date.now,
  });
  const { signal } = new AbortController();
  const words = 'zoo zone youth young yellow year';
  const fragment = link.slice(link.indexOf('#') + 1);
  const entered = await vault.joinByInvitation({ fragment, name, words, signal }).done;
  if ('type' in entered) throw new Error(entered.type);
  entered.commit([{ table: 'names', record: entered.me, field: 'name', value: name }], 'everyone');
  return entered;
}

/** A first workspace with one ask in it, on the server, on the first page. */
async function begin(page: Page, address: string, voucher: string, message: string, name: string) {
  await page.goto(`${address}start`);
  await page.locator('textarea').first().fill(message);
  await keepThis(page, name);
  await putOnServer(page, voucher);
  await goWithin(page, '/');
}

/** Links to asks that are written down: each by its id, which no other page under /asks has. */
function asks(page: Page) {
  const fixed = openPages.map(([pattern]) => pattern).filter((pattern) => !pattern.includes('$'));
  const others = fixed.map((path) => `[href="${path}"]`).join(', ');
  return page.locator(`main a[href^="/asks/"]:not(${others})`);
}

for (const [language, walk] of Object.entries(walks)) {
  const { amina: host, ruth: guest, li: third } = walk.people;
  const warn = warns[language as keyof typeof warns];
  const right = (page: Page) => looksRight(page, walk.foreign, '.invite-link');

  test(`the person beside comes in by a code within a minute, and sees only what they should (${language})`, async ({
    browser,
    address,
    voucher,
  }) => {
    test.setTimeout(600_000);
    const amina = await oldPhone(browser, walk.locale);
    const ruth = await oldPhone(browser, walk.locale);
    await slowDown(ruth, ruth.context());
    await begin(amina, address, voucher, walk.message, host);
    await slowDown(amina, amina.context());

    const taps = countTaps();
    const began = Date.now();
    await taps.tap(amina.locator('nav.bar a[href="/more"]'));
    await taps.tap(amina.locator('main a[href="/people"]'));
    await right(amina);
    await taps.tap(amina.locator('main a[href="/people/invite"]'));
    await right(amina);
    await taps.tap(mainAction(amina));
    const link = await linkOn(amina);
    await expect(amina.getByRole('img')).toBeVisible();
    await right(amina);
    const { four } = await askIn(ruth, link, guest);
    expect(new URL(ruth.url()).hash, 'nothing of the link stays in the address').toBe('');
    await right(ruth);
    await expect.poll(() => fourWordsOn(amina), { timeout: 60_000 }).toEqual(four);
    await right(amina);
    await taps.tap(amina.locator('main li:has(.four-words) .row button').first());
    await ruth.waitForURL((url) => url.pathname === '/', { timeout: 60_000 });
    const took = Date.now() - began;
    expect(taps.count).toBeLessThanOrEqual(8);

    // What only the core team reads is not there; who is here is.
    await expect(ruth.locator('nav.bar')).toBeVisible();
    await right(ruth);
    await expect(asks(ruth)).toHaveCount(0);
    await leaveBy(ruth, () => ruth.locator('nav.bar a[href="/asks"]').tap());
    await expect(ruth).toHaveURL(/\/asks$/);
    await expect(ruth.locator('main a[href="/asks/new"]')).toBeVisible();
    await expect(asks(ruth)).toHaveCount(0);
    await right(ruth);
    await goWithin(ruth, '/people');
    await expect(ruth.locator('main').getByRole('link', { name: host })).toBeVisible();
    await right(ruth);
    await goWithin(amina, '/asks');
    await expect(asks(amina)).toHaveCount(1);
    expect(took, 'the person beside is in').toBeLessThan(60_000);
    for (const page of [amina, ruth]) await page.context().close();
  });

  test(`a taken phone and one more are ended in one action from a colleague’s phone (${language})`, async ({
    browser,
    address,
    voucher,
  }) => {
    test.setTimeout(600_000);
    const amina = await oldPhone(browser, walk.locale);
    const ruth = await oldPhone(browser, walk.locale);
    await begin(amina, address, voucher, walk.message, host);
    await askIn(ruth, await inviteOne(amina), guest);
    await letIn(amina, false);
    await ruth.waitForURL((url) => url.pathname === '/', { timeout: 60_000 });
    await goWithin(amina, '/people');
    const another = comeInElsewhere(await inviteOne(amina), third);
    await letIn(amina, false);
    const li = await another;
    await goWithin(amina, '/people');
    for (const name of [guest, third]) {
      await expect(amina.locator('main').getByText(name, { exact: true })).toBeVisible({
        timeout: 60_000,
      });
    }
    await right(amina);
    await goWithin(amina, '/');
    await slowDown(amina, amina.context());

    const taps = countTaps();
    const taken = Date.now();
    await taps.tap(amina.locator('nav.bar a[href="/more"]'));
    await taps.tap(amina.locator('main a[href="/if-something-happens"]'));
    await taps.tap(amina.locator('main a[href="/if-something-happens/lost"]'));
    const tick = amina.locator('main a[href="/people/end"]');
    await expect(tick).toBeVisible();
    expect(Date.now() - taken, 'found what to do').toBeLessThan(20_000);
    await right(amina);
    await taps.tap(tick);
    for (const name of [guest, third]) {
      const row = amina.locator('main .rows > li').filter({ hasText: name });
      await taps.tap(row.locator('label').first());
      await expect(row.getByRole('checkbox')).toBeChecked();
    }
    await right(amina);
    await taps.tap(amina.locator('main .page-action button').first());
    await expect(amina.locator('main .notice[data-kind=care]')).toContainText(warn, {
      timeout: 40_000,
    });
    expect(Date.now() - taken, 'ended').toBeLessThan(40_000);
    expect(taps.count).toBeLessThanOrEqual(7);
    await right(amina);

    // Whose phone it is reads that it was removed, and both of them are.
    await expect(ruth.locator('.safety-notice .notice[data-kind=grave]')).toBeVisible({
      timeout: 60_000,
    });
    await right(ruth);
    await expect.poll(() => li.together.get().removed, { timeout: 60_000 }).toBe(true);
    await li.lock();
    for (const page of [amina, ruth]) await page.context().close();
  });
}
