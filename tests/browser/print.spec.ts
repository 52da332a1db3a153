/**
 * Feature 57 on one device: the four pages of *If something happens* are one sheet each, with nothing on
 * it but the page, in an open workspace and from the lock screen, on A4 and on Letter.
 */

import type { Page } from '@playwright/test';
import { extractText, getDocumentProxy } from 'unpdf';
import { wordsIn } from './catalogue.ts';
import { type Language, openFilled } from './filled/workspace.ts';
import { goWithin } from './going.ts';
import { expect, test } from './harness.ts';

const names = ['lost', 'no-longer', 'at-the-door', 'attacked'];
const looks: readonly { language: Language; locale: string }[] = [
  { language: 'en', locale: 'en-US' },
  { language: 'es', locale: 'es-US' },
  { language: 'ar', locale: 'ar' },
];

/** The words that would be on paper, and those of the page itself: its title and its text. */
async function onPaper(page: Page) {
  await page.emulateMedia({ media: 'print' });
  const words = await page.evaluate(() => {
    const shownIn = (root: Element) => {
      const found: string[] = [];
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        const text = node.textContent?.trim() ?? '';
        if (text === '' || !element?.checkVisibility({ visibilityProperty: true })) continue;
        const { width, height } = element.getBoundingClientRect();
        const isThere = width > 1 && height > 1;
        if (isThere && !element.closest('.skip, script, style')) found.push(text);
      }
      return found;
    };
    const [title, text] = ['.page-head h1', '.emergency'].map((where) =>
      shownIn(document.querySelector(where) ?? document.createElement('p')),
    );
    return { all: shownIn(document.body), own: [...(title ?? []), ...(text ?? [])] };
  });
  await page.emulateMedia({ media: null });
  return words;
}

/** Letters alone: a PDF has its own spaces, and its own order in lines from right to left. */
const letters = (text: string) => text.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

async function checkSheet(page: Page, name: string, language: Language): Promise<void> {
  const { all, own } = await onPaper(page);
  expect(all, `${name}: nothing but the page`).toEqual(own);
  expect(own.length, name).toBeGreaterThan(5);
  for (const format of ['A4', 'Letter']) {
    const pdf = await getDocumentProxy(new Uint8Array(await page.pdf({ format })));
    expect(pdf.numPages, `${name} on ${format}`).toBe(1);
    if (language === 'ar') continue;
    const { text } = await extractText(pdf, { mergePages: true });
    const printed = letters(text);
    for (const words of own) expect(printed, `${name} on ${format}`).toContain(letters(words));
    expect(printed.length, `${name} on ${format}`).toBeLessThan(letters(own.join('')).length + 10);
  }
}

for (const { language, locale } of looks) {
  test(`the four pages are one sheet each, also from the lock screen (in ${language})`, async ({
    browser,
    address,
  }) => {
    test.setTimeout(400_000);
    const say = wordsIn(language);
    const context = await browser.newContext({ baseURL: address, locale });
    const page = await context.newPage();
    await openFilled(page, language);
    for (const name of names) {
      await goWithin(page, `/if-something-happens/${name}`);
      await checkSheet(page, name, language);
    }
    await goWithin(page, '/if-something-happens');
    await page.getByRole('textbox').fill('+1 555 0142');
    await page.getByText(say('Show it on the lock screen too')).click();
    await page.goto('/');
    await page.getByRole('link', { name: say('If something happens') }).click();
    for (const name of names) {
      await page.locator(`a[href="/if-something-happens/${name}"]`).click();
      await page.locator('.emergency').waitFor();
      await checkSheet(page, `${name}, locked`, language);
      await expect(page.locator('.lawyer a')).toHaveText('+1 555 0142');
      await page.getByRole('link', { name: say('The other pages') }).click();
      await page.locator('.emergency').waitFor({ state: 'detached' });
    }
    await context.close();
  });
}
