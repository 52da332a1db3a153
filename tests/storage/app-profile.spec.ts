/**
 * Feature 1 on one device, and F01, with the application itself: a canary goes through every field of
 * every table, through the names of files and through every page. After the lock, and after the browser
 * was closed as a person closes it, its whole profile holds none of them.
 */

import { tables } from '../../practice/index.ts';
import { openPages } from '../browser/filled/pages.ts';
import { planted } from '../browser/filled/planted.ts';
import { backupOf, bringIn, soon } from '../browser/filled/workspace.ts';
import { goWithin } from '../browser/going.ts';
import { expect, test } from '../browser/harness.ts';
import { comeBack } from '../browser/keeping.ts';
import { startBrowser, withProfile } from './browser-process.ts';
import { searchFolder } from './canaries.ts';

const word = 'canaryword';
const fileName = 'canary-file-name-of-minutes';

/** One more record of every table there is, with a canary in each field: a new table is in by itself. */
function everyField() {
  return Object.entries(tables).map(([table, { readers, fields }], at) => ({
    readers,
    changes: Object.keys(fields).map((field) => ({
      table,
      record: `canary-${at}`.padEnd(21, '-').concat('A'),
      field,
      value: `canary in ${table} at ${field}`,
    })),
  }));
}

test('F01: after a lock the profile of the browser holds no canary of any field, file name or page', async ({
  address,
}) => {
  test.setTimeout(900_000);
  const raw = everyField();
  const canaries = [
    word,
    fileName,
    ...raw.flatMap(({ changes }) => changes.map(({ value }) => value)),
  ];
  expect(canaries.length).toBeGreaterThan(60);
  const backup = await backupOf([...planted(soon(), word), ...raw], `${word} in the notebook`);

  await withProfile(async (profile) => {
    const atDoors = (page: { locator: (what: string) => { waitFor(): Promise<void> } }) =>
      page.locator('h1').waitFor();
    const browser = await startBrowser(profile, address, atDoors);
    const { page } = browser;
    const words = await bringIn(page, backup, address);
    for (const [, path] of openPages) await goWithin(page, path);

    await goWithin(page, '/notebook');
    await page.getByRole('button', { name: 'Why I do this' }).click();
    await page.getByRole('textbox').pressSequentially(`${word} typed by hand`);
    await goWithin(page, '/stories/import');
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a document' }).click();
    await (await chooser).setFiles({
      name: `${fileName}.txt`,
      mimeType: 'text/plain',
      buffer: Buffer.from(`${word} of the title\n\nSomeone ${word}, Somewhere\n\n${word} again.\n`),
    });
    await page.getByRole('button', { name: 'Keep it as a reading' }).click();
    await page.locator('.page-action button[data-kind=filled]').click();
    await page.locator('.booklet').waitFor();
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill(word);
    await page.getByRole('dialog').getByRole('link').first().waitFor();
    await page.keyboard.press('Escape');
    await page.goBack();
    await expect(page.locator('.frame-foot')).toHaveText('Saved here');

    await page.getByRole('button', { name: 'Lock' }).first().click();
    await page.getByRole('heading', { name: 'Your six words open this.' }).waitFor();
    const secrets = [...canaries, words.join(' '), words.join(','), backup.kit];
    expect((await searchFolder(profile, secrets)).found, 'while it is locked').toEqual([]);
    await browser.quit();
    const closed = await searchFolder(profile, secrets);
    expect(closed.bytes).toBeGreaterThan(1_000_000);
    expect(closed.found, 'after it was closed').toEqual([]);

    const again = await startBrowser(profile, address, atDoors);
    await comeBack(again.page, words);
    await goWithin(again.page, '/stories');
    await expect(again.page.getByText(word).first()).toBeVisible();
    await again.kill();
  });
});
