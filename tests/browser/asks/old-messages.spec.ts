/** What came with an ask goes by itself once the ask has been over for as long as a steward says; the answer stays. */

import { setFields } from '../../../practice/index.ts';
import { check } from '../choosing.ts';
import { backupOf, bringIn } from '../filled/workspace.ts';
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { isSound } from '../partners/walking.ts';

const old = 'old'.padEnd(21, '-').concat('A');
const open = 'open'.padEnd(21, '-').concat('A');
const message = 'Hello, this is Noor (example). Call me at 555 0100.';

test('the message of an ask goes a year after it was over, where a steward chose so, and an open one keeps its own', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const ask = { from: 'Harbor (example)', text: message };
  const answered = { answer: 'yes', answeredOn: '2025-03-11', why: 'We have four who can' };
  await bringIn(
    page,
    await backupOf([
      {
        readers: 'coreTeam',
        changes: [
          ...setFields('asks', old, { ...ask, what: 'Four interpreters', ...answered }),
          ...setFields('asks', open, { ...ask, what: 'A hall for a night' }),
        ],
      },
    ]),
  );
  const asItCame = page.getByText('The message, as it came');
  await goWithin(page, `/asks/${old}`);
  await asItCame.click();
  await expect(page.locator('.ask-message').first()).toHaveText(message);

  await goWithin(page, '/settings');
  const kept = page.getByRole('radiogroup', { name: 'What came with an ask is kept' });
  await expect(kept.getByRole('radio', { name: 'Always' })).toBeChecked();
  await check(kept.getByRole('radio', { name: 'For a year after the ask is over' }));
  await expect(page.getByText('What came with one ask goes at once')).toBeVisible();
  await isSound(page, 'the settings');
  await page.getByRole('button', { name: 'Let it go' }).click();
  await expect(page.getByText('What came with one ask goes at once')).toHaveCount(0);

  await goWithin(page, `/asks/${old}`);
  await expect(page.getByLabel('Why we answer so')).toHaveValue('We have four who can');
  await expect(asItCame).toHaveCount(0);
  await goWithin(page, `/asks/${open}`);
  await asItCame.click();
  await expect(page.locator('.ask-message').first()).toHaveText(message);
});
