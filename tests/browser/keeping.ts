/** *Keep this*, as a person does it, in whatever language the page speaks. */
import type { Page } from '@playwright/test';
import { leaveBy } from './going.ts';

/** The one filled button of the page. */
export function mainAction(page: Page) {
  return page.locator('main .page-action button[data-kind=filled]');
}

/** Keeps what is open under six new words and gives the words, as on the paper. */
export async function keepThis(page: Page, name: string): Promise<readonly string[]> {
  // The page before may have fields of its own.
  await leaveBy(page, () => page.locator('a[href="/keep"]').first().click());
  await page.getByRole('textbox').fill(name);
  await mainAction(page).click();
  const words = await chooseWords(page);
  await page.waitForURL((url) => url.pathname === '/');
  return words;
}

/** From six new words on the page to the end: on paper, two of them typed again. */
export async function chooseWords(page: Page): Promise<readonly string[]> {
  await page.locator('.words-to-keep li').nth(5).waitFor();
  const words = await page.locator('.words-to-keep li').allInnerTexts();
  await mainAction(page).click();
  const asked = page.getByRole('textbox');
  await asked.first().waitFor();
  for (const field of await asked.all()) {
    const label = await field.evaluate((element) =>
      [...((element as HTMLTextAreaElement).labels ?? [])].map((one) => one.textContent).join(' '),
    );
    await field.fill(words[Number(/\d/.exec(label)?.[0]) - 1] ?? '');
  }
  await mainAction(page).click();
  return words;
}

/** Opens the lock with the words. */
export async function comeBack(page: Page, words: readonly string[]): Promise<void> {
  await page.getByRole('textbox').fill(words.join(' '));
  await mainAction(page).click();
}
