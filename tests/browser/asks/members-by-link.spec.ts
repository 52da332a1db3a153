/**
 * Members answer a weighing by a link, on phones with nothing installed, each in their language and without
 * a name. Until three have answered the core team sees how many, and no more.
 */

import type { Page } from '@playwright/test';
import { wordsIn } from '../catalogue.ts';
import type { Language } from '../filled/workspace.ts';
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { mainAction } from '../keeping.ts';
import { begin, phone } from '../people/coming-in.ts';

async function answers(
  visitor: Page,
  link: string,
  language: Language,
  part: string,
  note: string,
  instead?: string,
): Promise<void> {
  const say = wordsIn(language);
  await visitor.goto(link);
  await expect(visitor.locator('html')).toHaveAttribute('lang', language);
  await expect(visitor.getByText('Stand with us at the vigil')).toBeVisible();
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(
    say('Before we answer: would you take part?'),
  );
  await visitor.getByRole('button', { name: say('Send the answer') }).click();
  await expect(visitor.getByRole('alert')).toHaveText(
    say('Choose one of the three; all else can stay empty.'),
  );
  await visitor.getByText(say(part), { exact: true }).click();
  await visitor.getByText(say('likely'), { exact: true }).click();
  await visitor.getByLabel(say('What should we think of?')).fill(note);
  await visitor.getByRole('button', { name: say('Send the answer') }).click();
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(say('Your answer is sent.'));
  if (instead !== undefined) {
    // Changed on the page that is still open: what was typed is there, and it is one answer.
    await visitor.getByRole('button', { name: say('Change the answer') }).click();
    await expect(visitor.getByLabel(say('What should we think of?'))).toHaveValue(note);
    await visitor.getByLabel(say('What should we think of?')).fill(instead);
    await visitor.getByRole('button', { name: say('Send the answer') }).click();
    await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(
      say('Your answer is sent.'),
    );
  }
  await visitor.context().close();
}

test('members weigh an ask by a link, and what they say is shown once three have', async ({
  browser,
  address,
  voucher,
}) => {
  test.setTimeout(240_000);
  const amina = await phone(browser);
  await begin(amina, address, voucher);
  await goWithin(amina, '/asks/new');
  await amina
    .locator('textarea')
    .first()
    .fill('We are the Harbor Families Network. Stand with us at the vigil?');
  await mainAction(amina).click();
  await amina.waitForURL(/\/asks\/[\w-]{22}/);
  const ask = new URL(amina.url()).pathname;
  await goWithin(amina, `${ask}?part=engagement`);
  await amina.getByRole('link', { name: 'Ask members by a link' }).click();
  const what = amina.getByLabel('What is asked of us?');
  await what.fill('');
  await mainAction(amina).click();
  await expect(amina.getByText('Write in a line what is asked of us.')).toBeVisible();
  await what.fill('Stand with us at the vigil');
  await mainAction(amina).click();
  const part = amina.locator('[data-part=engagement]');
  await expect(part).toContainText('No member has answered by the link yet.', { timeout: 30_000 });
  await part.getByText('The link for members').click();
  const link = (await part.locator('.invite-link').textContent()) ?? '';

  await answers(await phone(browser, 'ar'), link, 'ar', 'I would', 'أستطيع أن أقود');
  await answers(
    await phone(browser, 'es'),
    link,
    'es',
    'I would not',
    'después',
    'después de las seis',
  );
  await expect(part).toContainText('2 members answered by the link.', { timeout: 60_000 });
  await expect(part).toContainText('What they said is shown once three have.');
  await expect(part).not.toContainText('después de las seis');
  await answers(await phone(browser), link, 'en', 'I would', 'Bring lights');
  await expect(part).toContainText('3 members answered by the link.', { timeout: 60_000 });
  for (const words of ['أستطيع أن أقود', 'después de las seis', 'Bring lights']) {
    await expect(part).toContainText(words);
  }
  await expect(part.locator('.spread').first()).toContainText('would take part2');
  await amina.context().close();
});
