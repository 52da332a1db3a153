/**
 * Two of the core team weigh an ask in closed envelopes, each on a phone of their own: neither sees
 * the other's answers until both are in; then both see the same, without names.
 */

import { wordsIn } from '../catalogue.ts';
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { askIn, begin, inviteOne, letIn, phone } from '../people/coming-in.ts';
import { beginEnvelopes, openPart, partOf, putIn } from './weighing.ts';

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

  await goWithin(amina, '/asks');
  await amina.locator('main .rows a').first().click();
  const ask = new URL(amina.url()).pathname;
  await beginEnvelopes(amina, ask, { people: 2, say: wordsIn('en') });

  await putIn(amina, ask, { step: 3, share: 1, what: 'two cars' });
  await expect(partOf(amina, 'engagement').getByText('One of 2 has answered.')).toBeVisible();
  await openPart(amina, ask, 'answer');
  await expect(partOf(amina, 'answer').getByRole('radio')).toHaveCount(0);

  await goWithin(ruth, '/asks');
  await ruth.locator('main .rows a').first().click({ timeout: 40_000 });
  await openPart(ruth, ask, 'contribution');
  await expect(partOf(ruth, 'contribution').getByText('two cars')).toHaveCount(0);
  await putIn(ruth, ask, { step: 1, share: 1, what: 'a hall' });

  for (const page of [amina, ruth]) {
    await openPart(page, ask, 'contribution');
    const opened = partOf(page, 'contribution');
    await expect(opened.getByText('We are apart. Who wants to speak first?')).toBeVisible({
      timeout: 40_000,
    });
    await expect(opened.locator('.written-lines li')).toHaveText(['a hall', 'two cars']);
    await expect(opened.locator('.spread-steps li[data-said]')).toHaveText([
      /●\s*unlikely\s*1/,
      /●\s*likely\s*1/,
    ]);
    await openPart(page, ask, 'engagement');
    await expect(partOf(page, 'engagement').getByText('We agree.')).toBeVisible();
    await openPart(page, ask, 'answer');
    await expect(partOf(page, 'answer').getByRole('radio')).not.toHaveCount(0);
  }
  await amina.context().close();
  await ruth.context().close();
});
