/** Feature 27: what was agreed beforehand answers an ask, who approved it is kept, and two can stop it. */

import type { Page } from '@playwright/test';
import { check } from '../choosing.ts';
import { expect, test } from '../harness.ts';

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/look-around');
  await page.getByRole('heading', { level: 1, name: /waiting for our answer/ }).waitFor();
});

async function writeRule(page: Page, speed: string): Promise<void> {
  await page.getByRole('link', { name: 'Asks' }).first().click();
  await page.getByRole('link', { name: 'Agreed beforehand' }).click();
  await page.getByRole('button', { name: 'Write a rule' }).click();
  await check(page.getByRole('checkbox', { name: 'A letter to sign' }));
  await check(page.getByRole('radio', { name: 'Yes', exact: true }));
  await page.getByRole('textbox', { name: 'What would it be?' }).fill('we sign and share it');
  await check(page.getByRole('radio', { name: speed }));
}

async function openLetter(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Asks' }).first().click();
  await page.getByRole('link', { name: 'Southside Garden Council' }).click();
  const part = page.locator('[data-part=answer]');
  await part.getByText(/^How we decide this/).click();
  await check(part.getByRole('radio', { name: /^agreed beforehand/ }));
}

test('a rule answers an ask, and its use is listed', async ({ page }) => {
  await writeRule(page, 'within three days');
  await page.getByText('What the law allows a charity').click();
  await expect(page.getByText(/This is no legal advice/)).toBeVisible();
  await openLetter(page);
  const part = page.locator('[data-part=answer]');
  await expect(part.getByText('Agreed beforehand: Yes')).toBeVisible();
  await part.getByRole('button', { name: 'I approve' }).click();
  const reply = page.locator('[data-part=reply]').getByRole('textbox');
  await expect(reply).toHaveValue(/What we can do: we sign and share it/);
  await page.getByRole('link', { name: 'Asks' }).first().click();
  await page.getByRole('link', { name: 'Agreed beforehand' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('One rule answers for us.');
  await page.getByRole('link', { name: 'Open the rule' }).click();
  const uses = page.getByRole('list', { name: 'Each time it was used' });
  await expect(uses.getByRole('listitem')).toHaveCount(1);
  await expect(uses).toContainText('Southside Garden Council');
  await expect(uses).toContainText('Approved by: you');
});

test('an answer within a day takes two, and it says so where only one is here', async ({
  page,
}) => {
  await writeRule(page, 'within a day');
  await openLetter(page);
  const part = page.locator('[data-part=answer]');
  await expect(
    part.getByText(/An answer within a day takes two, and only you are here/),
  ).toBeVisible();
  await part.getByRole('button', { name: 'I approve' }).click();
  await expect(part.getByText(/One more of us has to approve it/)).toBeVisible();
  await check(part.getByRole('radio', { name: /^simple/ }));
  await expect(part.getByText(/Only you are here, so you answer it alone/)).toBeVisible();
  await check(part.getByRole('radio', { name: 'Yes', exact: true }));
  await page.getByRole('button', { name: 'This is our answer' }).click();
  await expect(page.locator('[data-part=reply]').getByRole('textbox')).not.toHaveValue('');
});

test('an ask that no rule is about cannot be agreed beforehand', async ({ page }) => {
  await page.getByRole('link', { name: 'Asks' }).first().click();
  await page.getByRole('link', { name: 'Southside Garden Council' }).click();
  const part = page.locator('[data-part=answer]');
  await part.getByText(/^How we decide this/).click();
  await expect(part.getByRole('radio', { name: /^agreed beforehand/ })).toHaveCount(0);
  await expect(part.getByText('Nothing about this ask is agreed beforehand.')).toBeVisible();
});
