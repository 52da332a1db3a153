import { dayOf, daysAfter } from '../../../practice/index.ts';
import { goWithin, leaveBy } from '../going.ts';
import { expect, test } from '../harness.ts';
import { chooseText, keepIt } from './import-pages.ts';
import { inventedStory } from './invented-story.ts';

test.use({ viewport: { width: 1440, height: 900 } });

test.beforeEach(async ({ page }) => {
  await chooseText(page, inventedStory);
  await keepIt(page);
});

test('a story leads to questions, partners and a plan, each with the way back to its line', async ({
  page,
}) => {
  await page.getByRole('link', { name: 'Put into practice' }).click();
  await page.getByRole('button', { name: 'Use its questions for asks' }).click();
  await expect(page.getByText('No ask is weighed with them yet.')).toBeVisible();
  await page.getByRole('button', { name: 'Write 3 down with our partners' }).click();
  await expect(page.getByText('All of them are with our partners.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('All of them are with our partners.')).toHaveCount(0);
  await page.getByRole('link', { name: 'line 19 of the story' }).click();
  await expect(page.locator('[data-pointed]')).toHaveText(
    'What is our long-term plan with these neighbors?',
  );
});

test('only the organizations that stay ticked are written down with our partners', async ({
  page,
}) => {
  await page.getByRole('link', { name: 'Put into practice' }).click();
  await page.getByRole('checkbox', { name: 'Lakeside Elders Table' }).press('Space');
  await page.getByRole('button', { name: 'Write 2 down with our partners' }).click();
  await expect(page.getByText('already with our partners')).toHaveCount(2);
  await expect(page.getByRole('checkbox', { name: 'Lakeside Elders Table' })).not.toBeChecked();
  await expect(page.getByText('None is ticked: none is written down.')).toBeVisible();
  await page.getByRole('link', { name: 'Partners' }).first().click();
  await expect(page.getByText('Bayview Legal Kitchen')).toBeVisible();
  await expect(page.getByText('Lakeside Elders Table')).toHaveCount(0);
});

test('talking about it tonight is one press away, and the minutes always add up', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Talk about it tonight' }).click();
  const title = page.getByRole('heading', { level: 1 });
  await expect(title).toHaveText('The plan takes one hour.');
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Where did your own' }),
  ).not.toHaveCount(0);
  const spoken = page.getByRole('textbox', { name: 'Minutes for Spoken' });
  await spoken.fill('15');
  await spoken.press('Enter');
  await expect(title).toHaveText('The plan takes 65 minutes: 5 more than an hour.');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(title).toHaveText('The plan takes one hour.');
});

test('an evening with a day is in the week beside Today, and found from the stories', async ({
  page,
}) => {
  await page.getByRole('button', { name: 'Talk about it tonight' }).click();
  const day = page.getByLabel('The day of the discussion');
  const here = dayOf(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone);
  await day.fill(daysAfter(here, 1));
  await day.blur();
  await goWithin(page, '/stories');
  await leaveBy(page, () => page.getByRole('link', { name: 'One evening is planned.' }).click());
  await expect(page).toHaveURL(/\/discussions$/);
  await goWithin(page, '/');
  await page.locator('.this-week').getByRole('link', { name: 'We talk about' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('The plan takes one hour.');
});

test('a part that is edited shows in the story and in what changed since a version', async ({
  page,
}) => {
  await page.getByRole('link', { name: 'Versions' }).click();
  await page.getByRole('button', { name: 'Keep this version' }).click();
  await expect(page.getByText(/Kept by you/)).toBeVisible();
  await page.getByRole('link', { name: 'Back to the story' }).click();
  await page.getByRole('link', { name: 'Edit' }).click();
  const line = page.getByRole('listitem').filter({ hasText: 'Start from your own kitchen table.' });
  await line.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'The words' }).fill('Start from your own front door.');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('link', { name: 'Keep a version' }).click();
  await expect(page.getByText('One change since the last one.')).toBeVisible();
  await page.getByText('What changed from it until now').click();
  await expect(page.locator('del')).toHaveText(['kitchen table']);
  await expect(page.locator('ins')).toHaveText(['front door']);
  await page.getByRole('button', { name: 'Go back to this version' }).click();
  await expect(page.getByText('Nothing has changed since.')).toBeVisible();
});

test('words typed into a part are kept without Save, and put back by Leave it as it was', async ({
  page,
}) => {
  const open = async (words: string) => {
    const line = page.getByRole('listitem').filter({ hasText: words });
    await line.getByRole('button', { name: 'Change' }).click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    return page.getByRole('textbox', { name: 'The words' });
  };
  await page.getByRole('link', { name: 'Edit' }).click();
  const words = await open('Start from your own kitchen table.');
  await words.fill('Start from your own front door.');
  await page.getByRole('link', { name: 'Back to the story' }).click();
  await expect(page.locator('.booklet-takeaway h3').first()).toContainText('front door');
  await page.getByRole('link', { name: 'Edit' }).click();
  await (await open('Start from your own front door.')).fill('Start anywhere.');
  await page.getByRole('button', { name: 'Leave it as it was' }).click();
  await expect(page.getByText('Start from your own front door.')).toBeVisible();
});

test('how many asks are weighed with the questions of a story is told as it is', async ({
  page,
}) => {
  const within = (path: string) => page.locator(`a[href="${path}"]:visible`).first().click();
  await page.getByRole('link', { name: 'Put into practice' }).click();
  await page.getByRole('button', { name: 'Use its questions for asks' }).click();
  const practice = new URL(page.url()).pathname;
  await within('/asks');
  await within('/asks/new');
  await page.getByRole('textbox', { name: 'Who asks?' }).fill('Ferry Cooks Table');
  await page.getByRole('textbox', { name: 'What do they ask for?' }).fill('Two pots');
  await page.getByRole('button', { name: 'Think it through' }).click();
  await page.getByText('Where these questions come from').click();
  await page.getByRole('button', { name: /Use the questions of/ }).click();
  await page.getByRole('option', { name: /Maren|Harbor/ }).click();
  await within('/stories');
  await within(practice.replace(/\/practice$/, ''));
  await within(practice);
  await expect(page.getByText('One ask is weighed with them.')).toBeVisible();
});
