/**
 * Two of the core team weigh an ask in closed envelopes, each on a phone of their own: neither sees
 * the other's answers until both are in; then both see the same, without names.
 */
import type { Page } from '@playwright/test';
import { expect, test } from '../harness.ts';
import { askIn, begin, go, inviteOne, letIn, phone } from '../people/coming-in.ts';

const question = (page: Page, name: string) => page.locator(`[data-part="${name}"]`);

/** Opens one part of the ask, as a phone shows it. */
async function openPart(page: Page, ask: string, name: string) {
  await go(page, `${ask}?part=${name}`);
  await expect(question(page, name)).toBeVisible();
}

/** Answers the three questions and puts them into the envelope. */
async function answer(
  page: Page,
  ask: string,
  given: { step: string; share: string; what: string },
) {
  await openPart(page, ask, 'contribution');
  await question(page, 'contribution').getByText(given.step, { exact: true }).click();
  await question(page, 'contribution').getByRole('textbox').fill(given.what);
  await question(page, 'contribution').getByRole('textbox').blur();
  await openPart(page, ask, 'long-term');
  await question(page, 'long-term').locator('.choice').click();
  await openPart(page, ask, 'engagement');
  await question(page, 'engagement').getByText(given.share, { exact: true }).click();
  await question(page, 'engagement')
    .getByRole('button', { name: 'Put my answer in the envelope' })
    .click();
}

test('two people weigh an ask in closed envelopes, and both see the same once both are in', async ({
  browser,
  address,
  voucher,
}) => {
  test.setTimeout(180_000);
  const amina = await phone(browser);
  const ruth = await phone(browser);
  await begin(amina, address, voucher);
  await askIn(ruth, await inviteOne(amina), 'Ruth');
  await letIn(amina, true);
  await ruth.waitForURL((url) => url.pathname === '/', { timeout: 40_000 });

  await go(amina, '/asks');
  await amina.locator('main .rows a').first().click();
  const ask = new URL(amina.url()).pathname;
  await openPart(amina, ask, 'contribution');
  const begun = question(amina, 'contribution');
  await begun.getByText('Each of us alone first, in a closed envelope').click();
  await expect(begun.getByRole('checkbox')).toHaveCount(2);
  await begun.getByRole('button', { name: 'Begin with envelopes' }).click();

  await answer(amina, ask, { step: 'likely', share: 'some members', what: 'two cars' });
  await expect(question(amina, 'engagement').getByText('One of 2 has answered.')).toBeVisible();
  await openPart(amina, ask, 'answer');
  await expect(question(amina, 'answer').getByRole('radio')).toHaveCount(0);

  await go(ruth, '/asks');
  await ruth.locator('main .rows a').first().click({ timeout: 40_000 });
  await openPart(ruth, ask, 'contribution');
  await expect(question(ruth, 'contribution').getByText('two cars')).toHaveCount(0);
  await answer(ruth, ask, { step: 'unlikely', share: 'some members', what: 'a hall' });

  for (const page of [amina, ruth]) {
    await openPart(page, ask, 'contribution');
    const opened = question(page, 'contribution');
    await expect(opened.getByText('We are apart. Who wants to speak first?')).toBeVisible({
      timeout: 40_000,
    });
    await expect(opened.locator('.written-lines li')).toHaveText(['a hall', 'two cars']);
    await expect(opened.locator('.spread-steps li[data-said]')).toHaveText([
      /●\s*unlikely\s*1/,
      /●\s*likely\s*1/,
    ]);
    await openPart(page, ask, 'engagement');
    await expect(question(page, 'engagement').getByText('We agree.')).toBeVisible();
    await openPart(page, ask, 'answer');
    await expect(question(page, 'answer').getByRole('radio')).not.toHaveCount(0);
  }
  await amina.context().close();
  await ruth.context().close();
});
