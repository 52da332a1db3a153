/**
 * Our public page for asks: made once, asked through from a phone with nothing installed and in another
 * language, checked by somebody here; a threat is set aside for the people named and gone for everyone
 * else; paused in one tap, and what a visitor had written stays.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { mainAction } from '../keeping.ts';
import { looksRight } from '../looks-right.ts';
import { askIn, begin, inviteOne, letIn, phone } from '../people/coming-in.ts';

/** Pictures to look at, where somebody asks for them. */
const pictures = process.env.ALONGSIDE_PICTURES;
async function picture(page: Page, name: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true });
}

test('an ask comes in by our public page unverified, a threat is kept for counsel alone, and the page is paused in one tap', async ({
  browser,
  address,
  voucher,
}) => {
  test.setTimeout(360_000);
  const amina = await phone(browser);
  await begin(amina, address, voucher);
  const invitation = await inviteOne(amina);
  const ruth = await phone(browser);
  await askIn(ruth, invitation, 'Ruth');
  await letIn(amina, true);
  await expect(ruth.locator('nav.bar')).toBeVisible({ timeout: 120_000 });

  // The page is made; it says who we are.
  await goWithin(amina, '/asks/public-page');
  await amina.getByLabel('Who are we, on that page?').fill('Harbor Families Network (example)');
  await amina
    .getByLabel('Who we are, in a sentence or two')
    .fill('We stand by families at the court.');
  await amina
    .getByLabel('How else can we be reached while it is paused?')
    .fill('Call the front desk: +1 555 0100');
  await mainAction(amina).click();
  await expect(amina.getByRole('heading', { level: 1 })).toHaveText('Our public page takes asks.', {
    timeout: 60_000,
  });
  await amina.locator('summary', { hasText: 'As a code to hold up' }).click();
  const link = (await amina.locator('.invite-link').textContent()) ?? '';
  expect(link.length).toBeLessThan(140);
  await picture(amina, 'page-en-360');

  // The words that a messenger shows are the organization's, and are kept for the next link.
  await amina.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await amina.locator('summary', { hasText: 'Words to send with it' }).click();
  await amina.getByLabel('Our words before a link').fill('Ask us, the Harbor Families (example)');
  await amina.getByRole('button', { name: 'Copy the words and the link' }).click();
  await expect
    .poll(() => amina.evaluate(() => navigator.clipboard.readText()))
    .toBe(`Ask us, the Harbor Families (example)\n${link}`);
  await picture(amina, 'words-en-360');
  await goWithin(amina, '/asks');
  await goWithin(amina, '/asks/public-page');
  await amina.locator('summary', { hasText: 'Words to send with it' }).click();
  await expect(amina.getByLabel('Our words before a link')).toHaveValue(
    'Ask us, the Harbor Families (example)',
  );

  // On a phone with nothing installed, in Arabic.
  const visitor = await phone(browser, 'ar');
  await visitor.emulateMedia({ colorScheme: 'dark' });
  await visitor.goto(link);
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText(
    'طلب المساندة من Harbor Families Network (example).',
  );
  await expect(visitor.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(visitor.getByText('We stand by families at the court.')).toBeVisible();
  await looksRight(visitor, null);
  await visitor.getByRole('button', { name: 'إرسال الطلب' }).click();
  await expect(visitor.getByRole('alert')).toHaveCount(2);
  await visitor.getByLabel('من الأكثر تضررًا؟').fill('ثلاثون عائلة');
  await visitor.getByLabel('ماذا تطلبون؟').fill('أربعة مترجمين يوم الجمعة');
  await visitor.getByLabel('من يطلب؟').fill('شبكة عائلات الميناء');
  await visitor.getByLabel('وسيلة واحدة للوصول إليكم').fill('+1 555 0123');
  await picture(visitor, 'visit-ar-360');
  await visitor.context().setOffline(true);
  await visitor.getByRole('button', { name: 'إرسال الطلب' }).click();
  await expect(visitor.getByRole('alert')).toBeVisible();
  await expect(visitor.getByLabel('ماذا تطلبون؟')).toHaveValue('أربعة مترجمين يوم الجمعة');
  await visitor.context().setOffline(false);
  await visitor.getByRole('button', { name: 'إرسال الطلب' }).click();
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('أُرسل طلبكم.');
  await picture(visitor, 'sent-ar-360');

  // It comes in, marked, wherever it stands, until somebody here has checked who sent it.
  await goWithin(amina, '/asks');
  const ask = amina.locator('main li', { hasText: 'أربعة مترجمين يوم الجمعة' });
  await expect(ask.locator('.unverified')).toBeVisible({ timeout: 90_000 });
  await goWithin(amina, '/');
  await expect(amina.locator('main .unverified').first()).toBeVisible();
  await goWithin(amina, '/asks');
  await ask.getByRole('link').first().click();
  await expect(amina.getByText('+1 555 0123').first()).toBeVisible();
  await picture(amina, 'unverified-en-360');
  await amina.getByLabel('How did you check? (a sentence, if you like)').fill('I know them');
  await amina.getByRole('button', { name: 'I have checked who sent it' }).click();
  await expect(amina.getByText(/Amina checked on .* who sent it/)).toBeVisible();
  await expect(amina.getByText('I know them')).toBeVisible();
  await goWithin(amina, '/asks');
  await expect(ask).toBeVisible();
  await expect(ask.locator('.unverified')).toHaveCount(0);

  // A threat comes by the same page, and both see it.
  const stranger = await phone(browser, 'es');
  await stranger.goto(link);
  await stranger.getByLabel('¿Qué piden?').fill('Que se callen, o los encontramos');
  await stranger.getByLabel('¿Quién pide?').fill('Nadie');
  await stranger.getByRole('button', { name: 'Enviar la petición' }).click();
  await expect(stranger.getByRole('heading', { level: 1 })).toHaveText('La petición está enviada.');
  await goWithin(ruth, '/asks');
  const atRuth = ruth.locator('main li', { hasText: 'Que se callen' });
  await expect(atRuth).toBeVisible({ timeout: 90_000 });
  const atAmina = amina.locator('main li', { hasText: 'Que se callen' });
  await expect(atAmina).toBeVisible({ timeout: 90_000 });

  // Amina keeps it for counsel, alone; for Ruth it is gone, from the list and from search.
  await atAmina.getByRole('link').first().click();
  await amina.getByRole('link', { name: 'Set aside as a threat' }).click();
  await expect(amina.getByRole('checkbox', { name: 'Ruth' })).toBeVisible();
  await picture(amina, 'set-aside-en-360');
  await mainAction(amina).click();
  await expect(amina.getByRole('heading', { level: 1 })).toHaveText(
    'One message is set aside for counsel.',
  );
  await expect(amina.getByText(/It was taken in on .*\d:\d\d/)).toBeVisible();
  await amina.locator('summary', { hasText: 'The message, as it came' }).click();
  await expect(amina.locator('.ask-message')).toContainText('Que se callen, o los encontramos');
  await picture(amina, 'kept-en-360');
  await amina.setViewportSize({ width: 1440, height: 900 });
  await looksRight(amina, null);
  await picture(amina, 'kept-en-1440');
  await amina.setViewportSize({ width: 360, height: 740 });
  await expect(atRuth).toHaveCount(0, { timeout: 90_000 });
  await ruth.keyboard.press('/');
  await ruth.getByRole('searchbox').fill('callen');
  await expect(ruth.getByRole('dialog').getByText('Que se callen')).toHaveCount(0);
  await ruth.keyboard.press('Escape');
  await goWithin(ruth, '/asks/set-aside');
  await expect(ruth.getByRole('heading', { level: 1 })).toHaveText(
    'Nothing is set aside that you can read.',
  );
  await goWithin(amina, '/asks');
  await expect(atAmina).toHaveCount(0);

  // Looked at again it is no threat: the whole ask is back, for Ruth too, though Undo has passed.
  await goWithin(amina, '/asks/set-aside');
  await amina.getByRole('button', { name: 'It is no threat: back among the asks' }).click();
  await goWithin(amina, '/asks');
  await expect(atAmina).toBeVisible();
  await atAmina.getByRole('link').first().click();
  await expect(amina.locator('main')).toContainText('Nadie');
  await expect(amina.locator('main .unverified').first()).toBeVisible();

  // Paused in one tap, while somebody is writing: they are told, and what they wrote stays.
  const late = await phone(browser, 'es');
  await late.goto(link);
  await late.getByLabel('¿Qué piden?').fill('Un salón para el sábado');
  await late.getByLabel('¿Quién pide?').fill('Inquilinos del Sur');
  await goWithin(amina, '/asks/public-page');
  await amina.getByRole('button', { name: 'Pause it' }).click();
  await expect(amina.getByRole('heading', { level: 1 })).toHaveText('Our public page is paused.', {
    timeout: 60_000,
  });
  await late.getByRole('button', { name: 'Enviar la petición' }).click();
  await expect(late.getByRole('alert')).toContainText('acaba de poner esta página en pausa');
  await expect(late.getByRole('alert')).toContainText('+1 555 0100');
  await expect(late.getByLabel('¿Qué piden?')).toHaveValue('Un salón para el sábado');
  const opened = await phone(browser);
  await opened.goto(link);
  await expect(opened.getByRole('heading', { level: 1 })).toHaveText(
    'Harbor Families Network (example) takes no asks by this page at the moment.',
  );
  await expect(opened.getByText('Call the front desk: +1 555 0100')).toBeVisible();

  // Taken up again, it is sent from the same page; ended, the link leads nowhere.
  await amina.getByRole('button', { name: 'Take asks again' }).click();
  await expect(amina.getByRole('heading', { level: 1 })).toHaveText('Our public page takes asks.', {
    timeout: 60_000,
  });
  await late.getByRole('button', { name: 'Enviar la petición' }).click();
  await expect(late.getByRole('heading', { level: 1 })).toHaveText('La petición está enviada.');
  await amina.locator('summary', { hasText: 'Renew it, or end it' }).click();
  await amina.getByRole('button', { name: 'End the page' }).click();
  await expect(amina.getByRole('heading', { level: 1 })).toHaveText(
    'We have no public page for asks.',
    { timeout: 60_000 },
  );
  const over = await phone(browser);
  await over.goto(link);
  await expect(over.getByRole('heading', { level: 1 })).toHaveText(
    'This page is over, or was taken back.',
  );
  for (const page of [amina, ruth, visitor, stranger, late, opened, over]) {
    await page.context().close();
  }
});
