/**
 * A recovery kit stands among the devices as what it is, ends only where the six words are typed, and
 * brings its person back on a new phone with nothing but its words and the server.
 */

import { wordsIn } from '../catalogue.ts';
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { chooseWords, mainAction } from '../keeping.ts';
import { begin, phone } from './coming-in.ts';

for (const language of ['en', 'es', 'ar'] as const) {
  test(`in ${language} a kit is shown as one, brings back by its words alone, and ends with the six`, async ({
    browser,
    address,
    voucher,
  }) => {
    test.setTimeout(240_000);
    const say = wordsIn(language);
    const amina = await phone(browser, language);
    const six = await begin(amina, address, voucher);
    await goWithin(amina, '/settings/recovery');
    await amina.getByRole('textbox').fill(six.join(' '));
    await mainAction(amina).click();
    await amina.locator('.words-to-keep li').nth(11).waitFor({ timeout: 60_000 });
    const kit = await amina.locator('.words-to-keep li').allInnerTexts();

    await goWithin(amina, '/people/my-devices');
    await expect(amina.getByText(say('A recovery kit on paper'))).toBeVisible({ timeout: 20_000 });
    await expect(
      amina.getByRole('button', { name: say('End this one') }),
      'nothing on this page ends it',
    ).toHaveCount(0);

    const again = await phone(browser, language);
    await again.goto(`${address}come-back`);
    await again.getByRole('textbox').last().fill(kit.join(' '));
    await mainAction(again).click();
    await chooseWords(again);
    await again.waitForURL((url) => url.pathname === '/', { timeout: 90_000 });
    await goWithin(again, '/people/my-devices');
    await expect(again.getByText(say('This device, by the recovery kit'))).toBeVisible();
    await again.context().close();

    await amina.locator('main a[href="/settings/recovery"]').click();
    const end = amina.getByRole('button', { name: say('End the kit') });
    await amina.getByRole('textbox').fill(kit.slice(0, 6).join(' '));
    await end.click();
    await expect(amina.locator('main .notice')).toBeVisible({ timeout: 30_000 });
    await amina.getByRole('textbox').fill(six.join(' '));
    await end.click();
    await expect(end).toHaveCount(0, { timeout: 60_000 });
    await goWithin(amina, '/people/my-devices');
    await expect(amina.getByText(say('A recovery kit on paper'))).toHaveCount(0);
    await amina.context().close();
  });
}
