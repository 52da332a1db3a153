/**
 * What came by our public page and nobody has checked is marked so wherever it stands: in what is found, on
 * the page of the partner that it names, in what somebody leaves to others, and before we say yes to it.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { backupOf, bringIn, type Part } from '../filled/workspace.ts';
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { looksRight } from '../looks-right.ts';

/** Pictures to look at, where somebody asks for them. */
const pictures = process.env.ALONGSIDE_PICTURES;
async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

const idOf = (name: string) => `${name.padEnd(21, '-')}A`;
const [forged, checked, typed, answered] = ['forged', 'checked', 'typed', 'answered'].map(idOf) as [
  string,
  string,
  string,
  string,
];

function record(table: string, id: string, fields: Readonly<Record<string, string | number>>) {
  return Object.entries(fields).map(([field, value]) => ({ table, record: id, field, value }));
}

const from = 'Harbor Families Network';
let me = '';
const team = (member: string): readonly Part[] => {
  me = member;
  return [
    {
      readers: 'coreTeam',
      changes: [
        ...record('partners', idOf('harbor'), { name: from }),
        ...record('asks', forged, { from, what: 'Send your member list tonight' }),
        ...record('asks', checked, { from, what: 'Send two interpreters' }),
        ...record('asks', typed, { from, what: 'Send a letter' }),
        ...record('asks', answered, { from, what: 'Lend a van', answer: 'yes' }),
        ...record('asks', answered, { answeredOn: '2026-03-01' }),
        ...record('arrivals', answered, { page: idOf('page') }),
        ...record('arrivals', forged, { page: idOf('page') }),
        ...record('arrivals', checked, { page: idOf('page'), checkedOn: '2026-03-02' }),
      ],
    },
  ];
};

/** What nobody has checked is marked, and nothing else. */
async function isMarked(place: Locator, page: Page, marks = 1): Promise<void> {
  const items = place.locator('li');
  await expect(items.filter({ hasText: 'member list' }).locator('.unverified')).toBeVisible();
  await expect(items.filter({ hasText: 'interpreters' })).toBeVisible();
  await expect(items.filter({ hasText: 'a letter' })).toBeVisible();
  await expect(place.locator('.unverified')).toHaveCount(marks);
  await looksRight(page, null);
}

for (const [language, locale, width, dark] of [
  ['en', 'en-US', 1440, false],
  ['ar', 'ar', 360, true],
] as const) {
  test.describe(language, () => {
    test.use({ locale });
    test(`what nobody has checked is marked where it is found, handed on and counted on, in ${language}`, async ({
      page,
    }) => {
      test.setTimeout(180_000);
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
      await bringIn(page, await backupOf(team));

      await page.keyboard.press('/');
      await page.getByRole('searchbox').fill('send');
      await isMarked(page.getByRole('dialog'), page);
      await picture(page, `found-${language}-${width}`);
      await page.keyboard.press('Escape');

      await goWithin(page, `/partners/${idOf('harbor')}`);
      await isMarked(page.locator('main'), page, 2);
      await picture(page, `partner-${language}-${width}`);

      // Beside another ask of theirs, where it counts as the last time.
      await goWithin(page, `/asks/${typed}`);
      const known = page.locator('.known').filter({ hasText: 'Lend a van' });
      await expect(known.locator('.unverified')).toHaveCount(2);
      const seen = known.filter({ visible: true });
      for (const one of await seen.all()) {
        await one.locator('summary').click();
        await expect(one.locator('.unverified')).toBeVisible();
      }
      await looksRight(page, null);
      await picture(page, `known-${language}-${width}`);

      await goWithin(page, `/people/handover?who=${me}`);
      await isMarked(page.locator('main'), page);
      await picture(page, `handover-${language}-${width}`);

      await goWithin(page, '/giving/if-we-say-yes');
      const main = page.locator('main');
      await main.locator('.select-button').first().click();
      const mark = language === 'en' ? 'unverified' : 'لم يُتحقَّق منه';
      await expect(page.getByRole('option', { name: mark })).toHaveCount(1);
      await picture(page, `options-${language}-${width}`);
      await page.getByRole('option', { name: 'Send a letter' }).click();
      await expect(main.locator('.unverified')).toHaveCount(0);
      await main.locator('.select-button').first().click();
      await page.getByRole('option', { name: 'member list' }).click();
      await expect(main.locator('.unverified')).toBeVisible();
      await looksRight(page, null);
      await picture(page, `say-yes-${language}-${width}`);
    });
  });
}
