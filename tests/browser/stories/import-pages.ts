/** The import as a person sees it, for tests: by role and visible name. */

import type { Page } from '@playwright/test';
import { check } from '../choosing.ts';
import { mainAction } from '../keeping.ts';

/** Chooses a file with these words, as from the device. */
export async function chooseText(page: Page, text: string, name = 'story.txt'): Promise<void> {
  await chooseFile(page, { name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

export async function chooseFile(
  page: Page,
  file: string | { name: string; mimeType: string; buffer: Buffer },
): Promise<void> {
  await page.goto('/stories/import');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose a document' }).click();
  await (await chooser).setFiles(file);
}

/** From the check to the story, saying that others published it. */
export async function keepIt(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Keep this story' }).click();
  await page.getByText('It was published by others').click();
  await page.getByRole('button', { name: 'Read the story' }).click();
  await page.getByRole('button', { name: 'Just read' }).waitFor();
}

/** What the booklet says, part by part, in the order of the page. */
export async function bookletOf(page: Page) {
  const all = (selector: string) => page.locator(selector).allInnerTexts();
  return {
    narrators: await all('.page-head h1'),
    byline: await all('.story-byline > p'),
    opening: await all('.booklet-opening p'),
    introduction: await all('.booklet-introduction p'),
    partners: await all('.booklet-partners li'),
    questions: await all('.booklet-questions li'),
    takeaways: await all('.booklet-takeaway h3 > :last-child'),
    said: await all('.booklet-takeaway .said, .booklet-quote p'),
    prompts: await all('.booklet-prompts li'),
  };
}

/**
 * Brings a story in on a phone, in whatever language it speaks: pasted, its first piece looked at, the rest
 * accepted, kept as published by others. Ends on the story.
 */
export async function importByPasting(
  page: Page,
  address: string,
  { text, say }: { text: string; say: (english: string) => string },
): Promise<void> {
  await page.goto(address);
  await page.locator('textarea').fill(text);
  await page.getByRole('button', { name: say('Read it'), exact: true }).click();
  await mainAction(page).click();
  await page.getByRole('button', { name: say('All of it is right') }).click();
  await mainAction(page).click();
  await check(page.getByRole('radio').first());
  await mainAction(page).click();
  await page.waitForURL((url) => /^\/stories\/(?!import)/.test(url.pathname));
}
