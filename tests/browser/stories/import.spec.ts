import { expect, test } from '../harness.ts';
import { keepThis } from '../keeping.ts';
import { bookletOf, chooseFile, chooseText, keepIt } from './import-pages.ts';
import { inventedStory, minutesOfMeeting } from './invented-story.ts';

test('an invented story fills every part with no correction, in its order', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await chooseText(page, inventedStory);
  await expect(page.getByText('1 narrator · 3 partners · 3 questions')).toBeVisible();
  await keepIt(page);
  expect(await bookletOf(page)).toEqual({
    narrators: ['Maren Okafor-Lind'],
    byline: ['coordinator, Harbor Tenants Circle', 'Port Ellery'],
    opening: ['Whose door do we knock on when ours is safe?'],
    introduction: [
      expect.stringContaining('featuring Maren Okafor-Lind'),
      expect.stringContaining('a winter without heat'),
    ],
    partners: ['Lakeside Elders Table', 'Night Shift Riders Union', 'Bayview Legal Kitchen'],
    questions: [
      'What difference would our being there make?',
      'What is our long-term plan with these neighbors?',
      'Can our members take part, rather than only the two of us in the office?',
    ],
    takeaways: [
      'Start from your own kitchen table.',
      'Cold does not stop at the property line.',
      'Come back when nothing is wrong.',
    ],
    said: [
      '"I came because my own heat was off,"',
      '"There was one boiler in that cellar,"',
      '"And there were two names on the door."',
      '"Nobody trusts a neighbor who only comes with a clipboard,"',
    ],
    prompts: [
      'Where did your own commitment begin?',
      'Which neighbors could you know better by spring?',
      'What could you lend that costs you little?',
    ],
  });
});

test('on a phone one piece is looked at a time, and all of it can be right', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await chooseText(page, inventedStory);
  await expect(page.getByText('In the document:')).toBeVisible();
  await expect(page.getByRole('button', { name: 'All of it is right' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await page.getByRole('button', { name: 'All of it is right' }).click();
  await keepIt(page);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Maren Okafor-Lind');
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(sideways).toBe(false);
});

test('words in either column light up in the other', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await chooseText(page, inventedStory);
  const document = page.getByRole('region', { name: 'The document, as it came' });
  await document.getByText('Where did your own commitment begin?').click();
  await expect(page.locator('.check-piece[aria-current=true]')).toContainText(
    'Where did your own commitment begin?',
  );
  await page.getByRole('button', { name: /Come back when nothing is wrong/ }).click();
  await expect(document.locator('[data-current]')).toContainText(['3. Come back']);
});

test('words that nobody recognised are marked by dragging over them', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await chooseText(page, minutesOfMeeting);
  const words = await page
    .getByText('The next meeting is in the laundry room.')
    .first()
    .boundingBox();
  if (!words) throw new Error('the words are there');
  await page.mouse.move(words.x + 1, words.y + words.height / 2);
  await page.mouse.down();
  await page.mouse.move(words.x + words.width - 1, words.y + words.height / 2, { steps: 5 });
  await page.mouse.up();
  await page.getByRole('button', { name: 'The marked words are' }).click();
  await page.getByRole('menuitem', { name: 'Takeaway' }).click();
  await expect(page.getByText('1 takeaway')).toBeVisible();
  await expect(page.locator('.check-piece[aria-current=true]')).toContainText('laundry room');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('1 takeaway')).toHaveCount(0);
});

test('a check is there again after a look at another page, and Keep this keeps it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await chooseText(page, inventedStory);
  await page.getByRole('button', { name: /Come back when nothing is wrong/ }).click();
  await page.keyboard.press('p');
  const counts = page.getByText(/^1 narrator/);
  const before = (await counts.textContent()) ?? '';
  await page.locator('nav a[href="/asks"]:visible').first().click();
  await expect(page).toHaveURL(/\/asks$/);
  await page.locator('nav a[href="/stories"]:visible').first().click();
  await page.locator('main a[href="/stories/import"]').click();
  await expect(counts).toHaveText(before);
  await page.locator('nav a[href="/asks"]:visible').first().click();
  await keepThis(page, 'Ruth');
  await page.locator('nav a[href="/stories"]:visible').first().click();
  await expect(page.locator('main').getByRole('link', { name: /Maren|Harbor/ })).toBeVisible();
});

test('a document that is no story can be kept as a reading, with all its text', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await chooseText(page, minutesOfMeeting);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'This does not read like a story.',
  );
  await expect(page.getByText('The next meeting is in the laundry room.')).toHaveCount(2);
  await page.getByRole('button', { name: 'Keep it as a reading' }).click();
  await page.getByRole('button', { name: 'Read the story' }).click();
  await expect(page.getByText('The next meeting is in the laundry room.')).toBeVisible();
});

test('what cannot be read is refused in a sentence, and nothing is kept', async ({ page }) => {
  const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  await chooseFile(page, { name: 'photo.png', mimeType: 'image/png', buffer: picture });
  await expect(page.getByRole('alert')).toContainText('This is a picture.');
  await expect(page.getByRole('alert')).toContainText('nothing was kept');
  await chooseText(page, '   \n  ');
  await expect(page.getByRole('alert')).toContainText('There is nothing in it.');
  await page.goto('/stories');
  await expect(page.getByRole('heading', { level: 1 })).not.toContainText('One story');
});
