/** Going from page to page of an open workspace. */
import type { Page } from '@playwright/test';
import { openPages } from './filled/pages.ts';

/**
 * Goes there within the application, so that nothing is locked on the way, and waits until the page
 * that was shown is gone. Between two addresses of one pattern it looks in at *More*, because there
 * the same page only changes its words.
 */
export async function goWithin(page: Page, path: string): Promise<void> {
  const from = new URL(page.url()).pathname;
  if (patternOf(from) === patternOf(path)) await leaveFor(page, '/more');
  await leaveFor(page, path);
}

/** Does what leads to another page, and waits until the page that was shown is gone. */
export async function leaveBy(page: Page, going: () => Promise<unknown>): Promise<void> {
  const shown = page.locator('.page').first();
  await shown.evaluate((left) => left.setAttribute('data-left', ''));
  await going();
  await page.locator('.page:not([data-left]) h1').waitFor();
}

function leaveFor(page: Page, path: string): Promise<void> {
  return leaveBy(page, () =>
    page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path),
  );
}

function patternOf(path: string): string {
  const [place = ''] = path.split('?');
  const patterns = openPages.map(([pattern]) => pattern);
  if (patterns.includes(place)) return place;
  const leadsTo = (pattern: string) =>
    new RegExp(`^${pattern.replaceAll(/\$\w+/g, '[^/]+')}$`).test(place);
  return patterns.find(leadsTo) ?? place;
}
