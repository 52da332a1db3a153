/** What follows a yes: the promise, its day on Today, word to them where it changes, and what we learned. */

import type { Page } from '@playwright/test';
import { check } from '../choosing.ts';
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { mainAction } from '../keeping.ts';

test.beforeEach(async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('/look-around');
  await page.getByRole('heading', { level: 1, name: /waiting for our answer/ }).waitFor();
});

test('a yes becomes a promise in one step, is set down only with word to them, and had back', async ({
  page,
}) => {
  await openAsk(page, 'Night Riders Union');
  const after = page.locator('[data-part=after]');
  await after.getByRole('button', { name: 'Write down the promise' }).click();
  await expect(after.getByRole('list', { name: 'Promises' }).getByRole('listitem')).toHaveCount(1);

  await after.getByRole('button', { name: 'Set it down' }).click();
  await after.getByRole('button', { name: 'Set it down' }).click();
  await expect(after.getByText('Write what you told them, in a line.')).toBeVisible();
  await after.getByLabel('What did you tell them?').fill('We called Dana on Monday.');
  await after.getByRole('button', { name: 'Set it down' }).click();
  await expect(after.getByText('Set down, and told them')).toBeVisible();
  await expect(after.getByText('We called Dana on Monday.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(after.getByRole('button', { name: 'Kept' })).toBeVisible();
});

test('a promise is on Today when its day comes, and is kept there', async ({ page }) => {
  await page.getByRole('link', { name: 'Asks' }).first().click();
  await page.getByRole('tab', { name: 'Promised' }).click();
  await page.getByRole('link', { name: 'Write down a promise' }).click();
  await page.getByRole('textbox', { name: 'What we promise' }).fill('The hall on Sunday');
  await page.getByRole('textbox', { name: 'To which organization' }).fill('Delta Neighbors');
  const today = await page.evaluate(() => new Intl.DateTimeFormat('en-CA').format(new Date()));
  await page.getByLabel('By when').fill(today);
  await page.getByRole('button', { name: 'Write down the promise' }).click();
  await expect(page.getByRole('link', { name: 'The hall on Sunday' })).toBeVisible();

  await page.getByRole('link', { name: 'Today' }).first().click();
  const promise = page.getByRole('listitem').filter({ hasText: 'We promised it for today.' });
  await expect(promise.getByText('Delta Neighbors')).toBeVisible();
  await promise.getByRole('button', { name: 'Kept' }).click();
  await expect(promise).toHaveCount(0);
});

test('a promise is handed on to nobody while nobody else is here', async ({ page }) => {
  await openAsk(page, 'Night Riders Union');
  const after = page.locator('[data-part=after]');
  await after.getByRole('button', { name: 'Write down the promise' }).click();
  await after.getByRole('button', { name: 'Hand on' }).click();
  await expect(after.getByText('Nobody else is here yet to hand it on to.')).toBeVisible();
});

test('what we learned opens by itself after the date, and leaves Today once it is written', async ({
  page,
}) => {
  const look = page.getByRole('link', { name: 'Look back' });
  await expect(look).toBeVisible();
  await look.click();
  const after = page.locator('[data-part=after]');
  await expect(after.getByText('What we expected:')).toContainText('likely');
  await after.getByRole('textbox', { name: 'What happened?' }).fill('They met every week.');
  await check(after.getByRole('radio', { name: 'In part' }));
  await after.getByRole('textbox', { name: 'How many took part' }).fill('nine');
  await expect(after.getByText('Write a number, or leave it empty.')).toBeVisible();
  await after.getByRole('textbox', { name: 'How many took part' }).fill('9');
  await after.getByText('How our guesses went').click();
  await expect(after.getByText(/Said once we have looked back five times/)).toBeVisible();
  await page.getByRole('link', { name: 'Today' }).first().click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Two organizations are waiting for our answer.',
  );
  await expect(look).toHaveCount(0);
});

test('a day before the ask is refused beside its field, and the rest is kept', async ({ page }) => {
  await openAsk(page, 'Southside Garden Council');
  const part = page.locator('[data-part=ask]');
  await part.getByRole('button', { name: 'Change' }).click();
  await part.getByLabel('What signing means for us').fill('We stand by their demands.');
  await part.getByLabel('The day it is for').fill('2020-02-01');
  await expect(part.getByText('That day is before they asked.')).toBeVisible();
  await part.getByRole('button', { name: 'Done' }).click();
  await expect(part.getByText('We stand by their demands.')).toBeVisible();
  await expect(part.getByText('For the day')).toHaveCount(0);
});

test('the long view is written once and asked about when we weigh: still true?', async ({
  page,
}) => {
  await page.getByRole('link', { name: 'What we are for' }).first().click();
  await page.getByLabel('What we can offer').fill('A hall for 80 people.');
  await page.getByRole('link', { name: 'Night Riders Union' }).click();
  await page.getByRole('textbox', { name: 'The long view' }).fill('Beside them for years.');
  await page.getByRole('textbox', { name: 'The long view' }).blur();
  await openAsk(page, 'Night Riders Union');
  const question = page.locator('[data-part=long-term]');
  await check(question.getByRole('radio', { name: 'still true' }));
  await expect(question.getByRole('textbox', { name: 'In our words' })).toHaveValue(
    'Beside them for years.',
  );
  const reply = page.locator('[data-part=reply]');
  await check(reply.getByRole('checkbox', { name: 'Say what else we can offer' }));
  await expect(reply.getByRole('textbox')).toHaveValue(/A hall for 80 people\./);
});

test('a long view typed while weighing is offered to the partner that is written down later', async ({
  page,
}) => {
  await openAsk(page, 'Southside Garden Council');
  const question = page.locator('[data-part=long-term]');
  await question.getByRole('textbox', { name: 'In our words' }).fill('Beside them for years.');
  await question.getByRole('textbox', { name: 'In our words' }).blur();
  await goWithin(page, '/partners/new');
  await page.getByRole('textbox').first().fill('Southside Garden Council');
  await mainAction(page).click();
  await expect(page.getByText('Written while an ask of theirs was weighed:')).toBeVisible();
  await page.getByRole('button', { name: 'This is our long view' }).click();
  await expect(page.getByRole('textbox', { name: 'How we mean to stay with them' })).toHaveValue(
    'Beside them for years.',
  );
  await expect(page.getByText('Written while an ask of theirs was weighed:')).toHaveCount(0);
});

test('with how many of our people we plan stands with the answer', async ({ page }) => {
  await openAsk(page, 'Night Riders Union');
  const planned = page.getByRole('textbox', { name: 'How many of our people we plan with' });
  await expect(planned).toHaveCount(1);
  await expect(page.locator('[data-part=answer]').filter({ has: planned })).toHaveCount(1);
});

async function openAsk(page: Page, from: string): Promise<void> {
  await page.getByRole('link', { name: 'Asks' }).first().click();
  await page.getByRole('link', { name: from }).click();
  await page.locator('[data-part=answer]').waitFor();
}
