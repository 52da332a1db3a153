import { expect, test } from '../harness.ts';
import { inventedStory } from './invented-story.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test('a story is brought in, checked, corrected and kept by keyboard alone', async ({ page }) => {
  await page.goto('/stories/import');
  const tabTo = async (name: RegExp | string, role: 'button' | 'textbox' | 'radio') => {
    const wanted = page.getByRole(role, { name });
    for (let presses = 0; presses < 200; presses++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never came to ${name}`);
  };
  await tabTo('Or paste the text', 'textbox');
  await page.keyboard.insertText(inventedStory);
  await tabTo('Read it', 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'We found a story. Does it match the document?',
  );

  const current = page.locator('.check-piece[aria-current=true]');
  await tabTo(/Solidarity Stories from the Harbor/, 'button');
  await expect(current).toContainText('Solidarity Stories');
  await page.keyboard.press('j');
  await expect(current).toContainText('Maren Okafor-Lind');
  await expect(page.locator('.document-line [data-current]').first()).toContainText('Maren');
  await page.keyboard.press('k');
  await expect(current).toContainText('Solidarity Stories');
  await page.keyboard.press('Enter');
  await expect(current).toContainText('Maren Okafor-Lind');

  const prompt = page.locator('[data-kind=prompt]');
  await expect(prompt).toHaveCount(3);
  for (let presses = 0; presses < 60; presses++) {
    if (await current.filter({ hasText: 'What could you lend' }).count()) break;
    await page.keyboard.press('j');
  }
  await page.keyboard.press('g');
  await expect(prompt).toHaveCount(2);
  await expect(page.locator('[data-kind=guiding-question]')).toHaveCount(4);
  await page.keyboard.press('p');
  await expect(prompt).toHaveCount(3);

  await tabTo('Keep this story', 'button');
  await page.keyboard.press('Enter');
  await tabTo('Not sure', 'radio');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'It was published by others' })).toBeChecked();
  await tabTo('Read the story', 'button');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Maren Okafor-Lind');
  await expect(page.locator('.booklet-takeaway')).toHaveCount(3);
});

test('the letters that say what a piece is work where the keyboard writes Arabic', async ({
  page,
}) => {
  await page.goto('/stories/import');
  await page.getByRole('textbox', { name: 'Or paste the text' }).fill(inventedStory);
  await page.getByRole('button', { name: 'Read it' }).click();
  const piece = page.getByRole('button', { name: /What could you lend/ });
  await piece.focus();
  await piece.dispatchEvent('keydown', { key: 'ل', code: 'KeyG', bubbles: true });
  await expect(page.locator('[data-kind=guiding-question]')).toHaveCount(4);
});
