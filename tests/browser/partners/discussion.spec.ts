/** An evening about a story to which partners come: once it is over it stands on their page by itself. */

import type { Page } from '@playwright/test';
import { dayOf, daysAfter, setFields } from '../../../practice/index.ts';
import { wordsIn } from '../catalogue.ts';
import { backupOf, bringIn } from '../filled/workspace.ts';
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { isSound } from './walking.ts';

const idOf = (word: string) => word.padEnd(21, '-').concat('A');
const harbor = { id: idOf('harbor'), name: 'Harbor Tenants (example)' };
const elders = { id: idOf('elders'), name: 'Bayview Elders (example)' };
const plan = { id: idOf('plan'), title: 'The bridge (example)' };

const evening = () =>
  backupOf([
    {
      readers: 'coreTeam',
      changes: [harbor, elders].flatMap(({ id, name }) => setFields('partners', id, { name })),
    },
    {
      readers: 'everyone',
      changes: setFields('discussionPlans', plan.id, { story: idOf('story'), title: plan.title }),
    },
  ]);

/** Days from the one that it is here, such that no midnight comes between. */
const dayFromNow = (days: number) =>
  daysAfter(dayOf(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone), days);

const locales = { en: 'en-US', ar: 'ar' } as const;

for (const language of ['en', 'ar'] as const) {
  test.describe(() => {
    test.use({ locale: locales[language], viewport: { width: 360, height: 740 } });

    test(`in ${language} a discussion to which a partner came is a contact that nobody logs`, async ({
      page,
    }) => {
      test.setTimeout(120_000);
      const say = wordsIn(language);
      await bringIn(page, await evening());
      await goWithin(page, `/discussions/${plan.id}`);
      const part = page.locator('.evening');
      const rows = part.getByRole('listitem');
      const day = part.getByLabel(say('The day of the discussion'));
      const setDay = async (to: string) => {
        await day.fill(to);
        await day.blur();
      };
      const choose = async (name: string, question = 'Which partner is coming?') => {
        await part.getByRole('button', { name: say(question) }).click();
        await page.getByRole('option', { name }).click();
      };
      await test.step('a year of which half is typed is refused beside its field, and nothing is kept of it', async () => {
        await setDay('0202-12-03');
        await expect(
          part.getByText(say('A day up to a year ago, or up to a year ahead.')),
        ).toBeVisible();
      });
      await test.step('before the day they are listed, and can be taken out and had back', async () => {
        await setDay(dayFromNow(5));
        await choose(harbor.name);
        await choose(elders.name);
        await expect(rows).toHaveCount(2);
        await expect(
          part.getByRole('button', { name: say('Which partner is coming?') }),
        ).toHaveCount(0);
        await isSound(page, 'the plan');
        const notComing = part.getByRole('button', { name: say('Take out') });
        await rows.filter({ hasText: elders.name }).getByRole('button').click();
        await expect(rows).toHaveText([harbor.name + say('Take out')]);
        await page.getByRole('button', { name: say('Undo') }).click();
        await expect(notComing).toHaveCount(2);
        await rows.filter({ hasText: elders.name }).getByRole('button').click();
        await expect(passed(page, elders.id)).resolves.toEqual([]);
      });

      await goWithin(page, `/discussions/${plan.id}`);
      await test.step('once the day is over their page says so, and only theirs', async () => {
        await setDay(dayFromNow(-3));
        const told = await passed(page, harbor.id);
        expect(told).toHaveLength(1);
        expect(told[0]).toContain(say('We talked about a story together'));
        await expect(passed(page, elders.id)).resolves.toEqual([]);
      });

      await goWithin(page, `/discussions/${plan.id}`);
      await test.step('who is remembered later is told of at once; who did not come, and a day to come, take it back', async () => {
        await choose(elders.name, 'Which partner came?');
        await expect(page.getByText(say('It stands on their page.'))).toBeVisible();
        await expect(passed(page, elders.id)).resolves.toHaveLength(1);
        await goWithin(page, `/discussions/${plan.id}`);
        await rows.filter({ hasText: harbor.name }).getByRole('button').click();
        await expect(passed(page, harbor.id)).resolves.toEqual([]);
        await goWithin(page, `/discussions/${plan.id}`);
        await setDay(dayFromNow(5));
        await expect(passed(page, elders.id)).resolves.toEqual([]);
      });

      await goWithin(page, `/discussions/${plan.id}`);
      await test.step('the paper says the day, and not who came', async () => {
        await page.emulateMedia({ media: 'print' });
        await expect(page.getByRole('heading', { name: say('When, and who comes') })).toBeVisible();
        await expect(part).toBeHidden();
      });
    });
  });
}

/** What stands on the partner's page as having passed. */
async function passed(page: Page, partner: string): Promise<readonly string[]> {
  await goWithin(page, `/partners/${partner}`);
  await page.locator('main h1').waitFor();
  return page.locator('.passed li').allInnerTexts();
}
