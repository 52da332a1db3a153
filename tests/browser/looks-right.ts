/** What every page of a walk is held to, and how many taps it took. */
import type { Locator, Page } from '@playwright/test';
import { expect } from './harness.ts';

export function countTaps() {
  return {
    count: 0,
    async tap(target: Locator) {
      this.count++;
      await target.tap();
    },
  };
}

/**
 * No sideways scroll, and no word of another language that no person typed. `but` are places for what is
 * the same in every language: the link of an invitation.
 */
export async function looksRight(page: Page, foreign: RegExp | null, but = ''): Promise<void> {
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways, 'sideways scroll').toBeLessThanOrEqual(0);
  if (!foreign) return;
  const shown = await page.evaluate((places) => {
    const alike = places === '' ? [] : [...document.querySelectorAll<HTMLElement>(places)];
    // What is hidden is not on screen: `textContent` would bring it.
    const seen = (element: HTMLElement) => Reflect.get(element, 'innerText') as string;
    return alike.reduce((rest, element) => rest.replace(seen(element), ''), seen(document.body));
  }, but);
  // Names that are alike in every language: ours, and languages by their own names.
  const own = shown.replace(/Alongside|English|Español/g, '');
  expect(own.match(foreign)?.[0], `a word of another language in: ${own}`).toBeUndefined();
}
