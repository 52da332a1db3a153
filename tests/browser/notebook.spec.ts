/** Feature 23: nothing of the notebook is shared but an excerpt that its writer has seen as it goes. */

import { ids } from './filled/planted.ts';
import { openFilled } from './filled/workspace.ts';
import { goWithin } from './going.ts';
import { expect, test } from './harness.ts';

test.use({ locale: 'en-US', viewport: { width: 360, height: 740 } });

test('an excerpt is shared after its writer has seen exactly what goes, and can be taken back', async ({
  page,
}) => {
  test.setTimeout(180_000);
  await openFilled(page, 'en');
  await goWithin(page, `/notebook/${ids.reflection}`);
  const writing = page.getByRole('textbox', { name: 'What I want to remember' });
  await writing.fill(
    'This one stays between me and the quagmire.\n\nThey came for us with lanterns.',
  );
  await writing.evaluate((area: HTMLTextAreaElement) => {
    area.setSelectionRange(area.value.indexOf('They'), area.value.length);
  });
  await page.getByRole('button', { name: 'Share a part of this page' }).click();
  const dialog = page.getByRole('dialog');
  const part = dialog.getByRole('textbox', { name: 'The part that goes' });
  await expect(part).toHaveValue('They came for us with lanterns.');
  await part.fill('They came with lanterns, and we went.');
  await dialog.getByText('everyone here').click();
  await expect(dialog.getByRole('button', { name: 'Share exactly this' })).toBeHidden();

  await dialog.getByRole('button', { name: 'See what goes' }).click();
  await expect(dialog.getByRole('textbox')).toHaveCount(0);
  await expect(dialog.getByRole('blockquote')).toHaveText('They came with lanterns, and we went.');
  await expect(dialog.getByText('Who can read this: everyone here')).toBeVisible();
  await dialog.getByRole('button', { name: 'Change it' }).click();
  await dialog.getByRole('button', { name: 'See what goes' }).click();
  await dialog.getByRole('button', { name: 'Share exactly this' }).click();

  await expect(page.locator('.page-head .who-can-read')).toHaveText('Who can read this: only me');
  const shared = page
    .locator('.rows li')
    .filter({ hasText: 'They came with lanterns, and we went.' });
  await expect(shared.locator('.who-can-read')).toHaveText('Who can read this: everyone here');
  await expect(writing).toHaveValue(/stays between me and the quagmire/);

  await page.keyboard.press('Escape');
  await goWithin(page, '/notebook');
  await expect(shared).toHaveCount(1);
  await page.keyboard.press('/');
  const search = page.getByRole('searchbox');
  await search.fill('lanterns');
  await expect(page.getByRole('dialog').getByRole('link')).toHaveText([
    'They came with lanterns, and we went.',
  ]);
  await search.fill('quagmire');
  await expect(page.getByRole('dialog').getByRole('link')).toHaveCount(0);
  await page.keyboard.press('Escape');

  await shared.getByRole('button', { name: 'Take it back' }).click();
  await expect(shared).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(shared.locator('.who-can-read')).toHaveText('Who can read this: everyone here');
});
