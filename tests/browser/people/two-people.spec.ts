/**
 * Minutes 6.5 to 7.5 of the first ten, and the phone that was taken: the person beside comes in by a
 * link, sees only what they should, and is ended. Two browsers that share nothing but the server.
 */
import { expect, test } from '../harness.ts';
import { askIn, begin, go, inviteOne, letIn, phone } from './coming-in.ts';

const languages = ['en', 'es', 'ar'] as const;

for (const language of languages) {
  test(`in ${language} the person beside comes in by a link, and both see the same four words`, async ({
    browser,
    address,
    voucher,
  }) => {
    test.setTimeout(180_000);
    const amina = await phone(browser, language);
    const ruth = await phone(browser, language);
    await begin(amina, address, voucher);
    const link = await inviteOne(amina);
    const theirs = await askIn(ruth, link, 'Ruth');
    expect(new URL(ruth.url()).hash, 'nothing of the link stays in the address').toBe('');
    await letIn(amina, theirs, { coreTeam: false });
    await ruth.waitForURL((url) => url.pathname === '/', { timeout: 40_000 });
    await go(amina, '/people');
    await expect(amina.locator('main .rows li h2')).toHaveCount(2);
    await expect(amina.locator('main').getByText('Ruth')).toBeVisible({ timeout: 20_000 });
    // What only the core team reads is not there for Ruth.
    await go(ruth, '/asks');
    await expect(ruth.locator('main').getByText('Harbor Families Network')).toHaveCount(0);
    // Their phone is taken: Amina ends it.
    await go(amina, '/people/end');
    await amina.getByRole('checkbox').first().check({ force: true });
    await amina.locator('main .page-action button').first().click();
    await expect(amina.locator('main .notice')).toBeVisible({ timeout: 40_000 });
    await amina.context().close();
    await ruth.context().close();
  });
}
