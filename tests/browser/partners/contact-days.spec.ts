/** How long the day of a contact is kept is a steward's to say: it becomes its month by itself, or stays. */

import { setFields } from '../../../practice/index.ts';
import { check } from '../choosing.ts';
import { backupOf, bringIn } from '../filled/workspace.ts';
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { comeBack } from '../keeping.ts';
import { isSound } from './walking.ts';

const partner = 'harbor'.padEnd(21, '-').concat('A');
const met = 'met'.padEnd(21, '-').concat('A');

test('the day of an old contact becomes its month, and one written once days are kept always stays', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const words = await bringIn(
    page,
    await backupOf([
      {
        readers: 'coreTeam',
        changes: [
          ...setFields('partners', partner, { name: 'Harbor (example)' }),
          ...setFields('contacts', met, { partner, kind: 'meeting', on: '2025-03-11' }),
        ],
      },
    ]),
  );
  await goWithin(page, `/partners/${partner}`);
  const passed = page.locator('.passed li');
  await expect(passed.filter({ hasText: 'We met' })).toContainText('March 2025');
  await expect(passed).not.toContainText('11');

  await goWithin(page, '/settings');
  const days = page.getByRole('radiogroup', { name: 'The day on which we were in touch' });
  await check(days.getByRole('radio', { name: 'Always', exact: true }));
  await isSound(page, 'the settings');
  await goWithin(page, `/partners/${partner}`);
  await check(page.getByRole('radio', { name: 'We talked, one to one' }));
  await page.locator('.in-touch input[type=date]').fill('2025-04-15');
  await page.locator('.in-touch').getByRole('button', { name: 'Write it down' }).click();
  const talked = passed.filter({ hasText: 'We talked' });
  await expect(talked).toContainText('April 15, 2025');

  // Opened anew, it looks at every day again.
  await page.getByRole('button', { name: 'Lock' }).click();
  await comeBack(page, words);
  await goWithin(page, `/partners/${partner}`);
  await expect(passed.filter({ hasText: 'We met' })).toContainText('March 2025');
  await expect(talked).toContainText('April 15, 2025');
});
