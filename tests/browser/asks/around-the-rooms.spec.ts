/** The rooms around an ask, seen in the example: Today, Asks, Partners, Our issues, My notebook. */
import type { Page } from '@playwright/test';
import { expect, test } from '../harness.ts';

test.beforeEach(async ({ page }) => {
  await page.goto('/look-around');
  await page.getByRole('heading', { level: 1, name: /waiting for our answer/ }).waitFor();
});

test('Today says in a sentence who waits, and one put off comes back with Undo', async ({
  page,
}) => {
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('Two organizations are waiting for our answer.');
  await page.getByRole('button', { name: 'Put off' }).click();
  await expect(title).toHaveText('One organization is waiting for our answer.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(title).toHaveText('Two organizations are waiting for our answer.');
});

test('an ask and a partner are deleted, and had back with Undo', async ({ page }) => {
  await page.getByRole('link', { name: 'Asks' }).first().click();
  await page.getByRole('link', { name: 'Southside Garden Council' }).click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page).toHaveURL(/\/asks$/);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'One organization is waiting for our answer.',
  );
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'Southside Garden Council' })).toBeVisible();

  await page.getByRole('link', { name: 'Partners' }).first().click();
  // An ask of the same name stands on the page that is left.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'The organizations we stand with.',
  );
  await page.getByRole('link', { name: 'Night Riders Union' }).click();
  await page.getByText('About them').click();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page).toHaveURL(/\/partners$/);
  await expect(page.getByRole('link', { name: 'Night Riders Union' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('link', { name: 'Night Riders Union' })).toBeVisible();
});

test('the reply is printed alone, and the whole ask when the page is', async ({ page }) => {
  await page.getByRole('link', { name: 'Asks' }).first().click();
  await page.getByRole('link', { name: 'Night Riders Union' }).click();
  await page.locator('.printed-ask').waitFor({ state: 'attached' });
  const onPaper = async () => {
    await page.emulateMedia({ media: 'print' });
    const text = (await page.locator('main').allInnerTexts()).join('\n');
    await page.emulateMedia({ media: 'screen' });
    return text;
  };
  const longView = 'Neighbors for good: we share a landlord.';
  const reply = (await page.locator('.printed-reply').textContent()) ?? '';
  expect(reply).not.toBe('');
  expect(await onPaper()).toContain(longView);
  await page.evaluate(() => {
    window.print = () => {};
  });
  await page.getByRole('button', { name: 'Print the reply' }).click();
  expect((await onPaper()).replace(/\s+/g, ' ').trim()).toBe(reply.replace(/\s+/g, ' ').trim());
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  expect(await onPaper()).toContain(longView);
});

test('a contact takes two taps and is told in a sentence', async ({ page }) => {
  await page.getByRole('link', { name: 'Partners' }).first().click();
  // An ask of the same name stands on the page that is left.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'The organizations we stand with.',
  );
  await page.getByRole('link', { name: 'Night Riders Union' }).click();
  const fromThem = page.getByRole('heading', { name: 'What they did for us' });
  await expect(fromThem.locator('xpath=following-sibling::*[1]')).toHaveText(
    'Nothing written down yet.',
  );
  await page.getByText('They showed up for us').last().click();
  await page.getByRole('button', { name: 'Today', exact: true }).click();
  await expect(fromThem.locator('xpath=following-sibling::*[1]')).toContainText(
    'They showed up for us',
  );
});

test('a tie that a story proposes is kept or left, with the sentence it comes from', async ({
  page,
}) => {
  await openFurther(page, 'Our issues');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'A story proposes one tie. Is it ours?',
  );
  await expect(page.getByRole('blockquote')).toHaveText(
    'The same landlords sent the evictions to both streets, under two names.',
  );
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    '2 ties say why these issues are ours.',
  );
});

test('what is written in my notebook is there when the page is opened again', async ({ page }) => {
  await openFurther(page, 'My notebook');
  await page.getByRole('button', { name: 'Why I do this' }).click();
  const writing = page.getByRole('textbox', { name: 'What I want to remember' });
  await writing.pressSequentially('Because they came for us. 🌱');
  await openFurther(page, 'My notebook');
  await page.getByRole('button', { name: 'Why I do this' }).click();
  await expect(writing).toHaveValue('Because they came for us. 🌱');
});

/** Rooms that enter the list with their first record. */
async function openFurther(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name }).first().click();
}
