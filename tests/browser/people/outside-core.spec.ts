/**
 * Somebody who is not in the core team writes an ask: they choose between themselves and everyone here,
 * one sentence says who reads it, and nothing waits for a key that never comes.
 */

import { wordsIn } from '../catalogue.ts';
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { mainAction } from '../keeping.ts';
import { askIn, begin, inviteOne, letIn, phone } from './coming-in.ts';

for (const language of ['en', 'es', 'ar'] as const) {
  test(`in ${language} a person outside the core team chooses who reads an ask, and it arrives`, async ({
    browser,
    address,
    voucher,
  }) => {
    test.setTimeout(240_000);
    const say = wordsIn(language);
    const amina = await phone(browser, language);
    const ruth = await phone(browser, language);
    await begin(amina, address, voucher);
    await askIn(ruth, await inviteOne(amina), 'Ruth');
    await letIn(amina, false);
    await ruth.waitForURL((url) => url.pathname === '/', { timeout: 60_000 });

    const write = async (from: string, everyone: boolean) => {
      await goWithin(ruth, '/start');
      const choices = ruth.locator('.page-head [role=radiogroup] label');
      await expect(choices).toHaveCount(2);
      if (everyone) await choices.last().click();
      await ruth
        .locator('textarea')
        .first()
        .fill(`Hello, we are the ${from}. Can you come on Friday?`);
      await ruth.locator('main form input').first().fill(from);
      await ruth.locator('main form textarea').nth(1).fill('Come on Friday');
      await mainAction(ruth).click();
      await ruth.waitForURL((url) => url.pathname.startsWith('/asks/'));
      return new URL(ruth.url()).pathname;
    };
    const own = await write('Bayview Elders', false);
    await goWithin(ruth, own);
    await expect(ruth.locator('.who-can-read').first()).toHaveText(
      say('Who can read this: only me'),
    );
    const shared = await write('Harbor Tenants', true);
    await goWithin(ruth, shared);
    await expect(ruth.locator('.who-can-read').first()).toHaveText(
      say('Who can read this: everyone here'),
    );

    await goWithin(amina, '/asks');
    await expect(amina.locator('main').getByText('Harbor Tenants').first()).toBeVisible({
      timeout: 40_000,
    });
    await expect(amina.locator('main').getByText('Bayview Elders')).toHaveCount(0);
    // Only Amina could stand for what Ruth was given, and Ruth is told so.
    await goWithin(ruth, '/people');
    const given = say(
      'What you were given when you came in was put together by <0/>; nobody else was here who could confirm it.',
    );
    await expect(ruth.locator('main')).toContainText(given.replace('<0/>', 'Amina'));
    // Nothing is held back: the frame says that all of it is on the server.
    await goWithin(ruth, '/asks');
    await expect(ruth.getByText(say('Saved on the server')).first()).toBeVisible({
      timeout: 40_000,
    });
    for (const page of [amina, ruth]) await page.context().close();
  });
}
