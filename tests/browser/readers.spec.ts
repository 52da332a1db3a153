/**
 * Feature 26: every item says in one sentence who can read it. One record of every table is looked up
 * where it is shown, in three languages, and one that was written for other readers than usual says so.
 */

import type { Page } from '@playwright/test';
import { type Readers, tables } from '../../practice/index.ts';
import { wordsIn } from './catalogue.ts';
import { ids, planted } from './filled/planted.ts';
import { backupOf, bringIn, type Language, openFilled, soon } from './filled/workspace.ts';
import { goWithin } from './going.ts';
import { expect, test } from './harness.ts';

type Table = keyof typeof tables;

/** Where a record of the table is shown, and around which the sentence stands. */
const shownAt: Readonly<Partial<Record<Table, readonly [path: string, within: string]>>> = {
  asks: [`/asks/${ids.ask}`, '.page-head'],
  setAside: ['/asks/set-aside', '.rows'],
  promises: [`/asks/promises/${ids.promise}`, '.page-head'],
  proposals: [`/asks/${ids.waitingAsk}`, '.page-head'],
  responses: [`/asks/${ids.waitingAsk}`, '.page-head'],
  standingRules: [`/asks/rules/${ids.rule}`, '.page-head'],
  carriers: [`/asks/together/${ids.gathering}`, '.page-head'],
  gatherings: [`/asks/together/${ids.gathering}`, '.page-head'],
  learned: [`/asks/${ids.ask}`, '.page-head'],
  longViews: [`/long-view/${ids.partner}`, '.page-head'],
  ourselves: ['/what-we-are-for', '.page-head'],
  partners: [`/partners/${ids.partner}`, '.page-head'],
  contacts: [`/partners/${ids.partner}`, '.page-head'],
  harms: [`/partners/${ids.partner}`, '.page-head'],
  roles: [`/partners/${ids.partner}`, '.page-head'],
  people: [`/partners/people/${ids.person}`, '.page-head'],
  conversations: [`/partners/conversations/${ids.conversation}`, '.page-head'],
  issues: ['/issues', '.page-head'],
  skills: ['/giving', '.page-head'],
  workLines: ['/giving/work', '.page-head'],
  datesToKeep: ['/giving/dates', '.page-head'],
  givenSums: ['/giving', '.page-head'],
  planning: ['/giving', '.page-head'],
  handOvers: ['/giving', '.page-head'],
  ties: ['/issues', '.page-head'],
  reflections: [`/notebook/${ids.reflection}`, '.page-head'],
  excerpts: ['/notebook', '.rows'],
  ourQuestion: ['/', '.page-aside'],
  stories: [`/stories/${ids.story}`, '.page-head'],
  storyVersions: [`/stories/${ids.story}/versions`, '.page-head'],
  questionSets: [`/stories/${ids.story}/practice`, '.page-head'],
  discussionPlans: [`/discussions/${ids.plan}`, '.page-head'],
  discussionPartners: [`/discussions/${ids.plan}`, '.evening'],
  names: ['/settings', 'section:has(input[maxlength="80"])'],
  space: ['/settings', 'section:has(.select-button)'],
  emergency: ['/if-something-happens', 'section:has(input[type=tel])'],
};

/**
 * Records that stand within the page of another and have its readers, or a sentence of their own about
 * them: envelopes (`asks/envelopes.spec.ts`), what comes back to an ask of ours (`asks/we-ask.spec.ts`)
 * and from members (`asks/members-by-link.spec.ts`), calls, our public page and what came by it
 * (`asks/public-page.spec.ts`), what I can give (`giving/giving.spec.ts`) and what planners read; one that
 * only a dialog shows (`cover/OfferCode.tsx`), one in a line that is opened first
 * (`asks/many-at-once.spec.ts`), what could move for an ask (`asks/what-we-know.spec.ts`), and one of the
 * vault's own.
 */
const notShown: readonly Table[] = [
  'weighings',
  'envelopes',
  'enclosed',
  'askPages',
  'askReplies',
  'memberPages',
  'memberAnswers',
  'calls',
  'callReplies',
  'publicPages',
  'arrivals',
  'ownOffers',
  'offers',
  'sumGrounds',
  'moves',
  'ownSettings',
  'quiet',
  'keepEverything',
];

const sentences: Readonly<Record<Readers, string>> = {
  everyone: 'Who can read this: everyone here',
  coreTeam: 'Who can read this: core team',
  planners: 'Who can read this: the people named for it',
  onlyMe: 'Who can read this: only me',
};
const locales: Readonly<Record<Language, string>> = { en: 'en-US', es: 'es-US', ar: 'ar' };

async function said(page: Page, [path, within]: readonly [string, string]): Promise<string[]> {
  await goWithin(page, path);
  const lines = page.locator(within).locator('.who-can-read');
  await lines.first().waitFor();
  return [...new Set(await lines.allTextContents())];
}

test('every table has a place where its records say who can read them, or is known to have none', () => {
  const known = [...Object.keys(shownAt), ...notShown].sort();
  expect(known).toEqual(Object.keys(tables).sort());
});

for (const language of ['en', 'es', 'ar'] as const) {
  test(`every item says in one sentence who can read it (in ${language})`, async ({
    browser,
    address,
  }) => {
    test.setTimeout(300_000);
    const say = wordsIn(language);
    const context = await browser.newContext({ baseURL: address, locale: locales[language] });
    const page = await context.newPage();
    await openFilled(page, language);
    const wrong: string[] = [];
    for (const [table, place] of Object.entries(shownAt)) {
      const expected = say(sentences[tables[table as Table].readers]);
      const found = await said(page, place);
      if (found.join() !== expected) wrong.push(`${table}: ${found.join(' / ')}`);
    }
    await goWithin(page, '/settings');
    await page.getByRole('button', { name: say('Choose six digits') }).click();
    await expect(page.getByRole('dialog').locator('.who-can-read')).toHaveText(
      say(sentences.onlyMe),
    );
    expect(wrong).toEqual([]);
    await context.close();
  });
}

test('what was written for other readers than usual says so, each item for itself', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const others: Readonly<Record<Readers, Readers>> = {
    everyone: 'coreTeam',
    coreTeam: 'onlyMe',
    planners: 'onlyMe',
    onlyMe: 'everyone',
  };
  const parts = planted(soon()).map(({ readers, changes }) => ({
    readers: others[readers],
    changes,
  }));
  const pageOnly = parts.filter(({ readers }) => readers !== 'everyone');
  await bringIn(page, await backupOf(pageOnly));
  for (const table of ['asks', 'partners', 'stories', 'discussionPlans', 'ourQuestion'] as const) {
    const place = shownAt[table] ?? ['/', '.page-head'];
    expect(await said(page, place), table).toEqual([sentences[others[tables[table].readers]]]);
  }
});
