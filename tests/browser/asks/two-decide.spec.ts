/**
 * Features 6 and 11 with two people: one proposes and the other agrees, nobody is their own second, an
 * objection is heard, anyone can make an ask hard; and two answers given apart are both shown.
 */

import type { Page } from '@playwright/test';
import { check } from '../choosing.ts';
import { expect, test } from '../harness.ts';
import { openTheAsk, twoBeside } from './beside.ts';

const from = 'Harbor Families Network';
const message = `Hello, this is Rosa from the ${from}. Could you sign our letter?`;

const answerOf = (page: Page) => page.locator('[data-part=answer]');

async function decideAs(page: Page, size: RegExp): Promise<void> {
  const part = answerOf(page);
  await part.getByText(/^How we decide this/).click();
  await check(part.getByRole('radio', { name: size }));
}

test('one proposes, another agrees; one makes it hard, and only they can take that back', async ({
  browser,
  address,
  voucher,
}) => {
  test.setTimeout(300_000);
  const { amina, ruth } = await twoBeside(browser, { address, voucher, message });
  await openTheAsk(amina, from);
  await decideAs(amina, /^simple/);
  await check(answerOf(amina).getByRole('radio', { name: 'Yes', exact: true }));
  await answerOf(amina).getByRole('button', { name: 'Propose it' }).click();
  await expect(answerOf(amina).getByText('One sentence is enough.')).toBeVisible();
  await answerOf(amina).getByLabel('Why, in one sentence').fill('They signed ours.');
  await answerOf(amina).getByRole('button', { name: 'Propose it' }).click();
  await expect(answerOf(amina).getByText('You cannot second your own proposal.')).toBeVisible();
  await expect(answerOf(amina).getByRole('button', { name: 'I agree' })).toHaveCount(0);

  await openTheAsk(ruth, from);
  const theirs = answerOf(ruth);
  await expect(theirs.getByText('Amina proposes: Yes')).toBeVisible({ timeout: 60_000 });
  await theirs.getByRole('button', { name: 'I object' }).click();
  await theirs.getByLabel('What speaks against it, in one sentence').fill('Who reads the list?');
  await theirs.getByRole('button', { name: 'Object', exact: true }).click();
  await expect(answerOf(amina).getByText('Ruth objects: Who reads the list?')).toBeVisible({
    timeout: 60_000,
  });
  await theirs.getByRole('button', { name: 'I agree' }).click();
  await expect(theirs.getByText('One proposed it, another agreed.')).toBeVisible();
  await expect(answerOf(amina).getByText('One proposed it, another agreed.')).toBeVisible({
    timeout: 60_000,
  });

  await answerOf(amina).getByRole('button', { name: 'Open it again' }).click();
  await expect(theirs.getByText(/^How we decide this/)).toBeVisible({ timeout: 60_000 });
  await decideAs(ruth, /^with the three questions/);
  await expect(theirs.getByText('Before we answer, we talk about:')).toBeVisible();
  await expect(answerOf(amina).getByText('Before we answer, we talk about:')).toBeVisible({
    timeout: 60_000,
  });
  await answerOf(amina)
    .getByText(/^How we decide this/)
    .click();
  await expect(
    answerOf(amina).getByText(
      'Ruth wants the three questions answered first, and can take that back.',
    ),
  ).toBeVisible();
  await amina.context().close();
  await ruth.context().close();
});

test('two answers given apart are both shown, and people say which it is', async ({
  browser,
  address,
  voucher,
}) => {
  test.setTimeout(300_000);
  const { amina, ruth } = await twoBeside(browser, { address, voucher, message });
  for (const page of [amina, ruth]) await openTheAsk(page, from);
  const questions = amina.locator('.ask-questions');
  await check(questions.getByRole('radio', { name: 'likely', exact: true }));
  await check(questions.getByRole('checkbox'));
  await check(questions.getByRole('radio', { name: 'some members' }));
  await expect(answerOf(ruth).getByRole('radio', { name: 'Not now' })).toBeVisible({
    timeout: 60_000,
  });

  await amina.context().setOffline(true);
  await ruth.context().setOffline(true);
  await check(answerOf(amina).getByRole('radio', { name: 'Yes', exact: true }));
  await check(answerOf(ruth).getByRole('radio', { name: 'Not now' }));
  for (const page of [amina, ruth]) {
    await page.getByRole('button', { name: 'This is our answer' }).click();
  }
  await amina.context().setOffline(false);
  await ruth.context().setOffline(false);
  for (const page of [amina, ruth])
    await expect(answerOf(page).getByText(/Both are kept\. Which is it\?/)).toBeVisible({
      timeout: 90_000,
    });
  const asked = answerOf(ruth).getByRole('alert');
  expect((await asked.getByRole('button').allInnerTexts()).sort()).toEqual(['Not now', 'Yes']);
  await asked.getByRole('button', { name: 'Yes', exact: true }).click();
  await expect(asked).toHaveCount(0);
  await expect(answerOf(amina).getByText(/Which is it\?/)).toHaveCount(0, { timeout: 60_000 });
  await expect(answerOf(amina).getByRole('radio', { name: 'Yes', exact: true })).toBeChecked();
  await amina.context().close();
  await ruth.context().close();
});
