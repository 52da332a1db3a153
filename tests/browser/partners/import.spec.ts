/** Contacts and past meetings come in from files, with a preview of what comes and what stays outside. */

import { readFileSync } from 'node:fs';
import { wordsIn } from '../catalogue.ts';
import { check } from '../choosing.ts';
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { file, inExample, isSound } from './walking.ts';

const people = [
  'First Name,Last Name,Organization Name,Organization Title,E-mail 1 - Value,Birthday,Religion,Notes',
  'Amina,Diaz,Delta Legal Kitchen,Director,amina@example.org,1980-01-01,secret-faith,secret-note',
  'Sam,Lee,Night Riders Union,Organizer,sam@example.org,,,',
  ',,Delta Legal Kitchen,,nobody@example.org,,,',
  'Noor,Ali,,,noor@example.org,,secret-faith,',
].join('\r\n');

test.describe('at a desk, by keyboard', () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  test('a table of contacts comes in by keyboard, its other columns are listed and stay outside', async ({
    page,
  }) => {
    await inExample(page, '/partners/import');
    const tabTo = async (name: RegExp | string, role: 'button' | 'radio' | 'link') => {
      const wanted = page.getByRole(role, { name }).first();
      for (let presses = 0; presses < 200; presses++) {
        if (await wanted.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`Tab never came to ${name}`);
    };
    const asked = page.waitForEvent('filechooser');
    await tabTo('Choose a file', 'button');
    await page.keyboard.press('Enter');
    await (await asked).setFiles(file('people.csv', people));
    const title = page.getByRole('heading', { level: 1 });
    await expect(title).toHaveText('3 people are in this file. Whom shall it bring in?');
    await isSound(page, 'the preview');
    const summary = page.locator('summary');
    await summary.filter({ hasText: '3 columns are left out' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.locator('.left-out').first().locator('li')).toHaveText([
      'Birthday (1)',
      'Religion (2)',
      'Notes (1)',
    ]);
    await summary.filter({ hasText: '1 row needs a look' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByText('Row 4: nobody’s name stands in it')).toBeVisible();
    await tabTo('Bring in 2 people', 'button');
    await page.keyboard.press('Enter');
    await expect(title).toHaveText('The organizations we stand with.');
    await tabTo('Delta Legal Kitchen', 'link');
    await page.keyboard.press('Enter');
    await expect(title).toHaveText('Delta Legal Kitchen');
    await expect(page.getByText('amina@example.org')).toBeVisible();
    await expect(page.getByText('Director')).toBeVisible();
    await isSound(page, 'the partner');
    await expect(page.locator('main')).not.toContainText('secret');
  });

  test('an import is taken back whole, and brings nobody in twice', async ({ page }) => {
    await inExample(page, '/partners/import');
    const choose = async () => {
      const asked = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: 'Choose a file' }).click();
      await (await asked).setFiles(file('people.csv', people));
    };
    await choose();
    await page.getByRole('button', { name: 'Bring in 2 people' }).click();
    const delta = page.getByRole('link', { name: 'Delta Legal Kitchen' });
    await expect(delta).toBeVisible();
    await goWithin(page, '/partners/import');
    await choose();
    await expect(page.getByText('here already')).toHaveCount(2);
    await expect(page.getByRole('button', { name: /Bring in/ })).toBeDisabled();
    await check(page.locator('input[type=radio][value=everyone]'));
    await page.getByRole('button', { name: 'Bring in 1 person' }).click();
    await expect(page.getByRole('link', { name: 'Noor Ali' })).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await goWithin(page, '/partners/people');
    await expect(page.getByRole('link', { name: 'Amina Diaz' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Noor Ali' })).toHaveCount(0);
  });

  test('another column is chosen for the name, and the file is read again', async ({ page }) => {
    await inExample(page, '/partners/import');
    const asked = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await (await asked).setFiles(file('odd.csv', 'Quién,Dónde\nAmina,Delta\nSam,Delta'));
    const title = page.getByRole('heading', { level: 1 });
    await expect(title).toHaveText('Nobody was found in this file.');
    await page.getByRole('button', { name: /The whole name/ }).click();
    await page.getByRole('option', { name: 'Quién' }).click();
    await expect(title).toHaveText('2 people are in this file. Whom shall it bring in?');
  });

  test('past meetings become contacts of the partner that their title names', async ({ page }) => {
    await inExample(page, '/partners/import');
    const calendar = [
      'BEGIN:VCALENDAR',
      'BEGIN:VEVENT',
      'DTSTART:20260105T180000Z',
      'RRULE:FREQ=WEEKLY;COUNT=2',
      'SUMMARY:Call with Night Riders Union',
      'ATTENDEE;CN=Noor:mailto:noor@example.org',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'DTSTART:20260301T180000Z',
      'SUMMARY:Dentist',
      'END:VEVENT',
      'END:VCALENDAR',
    ].join('\r\n');
    const asked = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await (await asked).setFiles(file('ours.ics', calendar));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(
      'Which of these were meetings with partners?',
    );
    await isSound(page, 'the meetings');
    await page.getByText('1 column is left out').click();
    await expect(page.locator('.left-out li')).toHaveText(['ATTENDEE (1)']);
    await page.getByRole('button', { name: 'Write down 2 meetings' }).click();
    await page.getByRole('link', { name: 'Night Riders Union' }).first().click();
    const together = page.getByRole('heading', { name: 'Together' });
    await expect(together.locator('xpath=following-sibling::*[1]').locator('li')).toHaveCount(2);
    await expect(page.locator('main')).not.toContainText('Dentist');
  });

  test('a person of no organization is seen once brought in', async ({ page }) => {
    await inExample(page, '/partners/import');
    const asked = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await (await asked).setFiles(file('one.csv', 'Name,Email\nInes Abara,ines@example.org'));
    await check(page.locator('input[type=radio][value=everyone]'));
    await page.getByRole('button', { name: 'Bring in 1 person' }).click();
    await expect(page.getByRole('link', { name: 'Ines Abara' })).toBeVisible();
  });

  test('what is taken along comes out as files, a formula as words', async ({ page }) => {
    await inExample(page, '/partners/import');
    const asked = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    const evil = 'Name,Organization,Email\n"=HYPERLINK(""https://evil.example"")",Delta,a@x.org';
    await (await asked).setFiles(file('evil.csv', evil));
    await page.getByRole('button', { name: 'Bring in 1 person' }).click();
    await page.getByRole('link', { name: 'Delta', exact: true }).waitFor();
    await goWithin(page, '/partners/export');
    await isSound(page, 'the export');
    const saved = async (name: string) => {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name }).click();
      return readFileSync(await (await download).path(), 'utf8');
    };
    expect(await saved('Save as CSV')).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    expect(await saved('Save as vCard')).toContain('ORG:Delta');
    expect(await saved('Save as iCalendar')).toContain('BEGIN:VEVENT');
  });
});

test.describe('on a phone, in Arabic', () => {
  test.use({ locale: 'ar', viewport: { width: 360, height: 740 }, colorScheme: 'dark' });

  test('vCards come in on a phone in Arabic, and a file that is none says so', async ({ page }) => {
    const say = wordsIn('ar');
    await inExample(page, '/partners/import');
    const choose = async (name: string, text: string) => {
      const asked = page.waitForEvent('filechooser');
      await page.getByRole('button', { name: say('Choose a file') }).click();
      await (await asked).setFiles(file(name, text));
    };
    await choose('page.html', '<html></html>');
    await expect(page.getByRole('alert')).toContainText(
      say('This was not read, and nothing was kept.'),
    );
    await isSound(page, 'the refusal');
    const card = [
      'BEGIN:VCARD',
      'VERSION:3.0',
      'FN:نور علي',
      'ORG:دلتا',
      'TEL:+1 555 0100',
      'NOTE:x',
      'END:VCARD',
    ];
    await choose('one.vcf', card.join('\r\n'));
    await expect(page.getByText('نور علي')).toBeVisible();
    await isSound(page, 'the preview');
    await page.locator('main .page-action button[data-kind=filled]').click();
    await page.getByRole('link', { name: 'دلتا' }).click();
    await expect(page.locator('bdi[dir=ltr]').filter({ hasText: '+1 555 0100' })).toBeVisible();
    await isSound(page, 'the partner');
  });
});
