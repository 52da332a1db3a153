/** A partner's page: what passed, people, harm, an honest conversation, the long view, and deleting it all. */

import { wordsIn } from '../catalogue.ts';
import { ids } from '../filled/planted.ts';
import { openFilled } from '../filled/workspace.ts';
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { inExample, isSound } from './walking.ts';

test('deleting a partner takes its contacts along, says so, and brings all of it back', async ({
  page,
}) => {
  await inExample(page, '/partners');
  await page.getByRole('link', { name: 'Night Riders Union' }).first().click();
  await page.getByText('Add a person').click();
  await page.getByLabel('Name', { exact: true }).fill('Sam Lee');
  await page.getByRole('button', { name: 'Add this person' }).click();
  await expect(page.getByRole('link', { name: 'Sam Lee' })).toBeVisible();
  await page.getByText('They showed up for us').last().click();
  await page.getByRole('button', { name: 'Today', exact: true }).click();
  const fromThem = page
    .getByRole('heading', { name: 'What they did for us' })
    .locator('xpath=following-sibling::*[1]');
  await expect(fromThem).toContainText('They showed up for us');
  const passed = await page.locator('.passed').allInnerTexts();
  await page.getByText('About them').click();
  await expect(page.getByText('Deleting takes along every time we were in touch')).toBeVisible();
  await page.getByRole('button', { name: 'Delete', exact: true }).last().click();
  await expect(page).toHaveURL(/\/partners$/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('link', { name: 'Night Riders Union' }).first().click();
  await expect(fromThem).toContainText('They showed up for us');
  expect(await page.locator('.passed').allInnerTexts()).toEqual(passed);
});

test('a time we were in touch that was not so is taken out, and had back with Undo', async ({
  page,
}) => {
  await inExample(page, '/partners');
  await page.getByRole('link', { name: 'Night Riders Union' }).first().click();
  const passed = page.locator('.passed');
  await page.getByText('Take out what is not so').click();
  const before = await passed.allInnerTexts();
  const first = page.getByRole('button', { name: /^Take out: / }).first();
  const [, what = ''] =
    /^Take out: (.*?),/.exec((await first.getAttribute('aria-label')) ?? '') ?? [];
  expect(before.join('\n')).toContain(what);
  await isSound(page, 'the partner');
  await first.click();
  await expect.poll(() => passed.allInnerTexts()).not.toEqual(before);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => passed.allInnerTexts()).toEqual(before);
});

test('an ask that we said yes to in part is told as that, not as a yes', async ({ page }) => {
  await inExample(page, '/partners');
  await page.getByRole('link', { name: 'Night Riders Union' }).first().click();
  const ours = page
    .getByRole('heading', { name: 'What we did for them' })
    .locator('xpath=following-sibling::*[1]');
  await expect(ours).toContainText('They asked, and we said yes, in part:');
});

test('harm to a partner stands first under worth a call, until somebody was in touch', async ({
  page,
}) => {
  await inExample(page, '/partners');
  await page.getByRole('link', { name: 'Night Riders Union' }).first().click();
  await page.getByText('Something happened to them').click();
  await page.getByLabel('What happened, in a line').fill('Threats on the telephone');
  await page.getByRole('button', { name: 'Write it down' }).last().click();
  await expect(page.getByRole('heading', { name: 'What happened to them' })).toBeVisible();
  await isSound(page, 'the partner');
  await goWithin(page, '/partners');
  const worth = page.locator('.worth-a-call');
  await expect(worth.locator('li').first()).toContainText('Threats on the telephone');
  await expect(worth.locator('li').first()).toContainText(
    'Nobody from us has been in touch since.',
  );
  await isSound(page, 'worth a call');
  // On Today it is one of the three things, above what can wait.
  await goWithin(page, '/');
  const things = page.locator('main .page-text > .rows > li');
  await expect(things.filter({ hasText: 'Threats on the telephone' })).toHaveCount(1);
  expect(await things.count()).toBeLessThanOrEqual(3);
  await isSound(page, 'Today with a call');
  await things.getByRole('link', { name: 'Open their page' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Night Riders Union');
  await goWithin(page, '/partners');
  await worth.getByRole('link', { name: 'Night Riders Union' }).click();
  await page.getByText('Care: a visit').last().click();
  await page.getByRole('button', { name: 'Today', exact: true }).click();
  await goWithin(page, '/partners');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await expect(page.getByText('Threats on the telephone')).toHaveCount(0);
  await goWithin(page, '/');
  await expect(things.first()).toBeVisible();
  await expect(page.getByText('Threats on the telephone')).toHaveCount(0);
});

test('the long view on a partner is one text that is kept, with the day it was last true', async ({
  page,
}) => {
  await inExample(page, '/partners');
  await page.getByRole('link', { name: 'Night Riders Union' }).first().click();
  const view = page.getByLabel('How we mean to stay with them');
  await view.fill('Beside them through every contract.');
  await view.blur();
  await expect(page.getByText(/Still true on/)).toBeVisible();
  await goWithin(page, '/partners');
  await page.getByRole('link', { name: 'Night Riders Union' }).first().click();
  await expect(view).toHaveValue('Beside them through every contract.');
});

test('two partners that are one are made one, keep what passed with both, and are parted again', async ({
  page,
}) => {
  await inExample(page, '/partners/new');
  await page.getByLabel('The organization, as it names itself').fill('the night riders union');
  await page.getByRole('button', { name: 'Add them' }).click();
  await page.getByText('Care: a visit').last().click();
  await page.getByRole('button', { name: 'Today', exact: true }).click();
  await goWithin(page, '/partners/duplicates');
  await expect(page.getByText('Almost the same name.')).toBeVisible();
  await isSound(page, 'the duplicates');
  await page.getByRole('button', { name: 'They are the same' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Nothing looks written down twice.',
  );
  await goWithin(page, '/partners');
  const links = page.locator('.partner-name').filter({ hasText: /night riders union/i });
  await expect(links).toHaveCount(1);
  await links.getByRole('link').click();
  await expect(page.getByText('Care: a visit, a meal, a call that asks nothing ·')).toBeVisible();
  await page.getByText('About them').click();
  await page.getByRole('button', { name: 'Part them again' }).click();
  await goWithin(page, '/partners');
  await expect(links).toHaveCount(2);
});

for (const language of ['en', 'ar'] as const) {
  test.describe(`on a phone (${language})`, () => {
    test.use({
      locale: language === 'ar' ? 'ar' : 'en-US',
      viewport: { width: 360, height: 740 },
    });

    test(`an honest conversation is prepared, held and repaired, and only its writer reads it (${language})`, async ({
      page,
    }) => {
      test.setTimeout(600_000);
      const say = wordsIn(language);
      await openFilled(page, language);
      await goWithin(page, `/partners/conversations/new?partner=${ids.otherPartner}`);
      await isSound(page, 'who may read it');
      await page.getByRole('button', { name: say('Only me: begin') }).click();
      await expect(page.locator('.page-head .who-can-read')).toHaveText(
        say('Who can read this: only me'),
      );
      await page.getByLabel(say('What we want to say, and to hear')).fill('That we came late.');
      await expect(page.getByLabel(say('What was said'))).toHaveCount(0);
      await page.getByLabel(say('The day we talked')).fill('2026-01-05');
      await page.getByLabel(say('What was said')).fill('They had waited.');
      await page.getByLabel(say('What we will repair')).fill('Say so in public.');
      await page.getByRole('button', { name: say('It is repaired') }).click();
      await page.getByLabel(say('When we talk next')).fill('2026-02-05');
      await isSound(page, 'the conversation');
      await page
        .getByRole('button', { name: say('Let the core team see the day, and nothing else') })
        .click();
      await expect(
        page.getByText(say('The core team sees that we talked on that day, and nothing else.')),
      ).toBeVisible();
      await goWithin(page, `/partners/${ids.otherPartner}`);
      await expect(page.getByText(say('repaired'))).toBeVisible();
      await isSound(page, 'the partner');
    });
  });
}
