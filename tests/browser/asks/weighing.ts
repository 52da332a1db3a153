/** Weighing one ask in closed envelopes, as each person does it on a phone, in whatever language it speaks. */

import type { Locator, Page } from '@playwright/test';
import { check } from '../choosing.ts';
import { goWithin } from '../going.ts';
import { expect } from '../harness.ts';

/** What one person puts in: the step of five and the share of three, counted from 0, and a line. */
export interface Given {
  readonly step: number;
  readonly share: number;
  readonly what: string;
}

export const partOf = (page: Page, name: string): Locator => page.locator(`[data-part="${name}"]`);

/** Opens one part of the ask, as a phone shows it. */
export async function openPart(page: Page, ask: string, name: string): Promise<Locator> {
  await goWithin(page, `${ask}?part=${name}`);
  const part = partOf(page, name);
  await expect(part).toBeVisible();
  return part;
}

/** Asks everyone of the core team for an envelope. */
export async function beginEnvelopes(
  page: Page,
  ask: string,
  { people, say }: { people: number; say: (english: string) => string },
): Promise<void> {
  const part = await openPart(page, ask, 'contribution');
  await part.getByText(say('Each of us alone first, in a closed envelope')).click();
  await expect(part.getByRole('checkbox')).toHaveCount(people);
  await part.getByRole('button', { name: say('Begin with envelopes') }).click();
}

/**
 * Answers the three questions and puts them into the envelope, once it is known on this phone that there are
 * envelopes: before that, what one answers stands in the ask itself.
 */
export async function putIn(page: Page, ask: string, { step, share, what }: Given): Promise<void> {
  const last = await openPart(page, ask, 'engagement');
  await expect(last.locator('.put-in')).toBeVisible({ timeout: 40_000 });
  const contribution = await openPart(page, ask, 'contribution');
  await check(contribution.getByRole('radio').nth(step));
  await contribution.getByRole('textbox').fill(what);
  await contribution.getByRole('textbox').blur();
  const longView = await openPart(page, ask, 'long-term');
  await check(longView.getByRole('checkbox'));
  const engagement = await openPart(page, ask, 'engagement');
  await check(engagement.getByRole('radio').nth(share));
  await engagement.locator('.put-in button').click();
  await expect(engagement.locator('.put-in')).toHaveCount(0);
}
