/** What the tests of the Partners room share: the example, a file, and what axe finds. */

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { sideways } from '../filled/seen.ts';
import { goWithin } from '../going.ts';
import { expect } from '../harness.ts';

/** Opens the example and goes to a page of it. */
export async function inExample(page: Page, path: string): Promise<void> {
  await page.goto('/look-around');
  await page.locator('nav a[href="/partners"]:visible').first().waitFor();
  await goWithin(page, path);
}

/** A file as the device's own chooser hands it over. */
export function file(name: string, text: string) {
  const mimeType = name.endsWith('.csv') ? 'text/csv' : 'text/plain';
  return { name, mimeType, buffer: Buffer.from(text) };
}

/** Axe finds nothing, and nothing scrolls sideways. */
export async function isSound(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  expect(found, where).toEqual([]);
  expect(await sideways(page), where).toEqual([]);
}
