/**
 * *Open this campaign to them*: what is ticked is shown and goes, all else stays; the coalition workspace
 * rests beside the first, each under its own six words; nothing of the first is found in it.
 */

import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { wordsIn } from '../catalogue.ts';
import { ids, mark } from '../filled/planted.ts';
import { openFilled } from '../filled/workspace.ts';
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { chooseWords, comeBack, mainAction } from '../keeping.ts';
import { askIn, letIn, linkOn, phone, putOnServer } from '../people/coming-in.ts';
import { isSound } from './walking.ts';

const CAMPAIGN = 'Homes for All';
const ASK = 'Come to court for Homes for All';

/** Everything that can be read in the open workspace, as the file for programs has it. */
async function everything(page: Page, say: (words: string) => string): Promise<string> {
  await goWithin(page, '/settings/export');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: say('A file for programs') }).click();
  return readFileSync(await (await download).path(), 'utf8');
}

const plantedIn = (text: string) => [
  ...new Set(text.match(new RegExp(`${mark}[0-9a-z]+`, 'g')) ?? []),
];

for (const language of ['en', 'ar'] as const) {
  test.describe(`on a phone (${language})`, () => {
    test.use({
      locale: language === 'ar' ? 'ar' : 'en-US',
      viewport: { width: 360, height: 740 },
      colorScheme: language === 'ar' ? 'dark' : 'light',
    });

    test(`a campaign is opened to a partner: only what was ticked is there, each workspace opens by its own words (${language})`, async ({
      page,
      browser,
      voucher,
    }) => {
      test.setTimeout(600_000);
      const say = wordsIn(language);
      const named = (words: string) => ({ name: say(words), exact: true });
      const firstWords = await openFilled(page, language);
      await goWithin(page, '/asks/ours/new');
      await page.getByLabel(say('What do we ask for?')).fill(ASK);
      await page.getByLabel(say('Who are we, on that page?')).fill('Harbor Families');
      await mainAction(page).click();
      await page.waitForURL(/\/asks\/ours\/[\w-]{22}$/);
      await goWithin(page, `/partners/${ids.partner}`);
      const partner = (await page.locator('h1').allInnerTexts()).join();
      const [movement = ''] = await page.locator('.page-text > p').allInnerTexts();
      await page.getByRole('link', named('Open this campaign to them')).click();

      await mainAction(page).click();
      await expect(page.getByText(say('Write the campaign’s name.'))).toBeVisible();
      await page.getByLabel(say('What is the campaign called?')).fill(CAMPAIGN);
      await expect(page.getByRole('checkbox', { name: partner })).toBeChecked();
      await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(1);
      await isSound(page, 'what goes');
      await page.getByText(ASK).click();
      await mainAction(page).click();

      await expect(page.locator('h1')).toHaveText(
        say('Exactly this will be there, and nothing else of ours.'),
      );
      const shown = (await page.locator('.page-text').allInnerTexts()).join();
      expect(plantedIn(shown).sort()).toEqual(plantedIn(`${partner} ${movement}`).sort());
      expect(shown).toContain(ASK);
      await isSound(page, 'what will be there');
      await page.getByLabel(say('What should they call you there?')).fill('Amina');
      await mainAction(page).click();
      const secondWords = await chooseWords(page);

      await expect(page).toHaveURL(/\/settings\/workspace$/);
      const above = page.locator('.which-workspace');
      await expect(above).toContainText(CAMPAIGN);
      await isSound(page, 'which workspace');
      const there = await everything(page, say);
      expect(plantedIn(there).sort()).toEqual(plantedIn(`${partner} ${movement}`).sort());
      for (const id of Object.values(ids)) expect(there).not.toContain(id);
      const { tables } = JSON.parse(there) as {
        readonly tables: Readonly<Record<string, object[]>>;
      };
      expect(Object.keys(tables).sort()).toEqual(['asks', 'names', 'partners', 'space']);
      expect(tables.asks).toHaveLength(1);
      await goWithin(page, '/asks?tab=we-ask');
      await expect(page.locator('main').getByRole('link', { name: ASK })).toBeVisible();
      await goWithin(page, '/partners');
      await page.getByRole('link', { name: partner }).first().click();
      await expect(page.getByText(say('guides our campaign')).first()).toBeVisible();
      await expect(page.getByRole('link', named('Open this campaign to them'))).toHaveCount(0);

      // Wrong words open neither; the first's open the first, which lost nothing and says what was opened.
      await goWithin(page, '/settings/workspace');
      await page.getByRole('button', named('Lock, and open another with its words')).click();
      await comeBack(page, [...firstWords.slice(0, 5), secondWords[5] ?? '']);
      await expect(page.getByRole('alert')).toBeVisible();
      await page.getByRole('textbox').fill('');
      await comeBack(page, firstWords);
      await page.locator('nav a[href="/asks"]:visible').waitFor();
      await expect(above).toHaveCount(0);
      await goWithin(page, `/partners/${ids.partner}`);
      await expect(page.getByText(CAMPAIGN)).toBeVisible();
      await expect(page.locator('h1')).toHaveText(partner);
      const first = await everything(page, say);
      expect(plantedIn(first).length).toBeGreaterThan(plantedIn(there).length);

      // A reload locks; the second's words open the second, which goes on a server and takes people in.
      await page.reload();
      await comeBack(page, secondWords);
      await expect(above).toContainText(CAMPAIGN);
      await putOnServer(page, voucher);
      await goWithin(page, '/settings/workspace');
      await page.getByRole('link', named('Next: invite them')).click();
      await page.locator('main').getByRole('radio').first().waitFor();
      await mainAction(page).click();
      const theirs = await phone(browser, language);
      await askIn(theirs, await linkOn(page), 'Noor');
      await goWithin(page, '/people');
      await letIn(page, false);

      // The partner, let in, reads what was opened, and not one word more.
      await theirs.locator('nav a[href="/asks"]:visible').waitFor({ timeout: 120_000 });
      await goWithin(theirs, '/asks?tab=we-ask');
      await expect(theirs.locator('main').getByRole('link', { name: ASK })).toBeVisible();
      const read = await everything(theirs, say);
      expect(plantedIn(read).sort()).toEqual(plantedIn(there).sort());
      expect(Object.keys(JSON.parse(read).tables).sort()).toEqual(Object.keys(tables).sort());
      await theirs.context().close();

      // Erased, the first is what rests here: the lock comes, and its words open it.
      await goWithin(page, '/settings/erase');
      await page.getByRole('button', named('Erase it from this device')).click();
      await page.getByRole('button', named('Erase it all')).click();
      await comeBack(page, secondWords);
      await expect(page.getByRole('alert')).toBeVisible();
      await page.getByRole('textbox').fill('');
      await comeBack(page, firstWords);
      await goWithin(page, `/partners/${ids.partner}`);
      await expect(page.locator('h1')).toHaveText(partner);
    });
  });
}
