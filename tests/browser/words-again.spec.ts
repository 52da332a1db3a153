/**
 * Kit, backup and new words ask for the six words on their own page, and say so where they are others.
 * Nothing lasts longer than the open workspace without them.
 */

import { openFilled } from './filled/workspace.ts';
import { goWithin } from './going.ts';
import { expect, test } from './harness.ts';
import { chooseWords, comeBack } from './keeping.ts';

test.use({ locale: 'en-US' });

test('G01: a kit, a backup and new words each want the six words once more', async ({ page }) => {
  test.setTimeout(240_000);
  const words = (await openFilled(page, 'en')).join(' ');
  const others = 'zoo zone youth young yellow year';
  const six = page.getByLabel('Your six words');
  const refused = page.getByText('These words do not open what is kept here.');

  await goWithin(page, '/settings/recovery');
  const kit = page.getByRole('button', { name: /^Make a (new kit|recovery kit)$/ });
  await six.fill(others);
  await kit.click();
  await expect(refused).toBeVisible({ timeout: 20_000 });
  await six.fill(words);
  await kit.click();
  await expect(page.locator('.words-to-keep li')).toHaveCount(12, { timeout: 20_000 });

  await goWithin(page, '/settings/backup');
  const backup = page.getByRole('button', { name: 'Make a backup' });
  await six.fill(others);
  await backup.click();
  await expect(refused).toBeVisible({ timeout: 20_000 });
  await six.fill(words);
  const saved = page.waitForEvent('download');
  await backup.click();
  expect((await saved).suggestedFilename()).toMatch(/\.age$/);

  await goWithin(page, '/settings/words');
  await six.fill(others);
  await page.getByRole('button', { name: 'Next' }).click();
  await chooseWords(page);
  await expect(refused).toBeVisible({ timeout: 20_000 });
  await six.fill(words);
  await page.getByRole('button', { name: 'Next' }).click();
  const next = await chooseWords(page);
  await expect(page.getByText('From now on only the new words open this.')).toBeVisible();
  await page.reload();
  await comeBack(page, next);
  await expect(page.locator('h1').first()).toBeVisible();
});
