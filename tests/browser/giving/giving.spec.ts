/**
 * Features 17, 36 and 47: What we can give, on a phone and at a desk, by keyboard, in Arabic, on paper. What
 * is sealed to the planners and what their device tells is played by whole devices in
 * `web/rooms/giving/planning/planners-desk.test.ts`; here one person plans and says something.
 */

import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { dayOf, daysAfter } from '../../../practice/index.ts';
import { wordsIn } from '../catalogue.ts';
import { check } from '../choosing.ts';
import { backupOf, bringIn } from '../filled/workspace.ts';
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { keepThis, mainAction } from '../keeping.ts';
import { team } from './team.ts';

const phone = { width: 360, height: 740 };
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const today = dayOf(new Date(), zone);
const en = wordsIn('en');

async function axe(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/** Begins without keeping anything, and goes to the room. */
async function begin(page: Page, path: string): Promise<void> {
  await page.goto('/start');
  await page.locator('textarea').first().waitFor();
  await goWithin(page, path);
}

/** Tab until this holds the focus. */
async function tabTo(page: Page, to: Locator): Promise<void> {
  for (let count = 0; count < 60; count += 1) {
    if (await to.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`it cannot be reached by Tab: ${to}`);
}

test.describe('on a phone', () => {
  test.use({ viewport: phone, locale: 'en-US' });

  test('I say what I can give by keyboard alone, see my own line, and step back in one tap', async ({
    page,
  }) => {
    test.setTimeout(240_000);
    await begin(page, '/giving');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      en('How much could you usually give to other communities’ causes?'),
    );
    await axe(page);
    const say = page.getByRole('link', { name: en('Say what I can give') });
    await tabTo(page, say);
    await page.keyboard.press('Enter');
    const first = page.getByRole('radio', { name: en('a couple of hours') });
    await tabTo(page, first);
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('radio', { name: en('half a day') })).toBeChecked();
    const from = page.getByLabel(en('First day away'));
    await from.fill(daysAfter(today, 10));
    await page.getByLabel(en('Last day away')).fill(daysAfter(today, 8));
    const add = page.getByRole('button', { name: en('Add these days') });
    await add.press('Enter');
    await expect(page.getByText(en('The last day is before the first.'))).toBeVisible();
    await page.getByLabel(en('Last day away')).fill(daysAfter(today, 14));
    await add.press('Enter');
    await axe(page);
    // Left without a word, and found again: what is chosen is kept by itself.
    await goWithin(page, '/giving');
    await goWithin(page, '/giving/mine');
    await expect(page.getByRole('radio', { name: en('half a day') })).toBeChecked();
    await expect(page.locator('main .rows li')).toHaveCount(1);
    await mainAction(page).press('Enter');
    const mine = page.locator('section', { hasText: en('What I can give') });
    await expect(mine).toContainText('Usually in a week: half a day.');
    await expect(mine).toContainText('Away:');
    await expect(mine).toContainText(en('Who can read this: only me'));
    await expect(page.locator('main')).toContainText(en('Shown once five of us have said.'));
    await axe(page);

    await page.getByRole('link', { name: en('Change it') }).click();
    await page.getByRole('button', { name: en('Step back'), exact: true }).click();
    await expect(page.locator('main .notice')).toContainText('You have stepped back.');
    await expect(page.getByRole('button', { name: en('Come back') })).toBeVisible();
    // No place to say why.
    await expect(page.getByRole('textbox', { name: /why|reason/i })).toHaveCount(0);
    await page.getByRole('button', { name: en('Come back') }).click();
    await goWithin(page, '/giving');
    await expect(mine).toContainText('Usually in a week: half a day.');
  });

  test('a day is picked out of many traditions, in alphabetical order, and is about where a sighting decides', async ({
    page,
  }) => {
    test.setTimeout(240_000);
    await begin(page, '/giving/dates');
    await page.getByRole('button', { name: /in alphabetical order/ }).click();
    const options = page.getByRole('option');
    await options.first().waitFor();
    const names = await options.allInnerTexts();
    expect(names.length).toBeGreaterThan(45);
    expect(names).toEqual([...names].sort(new Intl.Collator('en-US', { numeric: true }).compare));
    await page.getByRole('option', { name: 'Eid al-Fitr' }).click();
    await expect(page.getByText(/^Next: about .*from the evening before$/)).toBeVisible();
    await page.getByRole('button', { name: en('Put it on our list') }).click();
    const row = page.locator('.rows li', { hasText: 'Eid al-Fitr' });
    await expect(row).toContainText('about');
    await axe(page);
    await page.getByLabel(en('What it is')).fill('Our convention');
    await page.getByLabel(en('First day'), { exact: true }).fill(daysAfter(today, 16));
    await page.getByRole('button', { name: en('Keep the date') }).click();
    await page
      .locator('.rows li', { hasText: 'Our convention' })
      .getByText(en('Change'), { exact: true })
      .click();
    await page
      .locator('.rows li', { hasText: 'Our convention' })
      .getByText(en('We give nothing that week'))
      .click();
    await goWithin(page, '/giving/work');
    await page.getByLabel(en('The campaign or the work')).fill('The newsletter');
    await page.getByRole('button', { name: en('Keep the line') }).click();
    await goWithin(page, '/giving');
    const week = page.locator('.weeks li', { hasText: 'Our convention' });
    await expect(week).toHaveCount(1);
    await expect(week).toContainText(en('short week'));
  });
});

test('twelve weeks: the sentence, the picture and the table say the same, on screen, in forced colours and on paper', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await page.setViewportSize(phone);
  await bringIn(page, await backupOf(team));
  await goWithin(page, '/giving');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    /^Until .+ we can give about one day and a half more a week\.$/,
  );
  await expect(page.locator('main')).toContainText(/7 of \d+ people have said/);
  const rows = page.locator('.weeks li');
  await expect(rows).toHaveCount(12);
  // Eight half days of our own, two with others, three free: cells of the picture.
  const cells = (kind: string) =>
    rows
      .first()
      .locator(`[data-kind="${kind}"]`)
      .evaluate((path) => path.getAttribute('d')?.match(/v12h-8z/g)?.length);
  expect(await cells('own')).toBe(8);
  expect(await cells('sure')).toBe(2);
  expect(await cells('free')).toBe(3);
  await expect(page.locator('.week-over')).toHaveText('half a day over');
  await page.getByText(en('The same as a table')).click();
  const table = page.getByRole('table');
  await expect(table.getByRole('row')).toHaveCount(13);
  await expect(table.getByRole('row').nth(1)).toContainText('4 days');
  await expect(table.getByRole('row').nth(1)).toContainText('one day and a half');
  await expect(table).toContainText('half a day');
  await axe(page);

  await page.emulateMedia({ forcedColors: 'active' });
  const [own, free] = await Promise.all(
    ['own', 'free'].map((kind) =>
      rows
        .first()
        .locator(`[data-kind="${kind}"]`)
        .evaluate((path) => getComputedStyle(path).fill),
    ),
  );
  expect(own).not.toBe('none');
  expect(free).toBe('none');
  await page.emulateMedia({ media: 'print', forcedColors: 'none' });
  await expect(rows.first()).toBeVisible();
  await expect(page.locator('.week-over')).toBeVisible();
  await expect(table).toBeVisible();
  expect(await page.locator('.page-action').isVisible()).toBe(false);
  await page.emulateMedia({ media: 'screen' });

  // If we say yes: what would have to move, never by whom.
  await page.getByRole('link', { name: en('Can we take this on?') }).click();
  await page.getByRole('button', { name: /About how much in each week/ }).click();
  await page.getByRole('option', { name: '2 days', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('half a day');
  await expect(page.locator('main')).toContainText(en('What would have to move?'));
  await expect(page.locator('main')).toContainText('Clinic');
  await axe(page);
});

test.describe('in Arabic', () => {
  test.use({ viewport: phone, locale: 'ar' });

  test('bars grow from the right, and nothing scrolls sideways', async ({ page }) => {
    test.setTimeout(240_000);
    await bringIn(page, await backupOf(team));
    await goWithin(page, '/giving');
    const row = page.locator('.weeks li').first();
    const at = (kind: string) =>
      row.locator(`[data-kind="${kind}"]`).evaluate((path) => {
        const { left, right } = path.getBoundingClientRect();
        return { left, right };
      });
    const [own, free] = [await at('own'), await at('free')];
    expect(own.left).toBeGreaterThan(free.right);
    const day = await row.locator('.week-day').boundingBox();
    expect(day?.x).toBeGreaterThan(own.left);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wide).toBeLessThanOrEqual(0);
    await axe(page);
  });
});

test('one who plans reads exactly what was said, through the server, and the count is told', async ({
  page,
  address,
  voucher,
}) => {
  test.setTimeout(300_000);
  await page.goto(`${address}start`);
  await page.locator('textarea').first().fill('Hello, we are the Harbor Families Network.');
  await keepThis(page, 'Amina');
  await goWithin(page, '/settings/server');
  await page.getByRole('textbox').nth(0).fill(address);
  await page.getByRole('textbox').nth(1).fill(voucher);
  await mainAction(page).click();
  await expect(page.getByRole('textbox')).toHaveCount(0, { timeout: 40_000 });
  await goWithin(page, '/giving/planners');
  await page.getByRole('button', { name: en('We plan it') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Amina', { timeout: 40_000 });
  await goWithin(page, '/giving/mine');
  await expect(page.locator('.who-can-read')).toContainText('Amina');
  await check(page.getByRole('radio', { name: en('a day'), exact: true }));
  await mainAction(page).click();
  await expect(page.locator('main')).toContainText('One has.', { timeout: 60_000 });
  await goWithin(page, '/giving/planners');
  await expect(page.getByRole('table')).toContainText('one day');
  await expect(page.locator('.rows').first()).toContainText('Amina');
});
